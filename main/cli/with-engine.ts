import { fileVault } from '#main/host/file-vault.ts'
import { openLog } from '#main/host/log.ts'
import type { Api, EngineEvent } from '#shared/contract/contract.ts'
import { apiClient } from './api-client.ts'

/** What a command works with: the contract, and what the engine tells meanwhile. */
export interface Client {
  readonly api: Api
  listen(listener: (event: EngineEvent) => void): () => void
}

/**
 * Runs the engine in this very process for as long as a command takes, and closes it in order.
 * @param background whether workspaces sync unasked meanwhile
 */
export async function withEngine<T>(
  home: string,
  work: (client: Client) => Promise<T>,
  background = false,
): Promise<T> {
  // Only when it is needed: commands that answer without an engine should not wait for it to be read.
  const { openEngine } = await import('../engine.ts')
  const engine = await openEngine({ home, vault: fileVault(home), log: openLog(home, 'cli'), background })
  try {
    return await work({
      api: apiClient((path, input) => engine.call(path, input)),
      listen: (listener) => engine.listen(listener),
    })
  } finally {
    await engine.close()
  }
}
