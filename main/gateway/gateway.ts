import { createClient } from '@supabase/supabase-js'
import type { Logger } from 'pino'
import { OutpostError } from '#shared/contract/errors.ts'
import type { Person } from '#shared/contract/session.ts'
import * as protocol from '#shared/model/protocol.ts'
import type { Keeping, Kept } from '#shared/model/scope.ts'
import { Auth } from './auth.ts'
import { authorisedFetch } from './authorised-fetch.ts'
import { type DownloadOptions, download } from './download.ts'
import type { ExchangeOptions, Fetch } from './exchange.ts'
import { type HintListener, listenForHints } from './hint-line.ts'
import { LIMITS, type Limits } from './limits.ts'
import { personOf } from './person.ts'
import { probe } from './probe.ts'
import { projectAt } from './project.ts'
import { Rpc } from './rpc.ts'
import { ServerClock } from './server-clock.ts'
import { Session, type SessionInfo, type SessionStore } from './session.ts'

export interface GatewayOptions {
  readonly url: string
  readonly key: string
  readonly sessionStore: SessionStore
  readonly log: Logger
  readonly fetch?: Fetch
  readonly limits?: Partial<Limits>
}

/** Rows by their keys, or those whose column has a value, in its text form. */
export type Which =
  | { readonly keys: readonly protocol.KeyText[] }
  | { readonly column: string; readonly value: string; readonly maxRows: number }

/**
 * The one place that speaks to Supabase. Every failure is an OutpostError of a kind that says what to do about it;
 * every answer has been checked. Nothing is retried here, except once with a renewed token and once over a new line.
 */
export interface Gateway {
  /** Asks whether this is a Supabase project with our SQL, and the key its own; needs no session. */
  probe(): Promise<void>
  signIn(email: string, password: string): Promise<Person>
  /** Forgets the session here, and on the server if it can be reached. Never fails for want of a network. */
  signOut(): Promise<void>
  /** Who is signed in; known without a network. */
  session(): Promise<SessionInfo | null>
  hello(): Promise<protocol.Hello>
  /** @param part what is kept of it, and what of that is here already; all of it and nothing when left out */
  snapshot(
    relation: string,
    after: protocol.KeyText | null,
    maxRows: number,
    part?: { readonly kept: Kept | null; readonly held?: Kept },
  ): Promise<protocol.SnapshotPage>
  pull(cursor: protocol.Cursor, after: string | null, maxRows: number, keeping?: Keeping): Promise<protocol.PullPage>
  /** Rows as they are now, whether they are kept here or not. */
  rows(relation: string, which: Which, after?: protocol.KeyText | null): Promise<protocol.RowsPage>
  /** @throws OutpostError `server_replaced` when another server answers than `expected`; then nothing was done */
  push(entries: readonly protocol.SentEntry[], expected?: protocol.Expected): Promise<protocol.PushAnswer>
  receipts(ids: readonly string[], device: string | null): Promise<protocol.ReceiptsAnswer>
  chain(device: string, after: string | null): Promise<protocol.ChainPage>
  schema(): Promise<protocol.ServerSchema>
  proof(relation: string, columns: readonly string[], kept?: Kept | null): Promise<protocol.Proof>
  download(bucket: string, path: string, options: DownloadOptions): Promise<void>
  /** Opens one line to hear of changes at once; answers the function that hangs up. Only where `hello` offers hints. */
  listenForHints(listener: HintListener): () => void
  /** Milliseconds by which this computer's clock is ahead of the server's, by its last answer. */
  clockAhead(): number | null
  /** Ends everything that is under way with `cancelled`. */
  close(): void
}

/** @throws OutpostError `bad_request` for an address that is none, `wrong_key` for a secret key */
export function openGateway(options: GatewayOptions): Gateway {
  const project = projectAt(options.url, options.key)
  const life = new AbortController()
  const exchanging: ExchangeOptions = {
    fetch: options.fetch ?? globalThis.fetch,
    limits: { ...LIMITS, ...options.limits },
    signal: life.signal,
  }
  const clock = new ServerClock()
  const auth = new Auth(project, exchanging)
  const session = new Session(options.sessionStore, auth)
  const client = createClient(project.url, project.key, {
    global: { fetch: authorisedFetch(session, exchanging, clock) },
    // The fetch above puts the token on; this one keeps the library from looking after sessions itself.
    accessToken: async () => null,
  })
  const rpc = new Rpc(client, options.log)

  return {
    probe: () => probe(project, exchanging),
    signIn: async (email, password) => {
      const grant = await auth.byPassword(email, password)
      await session.begin(grant)
      return personOf(grant)
    },
    signOut: async () => {
      const token = await session.end()
      if (token === null) return
      await auth.end(token).catch((error: unknown) => options.log.debug({ err: error }, 'signed out here only'))
    },
    session: () => session.info(),
    hello: () => rpc.call('console_hello', {}, protocol.hello),
    snapshot: (relation, after, maxRows, { kept, held } = { kept: null }) =>
      rpc.call(
        'console_snapshot',
        {
          p_relation: relation,
          p_after: after,
          p_max_rows: maxRows,
          p_kept: kept,
          p_held: held ?? { none: true },
        },
        protocol.snapshotPage,
      ),
    pull: (cursor, after, maxRows, keeping = {}) =>
      rpc.call(
        'console_pull',
        { p_cursor: cursor, p_after: after, p_max_rows: maxRows, p_scope: keeping },
        protocol.pullPage,
      ),
    rows: (relation, which, after = null) =>
      rpc.call('console_rows', { p_relation: relation, p_after: after, ...asked(which) }, protocol.rowsPage),
    push: (entries, expected) =>
      rpc.call('console_push', { p_entries: entries, p_expected: expected ?? null }, protocol.pushAnswer),
    receipts: (ids, device) => rpc.call('console_receipts', { p_ids: ids, p_device: device }, protocol.receiptsAnswer),
    chain: (device, after) => rpc.call('console_chain', { p_device: device, p_after: after }, protocol.chainPage),
    schema: () => rpc.call('console_schema', {}, protocol.serverSchema),
    proof: (relation, columns, kept = null) =>
      rpc.call('console_proof', { p_relation: relation, p_columns: columns, p_kept: kept }, protocol.proof),
    download: (bucket, path, to) => download(client, bucket, path, to),
    listenForHints: (listener) => listenForHints(project, session, listener),
    clockAhead: () => clock.ahead,
    close: () => life.abort(new OutpostError('cancelled', 'The workspace was closed.')),
  }
}

function asked(which: Which): object {
  if ('keys' in which) return { p_keys: which.keys }
  return { p_column: which.column, p_value: which.value, p_max_rows: which.maxRows }
}

/**
 * Asks an address, before anything is kept, whether it is a Supabase project with our SQL, and the key its own.
 * @throws OutpostError as `openGateway` and `probe`
 */
export function probeProject(url: string, key: string): Promise<void> {
  const exchanging = { fetch: globalThis.fetch, limits: LIMITS, signal: new AbortController().signal }
  return probe(projectAt(url, key), exchanging)
}
