import type { Manifest } from '#shared/systems/manifest.ts'

/** Documents fetched ahead in one go. */
const MOST = 500

/** The files that people will want to read with no network: those of the documents that wait, the oldest first. */
export async function filesToFetch(
  reader: { read<T>(sql: string, params?: readonly unknown[]): Promise<T[]> },
  manifest: Manifest,
): Promise<string[]> {
  if (manifest.files === undefined) return []
  const rows = await reader.read<{ version_id: string }>(
    `select version_id from (${manifest.files.ahead}) ahead limit ${MOST}`,
  )
  return rows.map((row) => row.version_id)
}
