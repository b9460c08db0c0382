import { createHash } from 'node:crypto'
import type { EntryView } from '#shared/contract/entries.ts'
import type { Mark } from '#shared/contract/grid.ts'
import { marksAbout } from './marks.ts'

/** The arguments that name a call's main row, and the events that come with it under ids made from that one. */
const causes = {
  p_review_id: ['step', 'status'],
  p_change_id: ['step'],
  p_assignment_id: ['assigned'],
} as const

/** The marks of events that open entries have made here, by the event's id. */
export function causedBy(entries: readonly EntryView[]): Map<string, Mark> {
  const marks = new Map<string, Mark>()
  for (const [argument, kinds] of Object.entries(causes)) {
    for (const [id, mark] of marksAbout(entries, { argument, relation: '' })) {
      for (const made of [id, ...kinds.map((kind) => derivedId(id, kind))]) marks.set(made, mark)
    }
  }
  return marks
}

/** The same id as the database's own `partners_vrai.derived_id`. */
function derivedId(main: string, kind: string): string {
  const hex = createHash('md5').update(`${main}:${kind}`).digest('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
