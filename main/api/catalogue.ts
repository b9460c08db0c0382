import type { Handlers } from '#shared/contract/contract.ts'
import { catalogueOf } from './catalogue/read-catalogue.ts'
import type { ApiContext } from './context.ts'

/** What the console is built from. */
export function catalogueApi(context: ApiContext): Handlers['catalogue'] {
  return { get: async ({ workspace }) => catalogueOf(await context.workspace(workspace)) }
}
