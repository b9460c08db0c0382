import type { Handlers } from '#shared/contract/contract.ts'
import { readAuditChange } from './audit/audit-change.ts'
import { readAuditChoices } from './audit/audit-choices.ts'
import { readAuditPage } from './audit/audit-page.ts'
import type { ApiContext } from './context.ts'
import { deskOf } from './desk-of.ts'
import { comparing } from './rows/read-page.ts'

/** The product's own log of who changed what, from what, to what. */
export function auditApi(context: ApiContext): Handlers['audit'] {
  const desk = (workspace: string) => deskOf(context, workspace, 'audit')
  return {
    page: async (input) => comparing(async () => readAuditPage(await desk(input.workspace), input)),
    get: async ({ workspace, id }) => readAuditChange(await desk(workspace), id),
    choices: async ({ workspace }) => readAuditChoices(await desk(workspace)),
  }
}
