import type { Filter } from '#shared/model/filter.ts'

/** The kinds of actor; anything else in `who` is a person's id. */
export const KINDS = ['staff', 'user', 'system']

/** What the log is narrowed to. */
export interface AuditChoice {
  readonly who: readonly string[]
  readonly actions: readonly string[]
  readonly tables: readonly string[]
  /** The last so many days. */
  readonly days: number | null
  /** Days by the person's own calendar, the last one included. */
  readonly from: string | null
  readonly to: string | null
  readonly organization: string | null
}

const DAY = /^\d{4}-\d\d-\d\d$/

/** Reads it from an address. Anybody can type one: what is not understood narrows nothing. */
export function choiceOf(params: URLSearchParams): AuditChoice {
  const day = (name: string) => (DAY.test(params.get(name) ?? '') ? params.get(name) : null)
  const days = Number(params.get('days'))
  return {
    who: params.getAll('who'),
    actions: params.getAll('action'),
    tables: params.getAll('table'),
    days: Number.isInteger(days) && days > 0 ? days : null,
    from: day('from'),
    to: day('to'),
    organization: params.get('org'),
  }
}

/** The same for an address. */
export function paramsOf({ who, actions, tables, days, from, to, organization }: AuditChoice): URLSearchParams {
  const params = new URLSearchParams()
  for (const [name, values] of [
    ['who', who],
    ['action', actions],
    ['table', tables],
  ] as const)
    for (const value of values) params.append(name, value)
  for (const [name, value] of [
    ['days', days],
    ['from', from],
    ['to', to],
    ['org', organization],
  ] as const)
    if (value !== null) params.set(name, String(value))
  return params
}

export function isNarrowed(choice: AuditChoice): boolean {
  return paramsOf(choice).size > 0
}

/** The filter that the engine and an export understand. */
export function auditFilter(choice: AuditChoice): Filter | null {
  const { who, actions, tables, organization } = choice
  const oneOf = (column: string, values: readonly string[]): Filter[] =>
    values.length > 0 ? [{ column, is: 'one_of', values: [...values] }] : []
  const people = [
    ...oneOf(
      'actor_type',
      who.filter((one) => KINDS.includes(one)),
    ),
    ...oneOf(
      'actor_id',
      who.filter((one) => !KINDS.includes(one)),
    ),
  ]
  const all: Filter[] = [
    ...(people.length > 0 ? [{ any: people }] : []),
    ...oneOf('action', actions),
    ...oneOf('entity_type', tables),
    ...(organization === null ? [] : [{ column: 'org_id', is: 'is' as const, value: organization }]),
    ...whenOf(choice),
  ]
  return all.length > 0 ? { all } : null
}

function whenOf({ days, from, to }: AuditChoice): Filter[] {
  const column = 'created_at'
  if (days !== null) return [{ column, is: 'at_least', value: { ago: days, unit: 'days' } }]
  const begin = from === null ? undefined : startOf(from, 0)
  const end = to === null ? undefined : startOf(to, 1)
  return [
    ...(begin ? [{ column, is: 'at_least' as const, value: begin }] : []),
    ...(end ? [{ column, is: 'less' as const, value: end }] : []),
  ]
}

/** When a day of the person's own calendar begins, or one some days later; nothing for a day that no calendar has. */
function startOf(day: string, later: number): string | undefined {
  const at = new Date(`${day}T00:00:00`)
  if (Number.isNaN(at.getTime())) return undefined
  at.setDate(at.getDate() + later)
  return at.toISOString()
}
