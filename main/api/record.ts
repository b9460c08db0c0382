import type { Handlers } from '#shared/contract/contract.ts'
import type { ApiContext } from './context.ts'
import { readDeletion } from './record/deletion.ts'
import { readHistory } from './record/history.ts'
import { readRecord } from './record/read-record.ts'

/** One row of any table, and what is around it. */
export function recordApi(context: ApiContext): Handlers['record'] {
  return {
    get: async (input) => readRecord(await context.workspace(input.workspace), input),
    history: async (input) => readHistory(await context.workspace(input.workspace), input),
    deletion: async ({ workspace, relation, key }) =>
      readDeletion(await context.workspace(workspace), { relation, keys: [key] }),
  }
}
