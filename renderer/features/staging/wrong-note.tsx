import { Anchor, Button } from '@mantine/core'
import { IconArrowsLeftRight, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Relation } from '#shared/contract/catalogue.ts'
import { cellText } from '../catalogue/cell-text.ts'
import { useCellWords } from '../catalogue/use-cell-words.ts'
import { useColumnProblem } from '../catalogue/use-column-problem.ts'
import { onWhatIsThere } from './staged-work.ts'
import classes from './staging.module.css'
import { type Staging, withoutRows } from './staging.ts'
import type { WrongCell } from './wrong-cells.ts'

interface Props {
  readonly workspace: string
  readonly relation: Relation
  readonly wrong: WrongCell
  readonly place: number
  readonly of: number
  readonly onNext: () => void
  readonly onGo: (key: string) => void
  readonly onChange: (how: (staging: Staging) => Staging) => void
}

/** What is wrong with one staged cell, and the ways out. */
export function WrongNote({ workspace, relation, wrong, place, of, onNext, onGo, onChange }: Props) {
  const { t } = useTranslation('staging')
  const text = useColumnProblem(workspace, relation.relation)
  const cellWords = useCellWords(workspace)
  const { key, row, column: name, is } = wrong
  const column = relation.columns.find((one) => one.name === name)
  const isOvertaken = is.state === 'overtaken'
  const Shape = isOvertaken ? IconArrowsLeftRight : IconX
  const now = is.state === 'overtaken' ? is.now : null
  const said =
    is.state === 'refused'
      ? text(is.problem)
      : t('overtaken', {
          value: (column && cellText(relation.relation, column, now, undefined, cellWords)) || t('empty'),
        })
  const keepMine = () => onChange((staging) => ({ ...staging, [key]: onWhatIsThere(row, row.now ?? {}) }))
  return (
    <div className={classes.wrong} data-state={is.state} role="alert">
      <Shape size={14} stroke={2} aria-hidden="true" />
      <Anchor component="button" type="button" fz="inherit" onClick={() => onGo(key)}>
        {row.title} · {cellWords.words.column(relation.relation, name)}
      </Anchor>
      <span>{said}</span>
      {isOvertaken && (
        <Button size="compact-sm" onClick={keepMine}>
          {t('keepMine')}
        </Button>
      )}
      <Button size="compact-sm" onClick={() => onChange((staging) => withoutRows(staging, [key]))}>
        {t(isOvertaken ? 'takeTheirs' : 'dropRow')}
      </Button>
      {of > 1 && (
        <Button size="compact-sm" onClick={onNext}>
          {t('next', { place, of })}
        </Button>
      )}
    </div>
  )
}
