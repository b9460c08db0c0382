import type { Mark } from '#shared/contract/grid.ts'
import type { PlanCell, PlanMatrix } from '#shared/contract/plans.ts'

/** A line of the matrix: a limit, or one switch of a set. */
export interface PlanRow {
  /** Its place in addresses: `max_records`, `features.sso`. */
  readonly id: string
  readonly feature: string
  readonly switchName: string | null
  /** In the order of the plans. */
  readonly cells: readonly (PlanCell | undefined)[]
}

/** The matrix line by line: first the limits, then every switch that any plan has. */
export function planRows({ plans, features, cells }: PlanMatrix): readonly PlanRow[] {
  const found = (feature: string) =>
    plans.map(({ name }) => cells.find((cell) => cell.plan === name && cell.feature === feature))
  const switchesOf = (row: readonly (PlanCell | undefined)[]) => [
    ...new Set(row.flatMap((cell) => Object.keys(cell?.switches ?? {}))),
  ]
  const isLimit = (row: readonly (PlanCell | undefined)[]) => row.some((cell) => cell?.limit != null)
  const rows = features.map((feature) => ({ feature, row: found(feature) }))
  return [
    ...rows
      .filter(({ row }) => isLimit(row))
      .map(({ feature, row }) => ({ id: feature, feature, switchName: null, cells: row })),
    ...rows
      .filter(({ row }) => !isLimit(row))
      .flatMap(({ feature, row }) =>
        switchesOf(row).map((name) => ({ id: `${feature}.${name}`, feature, switchName: name, cells: row })),
      ),
  ]
}

/** What a cell says, so that two can be compared: a limit, or whether the switch is on. */
export function cellValue({ switchName }: Pick<PlanRow, 'switchName'>, cell: PlanCell | undefined): string | null {
  if (!cell) return null
  return switchName === null ? cell.limit : String(cell.switches[switchName] ?? false)
}

/** The mark of a cell; of a set of switches, only that of those that were turned. */
export function cellMark({ switchName }: Pick<PlanRow, 'switchName'>, cell: PlanCell | undefined): Mark {
  if (!cell || (switchName !== null && !cell.turned.includes(switchName))) return null
  return cell.mark
}
