import type { Logger } from 'pino'
import type { WorkspaceHandle } from '#main/api/context.ts'
import type { Limits } from '#main/gateway/limits.ts'
import type { Vault } from '#main/host/vault.ts'
import { statusOf } from '#main/sync/status.ts'
import type { EngineEvent } from '#shared/contract/contract.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import type { Status } from '#shared/contract/sync.ts'
import type { Registry } from './registry.ts'
import { type OpenWorkspace, openWorkspace } from './workspace.ts'

interface Options {
  readonly registry: Registry
  readonly vault: Vault
  readonly background: boolean
  readonly limits: Partial<Limits>
  readonly log: Logger
  readonly tell: (event: EngineEvent) => void
}

/** The workspaces that are open, each from the first time that something names it. */
export class OpenWorkspaces {
  readonly #options: Options
  readonly #open = new Map<string, Promise<OpenWorkspace>>()

  constructor(options: Options) {
    this.#options = options
  }

  /** @throws OutpostError `workspace_unknown`, `workspace_locked`, `journal_damaged` */
  get(name: string): Promise<OpenWorkspace> {
    let opening = this.#open.get(name)
    if (opening === undefined) {
      opening = this.#begin(name)
      this.#open.set(name, opening)
      // What could not be opened may be opened later: another process may let go of it.
      opening.catch(() => this.#open.delete(name))
    }
    return opening
  }

  /** Whether something has named it already. */
  has(name: string): boolean {
    return this.#open.has(name)
  }

  /** What the desks' queries need of a workspace: the same object for as long as it is open. */
  async workspace(name: string): Promise<WorkspaceHandle> {
    return (await this.get(name)).handle
  }

  async status(name: string): Promise<Status> {
    const { replica, conductor, files } = await this.get(name)
    return statusOf(replica, name, () => files.count(), conductor.situation)
  }

  async closeOne(name: string): Promise<void> {
    const opening = this.#open.get(name)
    this.#open.delete(name)
    await (await opening?.catch(() => undefined))?.close()
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open.keys()].map((name) => this.closeOne(name)))
  }

  #begin(name: string): Promise<OpenWorkspace> {
    const { registry, vault, background, limits, log, tell } = this.#options
    const settings = registry.find(name)
    const statusChanged = () => {
      if (this.#open.has(name)) this.#tellStatus(name)
    }
    return openWorkspace(
      settings,
      registry.folderOf(name),
      registry.templates,
      vault,
      {
        rowsChanged: (relations) => tell({ event: 'rowsChanged', workspace: name, relations: [...relations] }),
        entriesChanged: () => {
          tell({ event: 'entriesChanged', workspace: name })
          statusChanged()
        },
        statusChanged,
      },
      { background, limits },
      log.child({ workspace: name }),
    )
  }

  #tellStatus(name: string): void {
    this.status(name).then(
      (status) => this.#options.tell({ event: 'statusChanged', status }),
      (error: unknown) => {
        if (!(error instanceof OutpostError)) this.#options.log.error({ err: error }, 'no status')
      },
    )
  }
}
