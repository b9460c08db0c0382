/** What the server says about the file of one document version. Nothing of it is trusted as a path on this machine. */
export interface FileEntry {
  /** Where it lies in the bucket. */
  readonly path: string
  readonly name: string
  readonly mime: string
  /** Bytes, when the server knows. */
  readonly size: number | null
  /** Hexadecimal, when the server knows. */
  readonly sha256: string | null
}

/** Finds what the server says about a version, or null when the person can't see such a version. */
export type LookupFile = (versionId: string) => Promise<FileEntry | null>

/**
 * Fetches one file and hands its bytes on in order. `onBytes` rejects when no more is wanted (too long, disk full).
 * Fails with an `OutpostError`: `offline`, `unreachable`, `timeout`, `signed_out`, `file_missing`, …
 */
export type FetchFile = (
  path: string,
  onBytes: (bytes: Uint8Array) => Promise<void>,
  signal: AbortSignal,
) => Promise<void>
