import { probeProject } from '#main/gateway/gateway.ts'
import type { OpenWorkspaces } from '#main/open-workspaces.ts'
import type { Registry } from '#main/registry.ts'
import { knownManifest } from '#main/workspace.ts'
import type { EngineEvent, Handlers } from '#shared/contract/contract.ts'
import { type ErrorCode, OutpostError } from '#shared/contract/errors.ts'
import type { Workspace } from '#shared/contract/workspaces.ts'

/** What makes an address or a key useless for good, with the field that it concerns. The rest may pass: add it anyway. */
const FOR_GOOD: Readonly<Partial<Record<ErrorCode, string>>> = {
  not_supabase: 'url',
  no_sync_sql: 'url',
  wrong_key: 'key',
}

export function workspacesApi(
  registry: Registry,
  open: OpenWorkspaces,
  tell: (event: EngineEvent) => void,
): Handlers['workspaces'] {
  return {
    list: async () => registry.list().map((known) => ({ ...withoutKey(known), open: open.has(known.name) })),
    add: async (workspace) => {
      knownManifest(workspace.system)
      registry.checkFree(workspace.name)
      await probe(workspace)
      registry.add(workspace)
      tell({ event: 'workspacesChanged' })
      return withoutKey(workspace)
    },
    move: async ({ name, url }) => {
      const { key } = registry.find(name)
      await probe({ url, key })
      await open.closeOne(name)
      const moved = registry.move(name, url)
      tell({ event: 'workspacesChanged' })
      return withoutKey(moved)
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

/** Asks the project before it is kept; one that can't be reached now is taken on trust, and asked at the sign-in. */
async function probe({ url, key }: Pick<Workspace, 'url' | 'key'>): Promise<void> {
  try {
    await probeProject(url, key)
  } catch (error) {
    if (!(error instanceof OutpostError)) throw error
    const field = FOR_GOOD[error.code]
    if (error.code === 'bad_request' || error.problem.field !== undefined) throw error
    if (field !== undefined)
      throw new OutpostError(error.code, error.message, { ...error.problem, field, cause: error })
  }
}
