import { z } from 'zod'
import { logged, type record } from '#shared/contract/record.ts'
import { relationOf } from '../catalogue/read-catalogue.ts'
import type { WorkspaceHandle } from '../context.ts'
import { keyParts } from '../rows/key.ts'

type Schemas = (typeof record)['history']

/** What this console did to a row, and what the product's own log says of it, each newest first. */
export async function readHistory(
  handle: WorkspaceHandle,
  input: z.output<Schemas['input']>,
): Promise<z.output<Schemas['output']>> {
  const relation = await relationOf(handle, input.relation)
  const parts = keyParts(relation, input.key)
  const key = Object.fromEntries(relation.key.map((name, at) => [name, parts[at] ?? '']))
  const { history } = handle.manifest
  const log =
    history === undefined
      ? []
      : await handle.reader.read(history, [relation.relation.replace(/^public\./, ''), JSON.stringify(key), parts[0]])
  return { entries: [...(await handle.about(relation.relation, key))], log: z.array(logged).parse(log) }
}
