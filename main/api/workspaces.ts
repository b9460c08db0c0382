import type { OpenWorkspaces } from '#main/open-workspaces.ts'
import type { Registry } from '#main/registry.ts'
import { knownManifest } from '#main/workspace.ts'
import type { EngineEvent, Handlers } from '#shared/contract/contract.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import type { Workspace } from '#shared/contract/workspaces.ts'

/** Keys that open everything; they have no place on a person's machine. */
const SERVICE_KEY = /^sb_secret_|^eyJ[^.]*\.([^.]+)\./

export function workspacesApi(
  registry: Registry,
  open: OpenWorkspaces,
  tell: (event: EngineEvent) => void,
): Handlers['workspaces'] {
  return {
    list: async () => registry.list().map(withoutKey),
    add: async (workspace) => {
      knownManifest(workspace.system)
      refuseServiceKey(workspace.key)
      registry.add(workspace)
      tell({ event: 'workspacesChanged' })
      return withoutKey(workspace)
    },
    remove: async ({ name, discardPending }) => {
      const { replica } = await open.get(name)
      const waiting = replica.journal.open().length
      if (waiting > 0 && !discardPending) throw pendingEntries(waiting)
      await open.closeOne(name)
      registry.remove(name)
      tell({ event: 'workspacesChanged' })
      return {}
    },
  }
}

export function pendingEntries(count: number): OutpostError {
  return new OutpostError(
    'pending_entries',
    `${count} decisions have not reached the server yet. Sync first, or say that they may be lost.`,
    { params: { count } },
  )
}

function withoutKey({ key: _, ...rest }: Workspace): Omit<Workspace, 'key'> {
  return rest
}

function refuseServiceKey(key: string): void {
  const match = SERVICE_KEY.exec(key)
  if (match === null) return
  const claims = match[1] === undefined ? 'service_role' : Buffer.from(match[1], 'base64url').toString('utf8')
  if (!claims.includes('service_role')) return
  throw new OutpostError(
    'wrong_key',
    'This is a secret key: it opens everything and must never leave a server. Use the publishable (anon) key of the project.',
    { field: 'key' },
  )
}
