import { z } from 'zod'
import { type Keeping, type Kept, type Scope, scope } from '#shared/model/scope.ts'
import type { Manifest } from '#shared/systems/manifest.ts'

/*
 * How much of each table is kept, pure. The moment from which rows are kept is midnight of the server's clock: it moves on
 * once a day, and never back; no clock of this machine is asked.
 */

const DAY = 86_400_000

const chosenScopes = z.record(z.string(), scope)
export type ChosenScopes = Readonly<z.infer<typeof chosenScopes>>

/** What the person has chosen, as the journal keeps it. */
export function readChosen(fact: string | null): ChosenScopes {
  return fact === null ? {} : chosenScopes.parse(JSON.parse(fact))
}

/** What should be kept of each table that is not kept whole: what the person has chosen, else what the manifest says. */
export function wantedScopes(manifest: Manifest, chosen: ChosenScopes): ReadonlyMap<string, Scope> {
  const wanted = new Map<string, Scope>(Object.entries(chosen))
  for (const [table, { scope: preset }] of Object.entries(manifest.tables)) {
    const relation = table.includes('.') ? table : `public.${table}`
    if (preset !== undefined && !wanted.has(relation)) wanted.set(relation, preset)
  }
  return wanted
}

/**
 * What is to be kept from now on.
 * @param now the server's clock
 */
export function nextKeeping(current: Keeping, wanted: ReadonlyMap<string, Scope>, now: string): Keeping {
  const next: Record<string, Kept> = {}
  for (const [relation, scope] of [...wanted].sort()) {
    const kept = keptFrom(scope, now)
    if (kept === null) continue
    const before = current[relation]
    next[relation] = before !== undefined && isSameWindow(before, kept) && startsLater(before, kept) ? before : kept
  }
  return next
}

function keptFrom(scope: Scope, now: string): Kept | null {
  if (scope === 'all') return null
  if (scope === 'none') return { none: true }
  const today = Math.floor(Date.parse(now) / DAY)
  return { by: scope.by, days: scope.days, from: new Date((today - scope.days) * DAY).toISOString() }
}

/** Tables of which more is to be kept than is here, each with what is here. */
export function lacking(current: Keeping, next: Keeping): { relation: string; kept: Kept | null; held: Kept }[] {
  return Object.entries(current).flatMap(([relation, held]) => {
    const kept = next[relation] ?? null
    return contains(held, kept) ? [] : [{ relation, kept, held }]
  })
}

function contains(held: Kept, kept: Kept | null): boolean {
  if (kept === null) return false
  if ('none' in kept) return true
  return !('none' in held) && held.by === kept.by && !startsLater(held, kept)
}

function isSameWindow(one: Kept, other: Kept): boolean {
  return !('none' in one) && !('none' in other) && one.by === other.by && one.days === other.days
}

function startsLater(one: Kept, other: Kept): boolean {
  return !('none' in one) && !('none' in other) && Date.parse(one.from) > Date.parse(other.from)
}

export function isSameKeeping(one: Keeping, other: Keeping): boolean {
  const text = (keeping: Keeping) => JSON.stringify(Object.entries(keeping).sort(([a], [b]) => (a < b ? -1 : 1)))
  return text(one) === text(other)
}
