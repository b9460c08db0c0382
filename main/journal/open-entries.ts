import type { EntryState } from '#shared/model/entry.ts'
import type { JournalEntry, Settlement } from './journal.ts'

/** States in which an entry still concerns somebody. */
const OPEN: readonly EntryState[] = ['pending', 'held', 'applied', 'conflict', 'rejected']

/**
 * The open entries as objects, in order: thousands may wait for days, and every list on the screen asks for them. Told
 * of each change after it is on the disk; what it can't follow it reads anew.
 */
export class OpenEntries {
  readonly #read: () => JournalEntry[]
  #entries: Map<string, JournalEntry> | null = null
  #list: readonly JournalEntry[] | null = null

  constructor(read: () => JournalEntry[]) {
    this.#read = read
  }

  list(): readonly JournalEntry[] {
    this.#entries ??= new Map(this.#read().map((entry) => [entry.id, entry]))
    this.#list ??= [...this.#entries.values()]
    return this.#list
  }

  added(entry: JournalEntry): void {
    this.#entries?.set(entry.id, entry)
    this.#list = null
  }

  attempted(ids: readonly string[]): void {
    for (const id of ids) {
      const entry = this.#entries?.get(id)
      if (entry !== undefined) this.#entries?.set(id, { ...entry, attempts: entry.attempts + 1 })
    }
    this.#list = null
  }

  settled(settlements: readonly Settlement[]): void {
    for (const { id, state, receipt, heldBy = null } of settlements) {
      const entry = this.#entries?.get(id)
      if (!OPEN.includes(state)) this.#entries?.delete(id)
      else if (entry === undefined) this.#entries = null
      else this.#entries?.set(id, { ...entry, state, heldBy, receipt: receipt ?? entry.receipt })
    }
    this.#list = null
  }
}
