import type { LookupFile } from '#main/files/file-source.ts'
import type { Manifest } from '#shared/systems/manifest.ts'
import type { Reader } from './context.ts'

interface Found {
  readonly path: string
  readonly name: string
  readonly mime: string
  readonly size: number | null
  readonly sha256: string | null
}

/** Finds what the mirror knows about the file of a version, by the query of the system's manifest. */
export function lookupFiles(reader: Reader, manifest: Manifest): LookupFile {
  const list = manifest.files?.list
  if (!list) return async () => null
  // The size fits: a file beyond 2^53 bytes is refused anyway.
  const sql = `select path, name, mime, size::float8 as size, sha256 from (${list}) file where version_id = $1::uuid`
  return async (versionId) => {
    const [found] = await reader.read<Found>(sql, [versionId])
    return found ?? null
  }
}
