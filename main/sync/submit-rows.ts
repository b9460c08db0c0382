import { randomUUID } from 'node:crypto'
import type { Outcome, Prepared } from '#main/mirror/submit.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import type { Request } from '#shared/model/entry.ts'
import { reached } from './crash-points.ts'
import type { Replica } from './replica.ts'
import { draftOf } from './submit.ts'

/** What became of one request: saved (or, as a trial, it would be), or refused. */
export interface RowOutcome {
  readonly refused: OutpostError | null
  readonly leftToServer: boolean
}

/**
 * Takes several decisions at once, in their order, each as `submit` takes one: those that pass are saved when this
 * returns. Nothing is fetched for them: what misses a row that is not kept here is left to the server.
 */
export async function submitRows(replica: Replica, requests: readonly Request[]): Promise<RowOutcome[]> {
  const saved = new Set<string>()
  const submissions = submissionsOf(replica, requests, (id, prepared) => {
    const entry = replica.journal.append(draftOf(replica, id, replica.claims().sub, prepared))
    saved.add(id)
    reached('submit.journalled')
    return entry
  })
  try {
    const outcomes = await (await replica.mirror()).submitEach(submissions, true)
    reached('submit.committed')
    replica.rowsChanged([...new Set(outcomes.flatMap((outcome) => ('touched' in outcome ? outcome.touched : [])))])
    return outcomes.map(rowOutcome)
  } catch (error) {
    if (saved.size === 0) throw error
    // They are in the journal, so they are saved; the mirror missed them and runs them at the next rebase.
    replica.log.error({ err: error, entries: saved.size }, 'the mirror missed entries that were saved')
    return submissions.map(({ id }) => ({ refused: saved.has(id) ? null : notTaken(error), leftToServer: false }))
  } finally {
    if (saved.size > 0) replica.listener.entriesChanged()
  }
}

/** What would become of the same requests: they are run here, and taken back. Nothing is written anywhere. */
export async function tryRows(replica: Replica, requests: readonly Request[]): Promise<RowOutcome[]> {
  let seq = Number.MAX_SAFE_INTEGER - requests.length
  const submissions = submissionsOf(replica, requests, (id) => ({ id, seq: seq++ }))
  return (await (await replica.mirror()).submitEach(submissions, false)).map(rowOutcome)
}

function submissionsOf(
  replica: Replica,
  requests: readonly Request[],
  write: (id: string, prepared: Prepared) => { id: string; seq: number },
) {
  const claims = replica.claims()
  return requests.map((request) => {
    const id = randomUUID()
    return {
      id,
      claims,
      request,
      subjectQuery: null,
      leaveToServer: true,
      write: (prepared: Prepared) => write(id, prepared),
    }
  })
}

function notTaken(cause: unknown): OutpostError {
  if (cause instanceof OutpostError) return cause
  return new OutpostError('internal', 'Something went wrong inside the console. The log has the details.', { cause })
}

function rowOutcome(outcome: Outcome): RowOutcome {
  return 'refused' in outcome
    ? { refused: outcome.refused, leftToServer: false }
    : { refused: null, leftToServer: outcome.leftToServer }
}
