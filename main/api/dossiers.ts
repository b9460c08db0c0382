import type { Handlers } from '#shared/contract/contract.ts'
import { readAgents } from './agents.ts'
import type { ApiContext } from './context.ts'
import { readDossierPage } from './dossier-page.ts'
import { readDossier } from './dossier-record.ts'

/** The dossiers' desk. */
export function dossiersApi(context: ApiContext): Handlers['dossiers'] {
  return {
    page: (input) => readDossierPage(context.workspace(input.workspace), input),
    get: ({ workspace, id }) => readDossier(context.workspace(workspace), id),
    agents: ({ workspace }) => readAgents(context.workspace(workspace)),
  }
}
