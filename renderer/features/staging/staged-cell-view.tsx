import { Tooltip } from '@mantine/core'
import { IconArrowsLeftRight, IconPencil, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Column, Relation } from '#shared/contract/catalogue.ts'
import { cell } from '../catalogue/cell.tsx'
import { type CellWords, cellText } from '../catalogue/cell-text.ts'
import { useColumnProblem } from '../catalogue/use-column-problem.ts'
import { cellState } from './cell-state.ts'
import { isWhole } from './is-whole.ts'
import classes from './staging.module.css'
import { useStaging } from './staging.ts'

interface Props {
  readonly workspace: string
  readonly relation: Relation
  readonly column: Column
  readonly rowKey: string | null
  /** What the list has in the cell, and the words for it. */
  readonly value: string | null
  readonly label: string | undefined
  readonly cellWords: CellWords
}

const shapes = { changed: IconPencil, refused: IconX, overtaken: IconArrowsLeftRight }

/** A cell of a list: as it is, or as it was written and not applied yet, with a mark and what is wrong with it. */
export function StagedCellView({ workspace, relation, column, rowKey, value, label, cellWords }: Props) {
  const { t } = useTranslation('staging')
  const text = useColumnProblem(workspace, relation.relation)
  const row = useStaging(workspace, relation.relation)[rowKey ?? '']
  const staged = row?.cells[column.name]
  if (!row || !staged) return cell(relation.relation, column, value, label, cellWords)
  const inWords = (one: string | null) => cellText(relation.relation, column, one, undefined, cellWords) || t('empty')
  const found = cellState(row, column.name, isWhole(column, value) ? value : undefined)
  const Shape = shapes[found.state]
  const said =
    found.state === 'refused'
      ? text(found.problem)
      : found.state === 'overtaken'
        ? t('overtaken', { value: found.now !== null && found.now === value && label ? label : inWords(found.now) })
        : t('changed', { value: staged.seen !== null && staged.seen === value && label ? label : inWords(staged.seen) })
  return (
    <Tooltip label={said} multiline maw={340}>
      <span className={classes.staged} data-state={found.state}>
        <Shape size={13} stroke={2} aria-hidden="true" />
        <span className={classes.value}>{cell(relation.relation, column, staged.value, staged.words, cellWords)}</span>
        <span className={classes.readersOnly}>{said}</span>
      </span>
    </Tooltip>
  )
}
