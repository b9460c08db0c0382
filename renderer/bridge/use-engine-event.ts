import { useEffect, useEffectEvent } from 'react'
import type { EngineEvent } from '#shared/contract/contract.ts'
import { type Named, onEngineEvent } from './engine-events.ts'

/** Listens to the engine's events of one name while the component is mounted; always calls the newest handler. */
export function useEngineEvent<N extends EngineEvent['event']>(name: N, handler: (event: Named<N>) => void): void {
  const onEvent = useEffectEvent(handler)
  useEffect(() => onEngineEvent(name, (event) => onEvent(event)), [name])
}
