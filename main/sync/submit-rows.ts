import { randomUUID } from 'node:crypto'
import type { Outcome } from '#main/mirror/rehearse.ts'
import type { Prepared, Taken } from '#main/mirror/submit.ts'
import { OutpostError, type Problem } from '#shared/contract/errors.ts'
import type { Entry, Request } from '#shared/model/entry.ts'
import { reached } from './crash-points.ts'
import type { Replica } from './replica.ts'
import { draftOf, type OnSaved } from './submit.ts'

/**
 * Takes several decisions at once, in their order, each as `submit` takes one: those that pass are saved when this
 * returns. Nothing is fetched for them: what misses a row that is not kept here is left to the server.
 */
export async function submitRows(replica: Replica, requests: readonly Request[], onSaved: OnSaved): Promise<Outcome[]> {
  const saved = new Set<string>()
  const submissions = submissionsOf(replica, requests, (id, prepared) => {
    const entry = replica.journal.append(draftOf(replica, id, replica.claims().sub, prepared))
    saved.add(id)
    onSaved(id)
    reached('submit.journalled')
    return entry
  })
  try {
    const outcomes = await (await replica.mirror()).submitEach(submissions)
    reached('submit.committed')
    replica.rowsChanged([...new Set(outcomes.flatMap((outcome) => ('touched' in outcome ? outcome.touched : [])))])
    return outcomes.map(outcomeOf)
  } catch (error) {
    if (saved.size === 0) throw error
    // They are in the journal, so they are saved; the mirror missed them and runs them at the next rebase.
    replica.log.error({ err: error, entries: saved.size }, 'the mirror missed entries that were saved')
    return submissions.map(({ id }) => ({ problem: saved.has(id) ? null : notTaken(error), onlyServer: false }))
  } finally {
    if (saved.size > 0) replica.listener.entriesChanged()
  }
}

function submissionsOf(
  replica: Replica,
  requests: readonly Request[],
  write: (id: string, prepared: Prepared) => Entry,
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

function notTaken(cause: unknown): Problem {
  if (cause instanceof OutpostError) return cause.problem
  return { code: 'internal', message: 'Something went wrong inside the console. The log has the details.' }
}

function outcomeOf(taken: Taken): Outcome {
  return 'refused' in taken
    ? { problem: taken.refused.problem, onlyServer: false }
    : { problem: null, onlyServer: taken.leftToServer }
}
