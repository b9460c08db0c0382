import type { Catalogue, Relation } from '#shared/contract/catalogue.ts'
import type { WorkspaceHandle } from '../context.ts'
import { rowWords } from './row-words.ts'

/** Names of columns that say who somebody is, not what they have. */
const PERSONAL = ['full_name', 'display_name', 'name', 'username', 'email']

/** Words for accounts by their ids: what the product calls the person, else the e-mail address that they sign in with. */
export async function accountLabels(
  handle: WorkspaceHandle,
  catalogue: Catalogue,
  ids: readonly string[],
): Promise<Record<string, string>> {
  const emails = await handle.reader.read<{ id: string; email: string }>(
    'select id::text, email from outpost.account_emails($1::text[]::uuid[])',
    [ids],
  )
  const labels = Object.fromEntries(emails.map(({ id, email }) => [id, email]))
  for (const people of peopleIn(catalogue, handle.manifest.accounts)) {
    Object.assign(labels, await rowWords(handle, catalogue, people, ids))
  }
  return labels
}

/** The tables that know people by their accounts: those that the key says it of, and the one that the manifest names. */
function peopleIn({ relations }: Catalogue, said: string | undefined): { relation: string; column: string }[] {
  const keyed = relations.filter(isPeople).map(({ relation, key: [column = ''] }) => ({ relation, column }))
  const [table, column] = said?.split('.') ?? []
  return table && column ? [...keyed, { relation: `public.${table}`, column }] : keyed
}

function isPeople({ kind, key, columns, name }: Relation): boolean {
  const [only, ...more] = columns.filter((column) => key.includes(column.name))
  return (
    kind === 'table' &&
    more.length === 0 &&
    only?.account === true &&
    only.references === null &&
    PERSONAL.includes(name ?? '')
  )
}
