import { OutpostError } from '#shared/contract/errors.ts'
import { MAX_FILE_BYTES } from '#shared/contract/files.ts'

const full = new Set(['ENOSPC', 'EDQUOT'])

/** The server has no such version, or hides it from this person. */
export function unknownFile(): OutpostError {
  return new OutpostError('file_missing', 'This version of the document has no file that you may see.', {
    reason: 'file.unknown',
  })
}

/** It was not opened before it was read. */
export function notHere(): OutpostError {
  return new OutpostError('file_missing', 'This file is not on this computer. Open the document again to fetch it.', {
    reason: 'file.not_here',
  })
}

export function tooLarge(name: string): OutpostError {
  const limit = Math.floor(MAX_FILE_BYTES / 1024 / 1024)
  return new OutpostError('file_too_large', `“${name}” is larger than ${limit} MB and can’t be opened here.`, {
    params: { name, limit },
  })
}

export function corrupt(name: string): OutpostError {
  return new OutpostError(
    'file_corrupt',
    `“${name}” did not arrive as it was uploaded, so it was not kept. Open it again to fetch it once more.`,
    { params: { name } },
  )
}

export function cancelled(cause?: unknown): OutpostError {
  return new OutpostError('cancelled', 'Fetching the file was stopped.', { cause })
}

/** Turns what went wrong on the way to the disk into what a person is told; defects stay what they are. */
export function asFileProblem(error: unknown, name: string, signal: AbortSignal): unknown {
  if (isFullDisk(error)) {
    return new OutpostError('disk_full', 'The disk is full. Free some space, then open the file again.', {
      cause: error,
    })
  }
  // The line has a limit of its own, which may be met first.
  if (error instanceof OutpostError) return error.code === 'file_too_large' ? tooLarge(name) : error
  return signal.aborted ? cancelled(error) : error
}

function isFullDisk(error: unknown): boolean {
  return error instanceof Error && 'code' in error && full.has(String(error.code))
}
