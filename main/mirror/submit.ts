import { OutpostError } from '#shared/contract/errors.ts'
import type { Entry, Operation, Request, Subject } from '#shared/model/entry.ts'
import type { PGlite, Transaction } from './database.ts'
import { withMadeValues } from './made-values.ts'
import { OutsideMirror, targetOutside } from './outside.ts'
import { asOwner, asPerson, type Claims } from './person.ts'
import { isDatabaseError } from './refusal.ts'
import { noteRun, tryRun, withBase } from './run.ts'

/** A decision that the mirror's rules have let through. */
export interface Prepared {
  readonly operation: Operation
  readonly subject: Subject
  readonly dependsOn: string[]
}

export interface Submission {
  readonly id: string
  readonly claims: Claims
  readonly request: Request
  /** A query that finds the words for what this is about; `$1` is the request's arguments or values. */
  readonly subjectQuery: string | null
  /** What to compare with instead of the row here, as JSON text: what the person saw, or what a conflict has shown. */
  readonly base?: string | null
  /** Write it down even if it can't be run here: only the server has what it was decided on. */
  readonly evenIfRefused?: boolean
  /** Write it down even if a row that is not kept here is missing: the server will tell. */
  readonly leaveToServer?: boolean
  /** Writes the decision down for good. When it returns, the decision is saved, whatever happens after. */
  write(prepared: Prepared): Entry
}

/**
 * Runs a decision here, under the person's policies and the product's rules, and has it written down before the
 * mirror keeps it: the journal is the commit point, and a mirror that dies in between runs the entry again.
 * @returns the tables that it changed
 * @throws OutpostError `refused`, `conflict`, `not_found`, `disk_full`; then nothing has happened anywhere. An
 *   OutsideMirror, when the reason is a row that is not kept here
 */
export async function submit(database: PGlite, submission: Submission): Promise<string[]> {
  return database.transaction(async (tx) => (await submitIn(tx, submission)).touched)
}

/** What became of one decision among several. */
export type Taken = { readonly touched: string[]; readonly leftToServer: boolean } | { readonly refused: OutpostError }

/**
 * Several decisions in one transaction, each as `submit` takes it. One that is refused leaves no trace and the others
 * alone.
 */
export async function submitEach(database: PGlite, submissions: readonly Submission[]): Promise<Taken[]> {
  return database.transaction(async (tx) => {
    const outcomes: Taken[] = []
    for (const submission of submissions) {
      await tx.exec('savepoint decision')
      try {
        outcomes.push(await submitIn(tx, submission))
      } catch (error) {
        if (!(error instanceof OutpostError)) throw error
        await tx.exec('rollback to savepoint decision')
        outcomes.push({ refused: error })
      }
      await tx.exec('release savepoint decision')
    }
    return outcomes
  })
}

async function submitIn(tx: Transaction, submission: Submission): Promise<Extract<Taken, { touched: string[] }>> {
  const { id, claims, subjectQuery } = submission
  await checkTable(tx, submission.request)
  const request = await withMadeValues(tx, submission.request)
  await asPerson(tx, claims)
  const operation = await withBase(tx, request, submission.base ?? null).catch((error: unknown) =>
    orOutside(tx, request, error),
  )
  const subject = subjectQuery === null ? {} : await wordsOf(tx, subjectQuery, request)
  await asOwner(tx)
  const failure = await tryRun(tx, claims, id, operation)
  if (failure !== null && submission.evenIfRefused !== true) {
    if (failure.outside === null) throw failure.error
    if (submission.leaveToServer !== true) throw new OutsideMirror(failure.error, failure.outside)
  }
  const { rows } = await tx.query<{ depends: string[]; touched: string[] }>(
    `select outpost.depends_on($1, $2::jsonb)::text[] as depends,
       array(select distinct relation from outpost.effects where entry = $1) as touched`,
    [id, JSON.stringify(operation)],
  )
  const entry = submission.write({ operation, subject, dependsOn: rows[0]?.depends ?? [] })
  await noteRun(tx, entry, failure)
  return { touched: rows[0]?.touched ?? [], leftToServer: failure !== null }
}

async function checkTable(tx: Transaction, request: Request): Promise<void> {
  if (request.kind === 'call') return
  const { rows } = await tx.query<{ is_here: boolean }>('select to_regclass($1) is not null as is_here', [
    request.relation,
  ])
  if (rows[0]?.is_here) return
  const reason = 'unknown_relation'
  throw new OutpostError('refused', `There is no table ${request.relation} here.`, { reason, field: 'relation' })
}

async function orOutside(tx: Transaction, request: Request, error: unknown): Promise<never> {
  await asOwner(tx)
  const row = error instanceof OutpostError && error.code === 'not_found' ? await targetOutside(tx, request) : null
  throw row === null ? error : new OutsideMirror(notHere(), row)
}

function notHere(): OutpostError {
  return new OutpostError(
    'not_found',
    'This row is not kept on this computer. Go online, and it is fetched, if it is still there.',
    { reason: 'row.not_kept' },
  )
}

/** No words when the query was written for other tables than the server has by now: the decision does without. */
async function wordsOf(tx: Transaction, query: string, request: Request): Promise<Subject> {
  const values = request.kind === 'call' ? request.args : request.kind === 'insert' ? request.values : request.key
  await tx.exec('savepoint words')
  try {
    const { rows } = await tx.query<Record<string, unknown>>(query, [JSON.stringify(values)])
    const words = Object.entries(rows[0] ?? {}).filter(([, value]) => value !== null)
    return Object.fromEntries(words.map(([name, value]) => [name, String(value)]))
  } catch (error) {
    if (!isDatabaseError(error) || !OTHER_TABLES.includes(error.code)) throw error
    await tx.exec('rollback to savepoint words')
    return {}
  }
}

/** Names that Postgres does not know: of a column, a table, a function. */
const OTHER_TABLES = ['42703', '42P01', '42883']
