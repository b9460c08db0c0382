import type { Handlers } from '#shared/contract/contract.ts'
import { readAgents } from './agents.ts'
import type { ApiContext } from './context.ts'
import { deskOf } from './desk-of.ts'
import { readDossierPage } from './dossier-page.ts'
import { readDossier } from './dossier-record.ts'

/** The dossiers' desk. */
export function dossiersApi(context: ApiContext): Handlers['dossiers'] {
  return {
    page: async (input) => readDossierPage(await deskOf(context, input.workspace, 'dossiers'), input),
    get: async ({ workspace, id }) => readDossier(await deskOf(context, workspace, 'dossiers'), id),
    agents: async ({ workspace }) => readAgents(await deskOf(context, workspace, 'dossiers')),
  }
}
