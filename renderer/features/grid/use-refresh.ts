import { useEffect, useEffectEvent, useRef } from 'react'
import { useEngineEvent } from '#renderer/bridge/use-engine-event.ts'

const SOON_MS = 40
const AGAIN_MS = 500

/** Calls `refresh` when rows or entries of a workspace change: soon after the first change, then at most twice a second. */
export function useRefresh(workspace: string, relations: readonly string[], refresh: () => void): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const last = useRef(0)
  const run = useEffectEvent(() => {
    timer.current = undefined
    last.current = performance.now()
    refresh()
  })
  const soon = useEffectEvent(() => {
    timer.current ??= setTimeout(() => run(), Math.max(SOON_MS, last.current + AGAIN_MS - performance.now()))
  })
  useEngineEvent('rowsChanged', (event) => {
    if (event.workspace === workspace && event.relations.some((name) => relations.includes(name))) soon()
  })
  useEngineEvent('entriesChanged', (event) => {
    if (event.workspace === workspace) soon()
  })
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      timer.current = undefined
    },
    [],
  )
}
