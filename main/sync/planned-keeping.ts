import type { Keeping } from '#shared/model/scope.ts'
import type { Replica } from './replica.ts'
import { nextKeeping, readChosen, wantedScopes } from './scope.ts'

/**
 * What is to be kept of each table from now on.
 * @param now the server's clock
 */
export function plannedKeeping({ manifest, journal }: Replica, current: Keeping, now: string): Keeping {
  return nextKeeping(current, wantedScopes(manifest, readChosen(journal.fact('scopes'))), now)
}
