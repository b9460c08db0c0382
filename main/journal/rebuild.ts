import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { z } from 'zod'
import { entryState } from '#shared/model/entry.ts'
import { receipt } from '#shared/model/receipt.ts'
import { openDatabase } from './open-database.ts'
import { type Salvaged, type SalvagedStanding, salvage } from './salvage.ts'

/** What a damage has cost, kept with the journal for the doctor. */
export const damageNote = z.object({
  /** Where the damaged file lies. */
  file: z.string(),
  at: z.string(),
  /** Places of the entries that are not here any more. */
  lost: z.array(z.number()),
  /** Places of the entries of which only the content is left: they are sent again, and the server does nothing twice. */
  unsure: z.array(z.number()),
})
export type DamageNote = z.infer<typeof damageNote>

/** An emptied file, for which SQLite would throw the log beside it away. */
export function isEmptied(file: string): boolean {
  const log = `${file}-wal`
  return existsSync(log) && statSync(log).size > 0 && (!existsSync(file) || statSync(file).size === 0)
}

/**
 * Makes a new journal of what is left of a damaged one, which is kept beside it as `journal.db.damaged-<n>`. Killed at
 * any moment, it is begun again or finished at the next opening.
 */
export function rebuild(file: string): void {
  const aside = keepCopy(file)
  const building = `${file}.new`
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${building}${suffix}`, { force: true })
  openDatabase(building).close()
  const salvaged = salvage(aside, building)
  const database = openDatabase(building)
  database.transaction(() => takeOver(database, salvaged, aside))()
  database.close()
  renameSync(building, `${file}.salvaged`)
  finishRebuild(file)
}

/** Puts a finished new journal in the place of the damaged one. */
export function finishRebuild(file: string): void {
  if (!existsSync(`${file}.salvaged`)) return
  // Its log goes first: over the new file it would be damage again.
  for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true })
  renameSync(`${file}.salvaged`, file)
}

function keepCopy(file: string): string {
  let n = 1
  while (existsSync(`${file}.damaged-${n}`)) n += 1
  const aside = `${file}.damaged-${n}`
  for (const suffix of ['-wal', '']) {
    if (!existsSync(`${file}${suffix}`)) continue
    copyFileSync(`${file}${suffix}`, `${aside}${suffix}`)
    const copy = openSync(`${aside}${suffix}`, 'r+')
    fsyncSync(copy)
    closeSync(copy)
  }
  return aside
}

function takeOver(database: Database.Database, salvaged: Salvaged, aside: string): void {
  const addEntry = database.prepare(
    'insert into entries (seq, id, content, previous_hash, hash) values (@seq, @id, @content, @previous_hash, @hash)',
  )
  const addStanding = database.prepare(
    `insert into standing (entry_id, state, attempts, receipt, held_by, resolved_by, changed_at)
     values (@entry_id, @state, @attempts, @receipt, @held_by, @resolved_by, @changed_at)`,
  )
  const addFact = database.prepare('insert or replace into facts (name, value) values (@name, @value)')
  for (const entry of salvaged.entries) addEntry.run(entry)
  const ids = new Set(salvaged.entries.map(({ id }) => id))
  const unsure: number[] = []
  for (const { id, seq } of salvaged.entries) {
    const known = usable(salvaged.standing.get(id))
    if (known === null) unsure.push(seq)
    const standing = known ?? unknownStanding(id)
    addStanding.run({
      ...standing,
      held_by: ids.has(standing.held_by ?? '') ? standing.held_by : null,
      resolved_by: ids.has(standing.resolved_by ?? '') ? standing.resolved_by : null,
    })
  }
  for (const fact of salvaged.facts) addFact.run(fact)
  const before = damageNotes(salvaged.facts.find(({ name }) => name === 'damage')?.value ?? null)
  const named = new Set(before.flatMap(({ lost }) => lost))
  const lost = salvaged.lost.filter((seq) => !named.has(seq))
  const note: DamageNote = { file: aside, at: new Date().toISOString(), lost, unsure }
  addFact.run({ name: 'damage', value: JSON.stringify([...before, note]) })
}

/** @param text the journal's fact `damage` */
export function damageNotes(text: string | null): DamageNote[] {
  if (text === null) return []
  return z.array(damageNote).parse(JSON.parse(text))
}

const readable = z.object({
  state: entryState,
  attempts: z.int().min(0),
  receipt: z
    .string()
    .refine((text) => receipt.safeParse(parsed(text)).success)
    .nullable(),
  changed_at: z.string(),
})

function usable(standing: SalvagedStanding | undefined): SalvagedStanding | null {
  return standing !== undefined && readable.safeParse(standing).success ? standing : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** It may have been sent: sent again under the same id, the server answers with its first receipt. */
function unknownStanding(id: string): SalvagedStanding {
  const changed_at = new Date().toISOString()
  return { entry_id: id, state: 'pending', attempts: 1, receipt: null, held_by: null, resolved_by: null, changed_at }
}
