import type { PlanCell } from '#shared/contract/plans.ts'
import type { Request } from '#shared/model/entry.ts'
import type { PlanRow } from './plan-rows.ts'

/**
 * The decision that gives a plan another limit or turns a switch. What is no number goes as it was typed: the database
 * refuses it, in words.
 */
export function featureChange({ switchName }: PlanRow, cell: PlanCell, value: string): Request {
  const [before, after] =
    switchName === null
      ? [{ limit: Number(cell.limit) }, { limit: asNumber(value) }]
      : [cell.switches, { ...cell.switches, [switchName]: value === 'true' }]
  return {
    kind: 'call',
    function: 'set_plan_feature',
    args: { p_plan: cell.plan, p_feature: cell.feature, p_from_value: before, p_value: after },
  }
}

function asNumber(text: string): number | string {
  const number = Number(text)
  return text.trim() === '' || !Number.isFinite(number) ? text : number
}
