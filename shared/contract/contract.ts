import { z } from 'zod'
import { audit } from './audit.ts'
import { batch, batchProgress } from './batch.ts'
import { catalogue } from './catalogue.ts'
import { dashboards } from './dashboards.ts'
import { demo } from './demo.ts'
import { dossiers } from './dossiers.ts'
import { conflicts, entries, outbox } from './entries.ts'
import type { Problem } from './errors.ts'
import { exportProgress, exportRows } from './export.ts'
import { files } from './files.ts'
import { importProgress, importRows } from './import.ts'
import { inbox } from './inbox.ts'
import { organizations } from './organizations.ts'
import { plans } from './plans.ts'
import { record } from './record.ts'
import { review } from './review.ts'
import { rows } from './rows.ts'
import { scopes } from './scope.ts'
import { search } from './search.ts'
import { session } from './session.ts'
import { settings, settingsValue } from './settings.ts'
import { status, sync } from './sync.ts'
import { tools } from './tools.ts'
import { views } from './views.ts'
import { workspaceName, workspaces } from './workspaces.ts'

/** Everything that a screen, or the command line, can ask of the engine. */
export const contract = {
  workspaces,
  demo,
  session,
  sync,
  inbox,
  scopes,
  entries,
  outbox,
  conflicts,
  review,
  dossiers,
  organizations,
  plans,
  audit,
  catalogue,
  rows,
  record,
  batch,
  search,
  views,
  dashboards,
  files,
  export: exportRows,
  import: importRows,
  settings,
  tools,
}
export type Contract = typeof contract

/** Everything that the engine tells without being asked. */
export const event = z.discriminatedUnion('event', [
  z.object({ event: z.literal('statusChanged'), status }),
  z.object({ event: z.literal('rowsChanged'), workspace: workspaceName, relations: z.array(z.string()) }),
  z.object({ event: z.literal('entriesChanged'), workspace: workspaceName }),
  z.object({ event: z.literal('viewsChanged'), workspace: workspaceName }),
  z.object({ event: z.literal('workspacesChanged') }),
  z.object({ event: z.literal('settingsChanged'), settings: settingsValue }),
  exportProgress,
  batchProgress,
  importProgress,
])
export type EngineEvent = z.infer<typeof event>

export type Reply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: Problem }

type Method = { input: z.ZodType; output: z.ZodType }
type Call<M extends Method> = (input: z.input<M['input']>) => Promise<z.output<M['output']>>
type Handle<M extends Method> = (input: z.output<M['input']>) => Promise<z.input<M['output']>>

/** The contract as the caller sees it. */
export type Api = {
  [S in keyof Contract]: { [M in keyof Contract[S]]: Contract[S][M] extends Method ? Call<Contract[S][M]> : never }
}

/** The contract as the one who answers it must implement it. */
export type Handlers = {
  [S in keyof Contract]: { [M in keyof Contract[S]]: Contract[S][M] extends Method ? Handle<Contract[S][M]> : never }
}

/**
 * What a preload puts on `window.outpost`. Plain functions only: a context bridge copies, it can't pass proxies.
 * `path` is `subject.method`.
 */
export interface Bridge {
  readonly host: 'electron' | 'browser'
  call(path: string, input: unknown): Promise<Reply>
  /** Returns the function that stops listening. */
  listen(listener: (event: EngineEvent) => void): () => void
  /** True while the engine can be reached; calls wait while it is false. */
  onLink(listener: (up: boolean) => void): () => void
}
