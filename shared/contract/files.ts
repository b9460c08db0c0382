import { z } from 'zod'
import { fileRef } from './review.ts'
import { workspaceName } from './workspaces.ts'

/** Larger files are refused, with a message: a reviewer's document is far below it. Bytes. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024

/** Bytes of a file in one answer. */
export const CHUNK_BYTES = 1024 * 1024

export const files = {
  /** Makes sure that the file is here (fetches it when online) and sound. */
  open: { input: z.object({ workspace: workspaceName, versionId: z.uuid() }), output: fileRef },
  read: {
    input: z.object({ workspace: workspaceName, versionId: z.uuid(), offset: z.int().min(0) }),
    output: z.object({ base64: z.string(), done: z.boolean() }),
  },
}
