import { join } from 'node:path'
import { readJournal } from '#main/journal/read-journal.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import type { InboxPart } from '#shared/contract/inbox.ts'
import { person as personSchema } from '#shared/contract/session.ts'
import type { Workspace } from '#shared/contract/workspaces.ts'
import { journalPart } from './journal-part.ts'

/** What waits in a workspace that is not open: only its journal is read. Null when nobody has ever worked in it. */
export function closedPart(known: Workspace, folder: string): InboxPart | null {
  try {
    return readJournal(join(folder, 'journal.db'), (journal) => {
      const kept = journal.fact('person')
      const person = kept === null ? null : personSchema.parse(JSON.parse(kept))
      const others = journal.openByPerson().filter((one) => one.person !== person?.id)
      const waitingFor = others.map(({ person: id, count }) => ({ email: journal.fact(`email ${id}`), count }))
      const signIn = person === null && waitingFor.length > 0
      const told = journalPart(journal, known)
      return { ...told, person: person?.email ?? null, signIn, problem: null, waitingFor, work: [] }
    })
  } catch (error) {
    if (!(error instanceof OutpostError)) throw error
    return unreadable(known, error)
  }
}

function unreadable({ name, system }: Workspace, { problem }: OutpostError): InboxPart {
  const nothing = { pending: 0, conflicts: 0, rejected: 0, waitingFor: [], entries: [], work: [] }
  return { workspace: name, system, person: null, signIn: false, problem, ...nothing }
}
