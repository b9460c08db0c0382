import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { useLinkdevWords } from '#renderer/features/linkdev/use-linkdev-words.ts'
import type { PlanMatrix as Matrix } from '#shared/contract/plans.ts'
import classes from './matrix.module.css'
import { PlanHead } from './plan-head.tsx'
import { cellMark, cellValue, type PlanRow, planRows } from './plan-rows.ts'
import { PlanValue } from './plan-value.tsx'
import { useMatrixKeys } from './use-matrix-keys.ts'

interface Props {
  readonly matrix: Matrix
  /** `pro/max_records` */
  readonly selected: string | undefined
  readonly onSelect: (cell: string) => void
}

/** Plans as columns, what they allow as rows. What a plan has beyond the one before it stands out. */
export function PlanMatrix({ matrix, selected, onSelect }: Props) {
  const { t } = useTranslation('plans')
  const words = useLinkdevWords()
  const onKeyDown = useMatrixKeys()
  const rows = useMemo(() => planRows(matrix), [matrix])
  const { plans } = matrix
  const name = ({ feature, switchName }: PlanRow) =>
    switchName === null ? words.feature(feature) : words.switchName(switchName)
  const hasFocus = (place: string, first: boolean) => (selected === undefined ? first : place === selected)
  return (
    <table className={classes.matrix} aria-label={t('matrix')}>
      <thead>
        <tr>
          <th scope="col">{t('entitlement')}</th>
          {plans.map((plan) => (
            <PlanHead key={plan.name} plan={plan} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={row.id} data-first={row.switchName !== null && rows[at - 1]?.switchName === null}>
            <th scope="row">{name(row)}</th>
            {plans.map((plan, column) => {
              const cell = row.cells[column]
              const place = `${plan.name}/${row.id}`
              const value = cellValue(row, cell)
              const mark = cellMark(row, cell)
              return (
                <td key={plan.name}>
                  <button
                    type="button"
                    aria-pressed={place === selected}
                    data-place={`${at} ${column}`}
                    data-mark={mark ?? undefined}
                    data-same={column > 0 && value === cellValue(row, row.cells[column - 1])}
                    tabIndex={hasFocus(place, at === 0 && column === 0) ? 0 : -1}
                    onKeyDown={onKeyDown}
                    onClick={() => onSelect(place)}
                  >
                    {mark && <StateMark state={mark} look="shape" />}
                    <PlanValue isSwitch={row.switchName !== null} value={value} />
                  </button>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
