import { useCallback, useEffect, useState } from 'react'
import { api } from '#renderer/bridge/api.ts'
import { problemOf } from '#renderer/bridge/api-error.ts'
import type { Problem } from '#shared/contract/errors.ts'
import { type FileRef, type LoadedFile, loadBytes } from './load-bytes.ts'

export type FileState =
  | { readonly kind: 'loading'; readonly file: FileRef | undefined; readonly read: number }
  | { readonly kind: 'ready'; readonly loaded: LoadedFile }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'cancelled' }

const START: FileState = { kind: 'loading', file: undefined, read: 0 }

/** The bytes of one version, loaded anew whenever the version changes; what was loaded before is let go at once. */
export function useLoadedFile(workspace: string, versionId: string) {
  const [attempt, setAttempt] = useState(0)
  const key = `${workspace} ${versionId} ${attempt}`
  const [held, setHeld] = useState<{ key: string; state: FileState; cancel: () => void }>()

  useEffect(() => {
    const controller = new AbortController()
    const set = (state: FileState) => {
      if (!controller.signal.aborted) setHeld({ key, state, cancel })
    }
    const cancel = () => {
      set({ kind: 'cancelled' })
      controller.abort()
    }
    set(START)
    loadBytes(api.files, {
      workspace,
      versionId,
      signal: controller.signal,
      onProgress: (file, read) => set({ kind: 'loading', file, read }),
    }).then(
      (loaded) => set({ kind: 'ready', loaded }),
      (error: unknown) => set({ kind: 'failed', problem: problemOf(error) }),
    )
    return () => {
      controller.abort()
      setHeld(undefined)
    }
  }, [workspace, versionId, key])

  const retry = useCallback(() => setAttempt((before) => before + 1), [])
  const current = held?.key === key ? held : undefined
  return { state: current?.state ?? START, cancel: current?.cancel, retry }
}
