import { type SchemaObject, schemaKinds } from '#shared/model/protocol.ts'

/*
 * From the mirror's schema to the server's, pure: two lists in, what to do out.
 *
 * 1. An enum that only got more values grows where it is; nothing else moves.
 * 2. A table whose columns, types, key or partitions are others is made anew and fetched anew: its rows were changed by
 *    a statement that no trigger saw.
 * 3. A function is replaced, not dropped: what calls it stays.
 * 4. An extension that only the mirror has does no harm, and stays.
 * 5. Everything else that differs is dropped and made again.
 */

export interface Plan {
  /** Statements that must be committed before the values they add can be used. */
  readonly grow: readonly string[]
  /** The server's tables that are made and fetched anew, by the names that consoles say. */
  readonly renewed: readonly SchemaObject[]
  /** The mirror's tables that go, or make place for their successors. */
  readonly dropped: readonly SchemaObject[]
  /** Statements that take away what differs, in order. */
  readonly undo: readonly string[]
}

export function planOf(own: readonly SchemaObject[], server: readonly SchemaObject[]): Plan {
  const here = byId(own)
  const there = byId(server)
  const grown = server.filter((type) => isGrown(here.get(idOf(type)), type))
  const same = new Set(grown.map(idOf))
  const differs = (id: string) => !same.has(id) && here.get(id)?.sql !== there.get(id)?.sql

  const types = changedTypes([...own, ...server], differs)
  const hollow = new Set([...own, ...server].filter((object) => isInside(object) && differs(idOf(object))).map(partOf))
  const mustRenew = (table: SchemaObject) =>
    differs(idOf(table)) || hollow.has(table.name) || (table.uses ?? []).some((type) => types.has(type))

  const renewed = server.filter((object) => object.kind === 'table' && mustRenew(object))
  const again = new Set([...renewed.map(idOf), ...[...types].map((name) => `type ${name}`)])
  const undone = own.filter((object) => {
    const id = idOf(object)
    if (object.kind === 'function') return !there.has(id)
    if (object.kind === 'extension') return there.has(id) && differs(id)
    return again.has(id) || differs(id)
  })
  return {
    grow: grown.flatMap((type) => growth(type, here.get(idOf(type))?.labels ?? [])),
    renewed,
    dropped: undone.filter(({ kind }) => kind === 'table'),
    undo: sorted(undone)
      .reverse()
      .flatMap(({ undo }) => undo ?? []),
  }
}

/** What of the server's schema is not yet so here, each object after those that it may be built on. */
export function missing(own: readonly SchemaObject[], server: readonly SchemaObject[]): SchemaObject[] {
  const here = byId(own)
  return sorted(server.filter((object) => here.get(idOf(object))?.sql !== object.sql))
}

export function idOf({ kind, name }: SchemaObject): string {
  return `${kind} ${name}`
}

function byId(objects: readonly SchemaObject[]): Map<string, SchemaObject> {
  return new Map(objects.map((object) => [idOf(object), object]))
}

function sorted(objects: readonly SchemaObject[]): SchemaObject[] {
  const place = new Map(schemaKinds.map((kind, at) => [kind, at]))
  return [...objects].sort((a, b) => (place.get(a.kind) ?? 0) - (place.get(b.kind) ?? 0))
}

/** Parts of a table without which its rows are not what they were. */
function isInside({ kind, key }: SchemaObject): boolean {
  return kind === 'partition' || key === true
}

function partOf({ partOf }: SchemaObject): string | null {
  return partOf
}

/** Types that are made anew, and all that are built on them. */
function changedTypes(all: readonly SchemaObject[], differs: (id: string) => boolean): ReadonlySet<string> {
  const types = all.filter(({ kind }) => kind === 'type')
  const changed = new Set(types.filter((type) => differs(idOf(type))).map(({ name }) => name))
  for (let before = -1; before !== changed.size; ) {
    before = changed.size
    for (const { name, uses = [] } of types) if (uses.some((type) => changed.has(type))) changed.add(name)
  }
  return changed
}

/** Whether an enum has all the values that it has here, in their order, and others beside them. */
function isGrown(here: SchemaObject | undefined, there: SchemaObject): boolean {
  if (here?.labels === undefined || there.labels === undefined || here.labels.length === there.labels.length)
    return false
  const kept = there.labels.filter((label) => here.labels?.includes(label))
  return kept.length === here.labels.length && kept.every((label, at) => label === here.labels?.[at])
}

function growth({ name, labels = [] }: SchemaObject, known: readonly string[]): string[] {
  return labels.flatMap((label, at) => {
    if (known.includes(label)) return []
    const before = labels[at - 1]
    const next = labels.find((other) => known.includes(other))
    const where =
      before !== undefined ? ` after ${literal(before)}` : next === undefined ? '' : ` before ${literal(next)}`
    return [`alter type ${name} add value if not exists ${literal(label)}${where}`]
  })
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
