import type { Handlers } from '#shared/contract/contract.ts'
import type { ApiContext } from './context.ts'
import { deskOf } from './desk-of.ts'
import { readOrganizationPage } from './organizations/organization-page.ts'
import { readOrganization } from './organizations/organization-record.ts'
import { previewSubscription } from './organizations/subscription-preview.ts'

/** The customers' organisations: the list, one with everything about it, and what a change would do to it. */
export function organizationsApi(context: ApiContext): Handlers['organizations'] {
  const desk = (workspace: string) => deskOf(context, workspace, 'organizations')
  return {
    page: async (input) => readOrganizationPage(await desk(input.workspace), input),
    get: async ({ workspace, id }) => readOrganization(await desk(workspace), id),
    preview: async (input) => previewSubscription(await desk(input.workspace), input),
  }
}
