import { join } from 'node:path'
import type { Logger } from 'pino'
import type { WorkspaceHandle } from '#main/api/context.ts'
import { lookupFiles } from '#main/api/file-lookup.ts'
import { type FileStore, openFileStore } from '#main/files/file-store.ts'
import { openGateway } from '#main/gateway/gateway.ts'
import type { Limits } from '#main/gateway/limits.ts'
import type { Vault } from '#main/host/vault.ts'
import { Journal } from '#main/journal/journal.ts'
import { Conductor } from '#main/sync/conductor.ts'
import { viewOf } from '#main/sync/entry-view.ts'
import { filesToFetch } from '#main/sync/files-ahead.ts'
import { type Listener, Replica } from '#main/sync/replica.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import { MAX_FILE_BYTES } from '#shared/contract/files.ts'
import type { Workspace as Settings } from '#shared/contract/workspaces.ts'
import type { Manifest } from '#shared/systems/manifest.ts'
import { plain } from '#shared/systems/plain/manifest.ts'
import { manifestOf } from '#shared/systems/systems.ts'

export interface OpenWorkspace {
  readonly settings: Settings
  readonly folder: string
  readonly replica: Replica
  readonly conductor: Conductor
  readonly files: FileStore
  readonly handle: WorkspaceHandle
  close(): Promise<void>
}

/** How a workspace keeps in touch with its server. */
interface Manner {
  /** Unasked, or only when it is told to. */
  readonly background: boolean
  readonly limits: Partial<Limits>
}

/**
 * Opens what a workspace consists of, in this order: the journal first, since its lock is the lock of the whole
 * folder; then the way to the server, the files, and last the conductor, which begins to use them all.
 * @throws OutpostError `workspace_locked`, `journal_damaged`
 */
export async function openWorkspace(
  settings: Settings,
  folder: string,
  templates: string,
  vault: Vault,
  listener: Listener,
  { background, limits }: Manner,
  log: Logger,
): Promise<OpenWorkspace> {
  const journal = Journal.open(join(folder, 'journal.db'))
  const gateway = openGateway({
    url: settings.url,
    key: settings.key,
    sessionStore: sessionIn(journal, vault),
    log,
    limits,
  })
  const manifest = knownManifest(settings.system)
  const replica = new Replica({ folder, templates, manifest, journal, gateway, listener, log })
  const read = async <T>(sql: string, params: readonly unknown[] = []) =>
    (await replica.mirror()).read<T>(replica.claims(), sql, [...params])
  const files = await openFileStore({
    folder: join(folder, 'files'),
    lookup: lookupFiles({ read }, manifest),
    fetch: async (path, onBytes, signal) => {
      const bucket = manifest.files?.bucket ?? ''
      await gateway.download(bucket, path, { onBytes, maxBytes: MAX_FILE_BYTES, signal })
    },
  })
  const fetchFiles = async (signal: AbortSignal) => {
    await files.prefetch(await filesToFetch({ read }, manifest), () => undefined, signal)
  }
  const conductor = new Conductor({ replica, fetchFiles, background })
  await conductor.start()
  const handle: WorkspaceHandle = {
    reader: { read },
    rehearse: async (trials, look) => (await replica.mirror()).rehearse({ claims: replica.claims(), trials, look }),
    files,
    manifest,
    get version() {
      return replica.version
    },
    marks: async () => journal.open().map((entry) => viewOf(entry, conductor.undo.left(entry.id))),
    fetched: async (relation) => {
      const all = await (await replica.mirror()).onDemand()
      return all.find((table) => table.relation === relation)?.keys ?? []
    },
    effects: async (relation) => (await replica.mirror()).effects(relation),
    about: async (relation, key) =>
      journal.about(relation, key).map((entry) => viewOf(entry, conductor.undo.left(entry.id))),
  }
  return {
    settings,
    folder,
    replica,
    conductor,
    files,
    handle,
    close: async () => {
      // First: a round that waits for a silent server would hold everything up.
      gateway.close()
      await conductor.stop()
      await files.close()
      await replica.close()
    },
  }
}

/** @throws OutpostError `bad_request` */
export function knownManifest(system: string): Manifest {
  const manifest = system === plain.system ? plain : manifestOf(system)
  if (manifest !== null) return manifest
  throw new OutpostError('bad_request', `This console does not know the system "${system}".`, {
    field: 'system',
    params: { system },
  })
}

/** The session lies sealed in the journal: it outlives the mirror, and only this person's vault can open it. */
function sessionIn(journal: Journal, vault: Vault) {
  return {
    load: async () => {
      const sealed = journal.fact('session')
      return sealed === null ? null : vault.open(sealed)
    },
    save: async (text: string | null) => journal.setFact('session', text === null ? null : await vault.seal(text)),
  }
}
