import type { TestCloud } from './cloud.ts'

/** Count and hash of the rows of each table, in the columns that a generator writes. */
export async function hashesOf(
  cloud: TestCloud,
  columns: Readonly<Record<string, readonly string[]>>,
): Promise<Record<string, unknown>> {
  const hashes: Record<string, unknown> = {}
  for (const [table, names] of Object.entries(columns)) {
    const list = names.map((name) => `"${name}"`).join(', ')
    const [row] = await cloud.sql(
      `select count(*)::int as count, md5(string_agg(line, chr(10) order by line collate "C")) as hash
       from (select jsonb_build_array(${list})::text as line from ${table}) lines`,
    )
    hashes[table] = row
  }
  return hashes
}
