import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { RefusedRow } from '#shared/contract/batch.ts'
import { useFormat } from '../../i18n/format.ts'
import { useColumnProblem } from '../catalogue/use-column-problem.ts'
import classes from './bulk.module.css'

/** Rows shown by name; the rest is a number. */
const SHOWN = 50

interface Props {
  readonly workspace: string
  readonly relation: string
  readonly title: string
  readonly refused: readonly RefusedRow[]
  readonly total: number
}

/** The rows for which it can't be done, each with the reason. */
export function RefusedList({ workspace, relation, title, refused, total }: Props) {
  const { t } = useTranslation('bulk')
  const format = useFormat()
  const text = useColumnProblem(workspace, relation)
  const shown = refused.slice(0, SHOWN)
  const more = total - shown.length
  return (
    <section className={classes.refused} aria-label={title}>
      <h3>
        <IconX size={14} stroke={2} aria-hidden="true" />
        {title}
      </h3>
      <ul>
        {shown.map(({ key, title: row, problem }) => (
          <li key={key}>
            <strong>{row || key}</strong> {text(problem)}
          </li>
        ))}
        {more > 0 && <li>{t('more', { count: more, number: format.number(more) })}</li>}
      </ul>
    </section>
  )
}
