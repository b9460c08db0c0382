import type { ExportFormat } from '#shared/contract/export.ts'
import { api } from '../../bridge/api.ts'

const TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jsonl: 'application/x-ndjson;charset=utf-8',
}
/** How long a browser may take to begin with a download before its bytes are let go. Milliseconds. */
const KEPT = 60_000

/** Reads an export and gives it to the person: the desktop asks where to, a browser puts it among its downloads. */
export async function saveFile(id: string, name: string, format: ExportFormat): Promise<void> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  for (let [offset, done] = [0, false]; !done; ) {
    const chunk = await api.export.read({ id, offset })
    const bytes = Uint8Array.from(atob(chunk.base64), (character) => character.charCodeAt(0))
    parts.push(bytes)
    offset += bytes.length
    done = chunk.done
  }
  giveFile(name, parts, TYPES[format])
}

/** Gives bytes to the person as a file. */
export function giveFile(name: string, parts: BlobPart[], type: string): void {
  const address = URL.createObjectURL(new Blob(parts, { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT)
}
