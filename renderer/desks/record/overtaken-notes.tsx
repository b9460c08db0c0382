import { Button } from '@mantine/core'
import { IconArrowsLeftRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { cellText } from '#renderer/features/catalogue/cell-text.ts'
import { useCellWords } from '#renderer/features/catalogue/use-cell-words.ts'
import type { Column, Relation } from '#shared/contract/catalogue.ts'
import classes from './record.module.css'
import type { RecordData } from './record-data.ts'

interface Props {
  readonly workspace: string
  readonly relation: Relation
  readonly record: RecordData
  readonly columns: readonly Column[]
  readonly onKeepMine: (column: string) => void
  readonly onTakeTheirs: (column: string) => void
}

/** Fields of an open form that somebody else has changed since the person wrote in them, each with the ways out. */
export function OvertakenNotes({ workspace, relation, record, columns, onKeepMine, onTakeTheirs }: Props) {
  const { t } = useTranslation('staging')
  const cellWords = useCellWords(workspace)
  return columns.map((column) => {
    const { name } = column
    const now = record.cells[name] ?? null
    const label = now === null ? undefined : record.labels[name]?.[now]
    const value = cellText(relation.relation, column, now, label, cellWords) || t('empty')
    return (
      <div key={name} className={classes.overtaken} role="alert">
        <IconArrowsLeftRight size={14} stroke={2} aria-hidden="true" />
        <strong>{cellWords.words.column(relation.relation, name)}</strong>
        <span>{t('overtaken', { value })}</span>
        <Button size="compact-sm" onClick={() => onKeepMine(name)}>
          {t('keepMine')}
        </Button>
        <Button size="compact-sm" onClick={() => onTakeTheirs(name)}>
          {t('takeTheirs')}
        </Button>
      </div>
    )
  })
}
