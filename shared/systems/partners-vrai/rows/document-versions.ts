// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

import type { ActorType } from './enums.ts'

/** Uploaded files. A version is never changed; a correction is a new one. */
export interface DocumentVersionsRow {
  readonly id: string
  readonly document_id: string
  /** Counted from 1 within the document. */
  readonly version: number
  /** Path in the bucket "documents": dossier/document/file. */
  readonly file_url: string
  readonly file_name: string
  readonly mime_type: string
  /** Size of the file in bytes. */
  readonly size_bytes: string
  /** Fingerprint of the file, by which a download is checked. */
  readonly sha256: string
  readonly uploaded_by_type: ActorType
  readonly uploaded_by_id: string | null
  readonly uploaded_at: string
}
