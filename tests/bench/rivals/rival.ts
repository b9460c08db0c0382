/** A row of 11 columns, as the rivals' table has it beside the columns that they ask for. */
export interface Row {
  readonly id: string
  readonly document_id: string
  readonly version: number
  readonly file_url: string
  readonly file_name: string
  readonly mime_type: string
  readonly size_bytes: number
  readonly sha256: string
  readonly uploaded_by_type: string
  readonly uploaded_by_id: string
  readonly uploaded_at: string
}

export const COLUMNS: readonly (keyof Row)[] = [
  'id',
  'document_id',
  'version',
  'file_url',
  'file_name',
  'mime_type',
  'size_bytes',
  'sha256',
  'uploaded_by_type',
  'uploaded_by_id',
  'uploaded_at',
]

/** One client of the table, by whichever library, as far as the course needs it. */
export interface Rival {
  /** What is the server's comes here, and what was written here goes there; gives up waiting after a while. */
  sync(): Promise<void>
  count(): Promise<number>
  valueOf(id: string, column: keyof Row): Promise<unknown>
  insert(rows: readonly Row[]): Promise<void>
  update(id: string, changes: Partial<Row>): Promise<void>
  /** Whether a write is still here to be sent, or to be seen; null where the library does not tell. */
  waiting(): Promise<number | null>
  close(): Promise<void>
}

/** Waits for work that may never end. */
export async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms)
  })
  const inTime = await Promise.race([work.then(() => true), late])
  clearTimeout(timer)
  return inTime
}
