// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Files of a resume, by format. */
export interface ResumeDownloadsRow {
  readonly id: string
  readonly generation_id: string | null
  readonly format: 'latex' | 'pdf' | 'word' | 'overleaf'
  readonly file_url: string | null
  readonly file_size_bytes: number | null
  /** How often it was fetched. */
  readonly download_count: number | null
  readonly created_at: string | null
}
