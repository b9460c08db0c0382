import type { Handlers } from '#shared/contract/contract.ts'
import { readAgents } from './agents.ts'
import type { ApiContext } from './context.ts'
import { readDossierPage } from './dossier-page.ts'
import { readDossier } from './dossier-record.ts'

/** The dossiers' desk. */
export function dossiersApi(context: ApiContext): Handlers['dossiers'] {
  return {
    page: async (input) => readDossierPage(await context.workspace(input.workspace), input),
    get: async ({ workspace, id }) => readDossier(await context.workspace(workspace), id),
    agents: async ({ workspace }) => readAgents(await context.workspace(workspace)),
  }
}
