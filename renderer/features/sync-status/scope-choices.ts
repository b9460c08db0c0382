import type { TableScope } from '#shared/contract/scope.ts'
import type { Scope } from '#shared/model/scope.ts'

/** Days that are offered. */
const DAYS = [7, 30, 90, 365]
/** What most tables call the time at which a row was made. */
const USUAL = 'created_at'

export interface ScopeChoice {
  readonly value: string
  readonly scope: Scope
}

/** What can be kept of a table; what is kept of it now is among them. */
export function choicesFor({ scope, times }: TableScope): ScopeChoice[] {
  const by = typeof scope === 'object' ? scope.by : (times.find((name) => name === USUAL) ?? times[0])
  const days = typeof scope === 'object' ? [...new Set([...DAYS, scope.days])].sort((a, b) => a - b) : DAYS
  const windows = by === undefined ? [] : days.map((count): Scope => ({ days: count, by }))
  return (['all', ...windows, 'none'] as Scope[]).map((choice) => ({ value: scopeKey(choice), scope: choice }))
}

export function scopeKey(scope: Scope): string {
  return typeof scope === 'string' ? scope : `${scope.days} ${scope.by}`
}
