import type { Handlers } from '#shared/contract/contract.ts'
import type { ApiContext } from './context.ts'

/** Files of document versions: fetched when they are wanted, handed out piece by piece. */
export function filesApi(context: ApiContext): Handlers['files'] {
  return {
    open: async ({ workspace, versionId }) => (await context.workspace(workspace)).files.open(versionId),
    read: async ({ workspace, versionId, offset }) => {
      const { bytes, done } = await (await context.workspace(workspace)).files.read(versionId, offset)
      return { base64: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'), done }
    },
  }
}
