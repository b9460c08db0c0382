import type { Handlers } from '#shared/contract/contract.ts'
import type { ApiContext } from './context.ts'
import { searchEverything } from './search/search-everything.ts'

/** One box over all tables of a workspace. */
export function searchApi(context: ApiContext): Handlers['search'] {
  return { everything: async (input) => searchEverything(await context.workspace(input.workspace), input) }
}
