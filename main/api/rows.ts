import type { Handlers } from '#shared/contract/contract.ts'
import { catalogueOf, relationOf } from './catalogue/read-catalogue.ts'
import type { ApiContext } from './context.ts'
import { exactCount } from './rows/count.ts'
import { columnOf } from './rows/identifier.ts'
import { labelsIn } from './rows/labels.ts'
import { comparing, readPage } from './rows/read-page.ts'
import { readChoices, readValues } from './rows/read-values.ts'

/** Any table or view of any system, as a list. */
export function rowsApi(context: ApiContext): Handlers['rows'] {
  return {
    page: async (input) => comparing(async () => readPage(await context.workspace(input.workspace), input)),
    count: async (input) => {
      const handle = await context.workspace(input.workspace)
      const relation = await relationOf(handle, input.relation)
      return { total: await comparing(() => exactCount(handle, relation, input)) }
    },
    values: async (input) => readValues(await context.workspace(input.workspace), input),
    labels: async ({ workspace, relation, column, values }) => {
      const handle = await context.workspace(workspace)
      const known = columnOf(await relationOf(handle, relation), column, 'column')
      return comparing(async () => labelsIn(handle, await catalogueOf(handle), known, values))
    },
    choices: async (input) => readChoices(await context.workspace(input.workspace), input),
  }
}
