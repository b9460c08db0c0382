import { join } from 'node:path'
import type { Logger } from 'pino'
import { auditApi } from '#main/api/audit.ts'
import { batchApi } from '#main/api/batch.ts'
import { catalogueApi } from '#main/api/catalogue.ts'
import { dashboardsApi } from '#main/api/dashboards.ts'
import { demoApi } from '#main/api/demo.ts'
import { answer } from '#main/api/door.ts'
import { dossiersApi } from '#main/api/dossiers.ts'
import { entriesApi } from '#main/api/entries.ts'
import { exportApi } from '#main/api/export.ts'
import { filesApi } from '#main/api/files.ts'
import { importApi } from '#main/api/import.ts'
import { inboxApi } from '#main/api/inbox.ts'
import { organizationsApi } from '#main/api/organizations.ts'
import { plansApi } from '#main/api/plans.ts'
import { recordApi } from '#main/api/record.ts'
import { reviewApi } from '#main/api/review.ts'
import { rowsApi } from '#main/api/rows.ts'
import { searchApi } from '#main/api/search.ts'
import { sessionApi } from '#main/api/session.ts'
import { settingsApi } from '#main/api/settings.ts'
import { syncApi } from '#main/api/sync.ts'
import { toolsApi } from '#main/api/tools.ts'
import { viewsApi } from '#main/api/views.ts'
import { workspacesApi } from '#main/api/workspaces.ts'
import type { Limits } from '#main/gateway/limits.ts'
import type { Vault } from '#main/host/vault.ts'
import type { EngineEvent, Handlers, Reply } from '#shared/contract/contract.ts'
import { scopesApi } from './api/scopes.ts'
import { OpenWorkspaces } from './open-workspaces.ts'
import { Registry } from './registry.ts'

export interface EngineOptions {
  /** The folder that holds everything. */
  readonly home: string
  readonly vault: Vault
  readonly log: Logger
  /** Whether workspaces sync unasked while they are open. */
  readonly background?: boolean
  /** How long and how large a server's answers may be, where it is not the usual. */
  readonly limits?: Partial<Limits>
  /** Where demo clouds are asked for, when whoever started the console has said so. */
  readonly demoDoor?: string | undefined
}

/** Everything behind the screens, for one person on one machine. Hosts and the command line know only this. */
export interface Engine {
  /** Answers a call of the contract: `path` is `subject.method`. Never throws. */
  call(path: string, input: unknown): Promise<Reply>
  /** Returns the function that stops listening. */
  listen(listener: (event: EngineEvent) => void): () => void
  close(): Promise<void>
}

/** Boots in this order: what there is (registry), what is open (workspaces, each when first named), who answers (api). */
export async function openEngine({
  home,
  vault,
  log,
  background = true,
  limits = {},
  demoDoor = process.env.OUTPOST_DEMO_DOOR,
}: EngineOptions): Promise<Engine> {
  const listeners = new Set<(event: EngineEvent) => void>()
  const tell = (event: EngineEvent) => {
    for (const listener of listeners) listener(event)
  }

  const registry = new Registry(home)
  const open = new OpenWorkspaces({ registry, vault, background, limits, log, tell })

  const exportRows = exportApi(open, join(home, 'exports'), tell)

  const handlers: Handlers = {
    workspaces: workspacesApi(registry, open, tell),
    demo: demoApi(registry, open, tell, demoDoor, log),
    session: sessionApi(open),
    sync: syncApi(open),
    inbox: inboxApi(registry, open),
    scopes: scopesApi(open),
    ...entriesApi(open),
    review: reviewApi(open),
    dossiers: dossiersApi(open),
    organizations: organizationsApi(open),
    plans: plansApi(open),
    audit: auditApi(open),
    catalogue: catalogueApi(open),
    rows: rowsApi(open),
    record: recordApi(open),
    batch: batchApi(open, tell),
    search: searchApi(open),
    views: viewsApi(open, tell),
    dashboards: dashboardsApi(open),
    files: filesApi(open),
    export: exportRows.handlers,
    import: importApi(open, tell),
    settings: settingsApi(registry, tell),
    tools: toolsApi(open),
  }

  return {
    call: async (path, input) => answer(handlers, path, input, log),
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {
      await exportRows.close()
      await open.close()
    },
  }
}
