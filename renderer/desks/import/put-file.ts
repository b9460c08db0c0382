import { api } from '#renderer/bridge/api.ts'
import { ApiError } from '#renderer/bridge/api-error.ts'
import { MOST_IMPORT_BYTES, PUT_BYTES } from '#shared/contract/import.ts'

/** Hands a file to the engine, portion by portion. One that is too large is not begun. */
export async function putFile(id: string, file: File): Promise<void> {
  if (file.size > MOST_IMPORT_BYTES) {
    const message = 'The file has more than 50 MB. Divide it into several.'
    throw new ApiError({ code: 'too_large', message, field: 'file', reason: 'import.file_too_large' })
  }
  for (let offset = 0; offset === 0 || offset < file.size; offset += PUT_BYTES) {
    await api.import.put({ id, offset, base64: await base64Of(file.slice(offset, offset + PUT_BYTES)) })
  }
}

async function base64Of(part: Blob): Promise<string> {
  const bytes = new Uint8Array(await part.arrayBuffer())
  let text = ''
  // Few enough arguments at a time for every engine.
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192))
  return btoa(text)
}
