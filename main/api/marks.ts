import type { EntryView } from '#shared/contract/entries.ts'
import type { Mark } from '#shared/contract/grid.ts'
import type { EntryState } from '#shared/model/entry.ts'

const marks: Partial<Record<EntryState, NonNullable<Mark>>> = {
  pending: 'pending',
  held: 'pending',
  conflict: 'conflict',
  rejected: 'rejected',
}
const weight = { fetched: 0, pending: 1, rejected: 2, conflict: 3 }

/** What a mark shows for an entry; none once the server has accepted it. */
export function markOf(entry: EntryView): Mark {
  return marks[entry.state] ?? null
}

/** Where an entry says which row it is about: an argument of a call, or the key of a changed row. */
export interface About {
  readonly argument: string
  readonly relation: string
}

/** The mark of each row that an open entry is about, by the row's id; of several the gravest. */
export function marksAbout(entries: readonly EntryView[], about: About): Map<string, Mark> {
  const found = new Map<string, Mark>()
  for (const entry of entries) {
    const id = rowOf(entry, about)
    const mark = markOf(entry)
    if (!id || !mark) continue
    const other = found.get(id)
    if (!other || weight[mark] > weight[other]) found.set(id, mark)
  }
  return found
}

function rowOf({ operation }: EntryView, about: About): string | null {
  if (operation.kind === 'call') return text(operation.args[about.argument])
  if (operation.relation !== about.relation) return null
  return text(operation.kind === 'insert' ? operation.values.id : operation.key.id)
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value.toLowerCase() : null
}

export const aboutDocument: About = { argument: 'p_document_id', relation: 'public.documents' }
export const aboutReview: About = { argument: 'p_review_id', relation: 'public.document_reviews' }
export const aboutDossier: About = { argument: 'p_dossier_id', relation: 'public.dossiers' }
export const aboutMessage: About = { argument: 'p_message_id', relation: 'public.messages' }
export const aboutReminder: About = { argument: 'p_reminder_id', relation: 'public.payment_reminders' }
