import { useTranslation } from 'react-i18next'
import { RecordValue } from '#renderer/features/catalogue/record-value.tsx'
import { useCellWords } from '#renderer/features/catalogue/use-cell-words.ts'
import { useFormat } from '#renderer/i18n/format.ts'
import type { Column } from '#shared/contract/catalogue.ts'
import classes from './audit.module.css'

interface Props {
  readonly workspace: string
  readonly relation: string
  /** The column as it is now; a part of a JSON value, and a column that is gone, have none. */
  readonly column: Column | undefined
  readonly labels: Readonly<Record<string, string>> | undefined
  readonly value: unknown
}

/** One value of the log, as its column is shown elsewhere. */
export function DiffValue({ workspace, relation, column, labels, value }: Props) {
  const { t } = useTranslation('audit')
  const { t: common } = useTranslation()
  const format = useFormat()
  const cellWords = useCellWords(workspace)
  if (value === null || value === undefined) return <span className={classes.soft}>{t('nothing')}</span>
  const text = typeof value === 'object' ? JSON.stringify(value, null, 2) : String(value)
  if (column)
    return (
      <RecordValue
        workspace={workspace}
        relation={relation}
        column={column}
        value={text}
        label={labels?.[text]}
        cellWords={cellWords}
      />
    )
  if (typeof value === 'boolean') return common(value ? 'yes' : 'no')
  return typeof value === 'number' ? format.number(value) : text
}
