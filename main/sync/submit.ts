import { randomUUID } from 'node:crypto'
import { OutsideMirror } from '#main/mirror/outside.ts'
import type { Prepared } from '#main/mirror/submit.ts'
import type { Entry, Request } from '#shared/model/entry.ts'
import { reached } from './crash-points.ts'
import { fetchMissing } from './fetch-rows.ts'
import type { Replica } from './replica.ts'

/** A decision that stands in for one that was refused. */
export interface Resolving {
  /** The entry that it settles. */
  readonly entry: string
  /** The server's row, as JSON text, that the person decided against; null where there is none. */
  readonly theirs: string | null
}

/** In sight of what a decision was taken, when that is not the row here. */
export interface Sight {
  readonly resolving?: Resolving
  /** The columns that it changes, as JSON text, as the person saw them. A row that has others by now is a conflict. */
  readonly seen?: string
}

/** Told of an entry in the turn in which it is saved, before anything else can happen to it. */
export type OnSaved = (entry: string) => void

/**
 * Takes a decision: checked and run here, as the person, then written to the journal. When this returns it is saved.
 * It needs no network, and asks for none except a row that is not kept here: when that can't be had at once, the decision
 * is saved as one that only the server can check.
 * @returns the entry's id
 * @throws OutpostError `refused`, `conflict`, `not_found`, `disk_full`, `signed_out`; then nothing has happened
 */
export async function submit(
  replica: Replica,
  request: Request,
  sight: Sight = {},
  onSaved?: OnSaved,
): Promise<string> {
  const { resolving, seen = null } = sight
  const claims = replica.claims()
  const mirror = await replica.mirror()
  const id = randomUUID()
  let written: Entry | null = null
  const write = (prepared: Prepared): Entry => {
    reached('submit.checked')
    written = replica.journal.append(draftOf(replica, id, claims.sub, prepared), resolving?.entry)
    onSaved?.(id)
    reached(resolving === undefined ? 'submit.journalled' : 'resolve.journalled')
    return written
  }
  try {
    const subjectQuery = request.kind === 'call' ? (replica.manifest.actions[request.function]?.subject ?? null) : null
    const resolves = resolving === undefined ? { base: seen } : { base: resolving.theirs, evenIfRefused: true }
    const submission = { id, claims, request, subjectQuery, write, ...resolves }
    const changed = await mirror.submit(submission).catch(async (error: unknown) => {
      if (!(error instanceof OutsideMirror)) throw error
      await fetchMissing(replica, error.row)
      return mirror.submit({ ...submission, leaveToServer: true })
    })
    reached('submit.committed')
    replica.rowsChanged(changed)
  } catch (error) {
    if (written === null) throw error
    // It is in the journal, so it is saved; the mirror missed it and runs it at the next rebase.
    replica.log.error({ err: error, entry: id }, 'the mirror missed an entry that was saved')
  }
  replica.listener.entriesChanged()
  return id
}

/** A decision as the journal takes it in. */
export function draftOf(replica: Replica, id: string, person: string, prepared: Prepared): Omit<Entry, 'seq'> {
  return { id, person, device: device(replica), madeAt: new Date().toISOString(), ...prepared }
}

/** This installation, made up once. */
function device(replica: Replica): string {
  const known = replica.journal.fact('device')
  if (known !== null) return known
  const made = randomUUID()
  replica.journal.setFact('device', made)
  return made
}
