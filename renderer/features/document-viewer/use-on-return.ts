import { useRef } from 'react'
import { useEngineEvent } from '#renderer/bridge/use-engine-event.ts'

/** Calls `onReturn` each time the workspace comes back online after it was not. */
export function useOnReturn(workspace: string, onReturn: () => void): void {
  const away = useRef(true)
  useEngineEvent('statusChanged', ({ status }) => {
    if (status.workspace !== workspace) return
    const online = status.state === 'online' || status.state === 'syncing'
    if (online && away.current) onReturn()
    away.current = !online
  })
}
