import { useEffect, useEffectEvent } from 'react'
import type { EngineEvent } from '#shared/contract/contract.ts'

type Named<N extends EngineEvent['event']> = Extract<EngineEvent, { event: N }>

/** Listens to the engine's events of one name while the component is mounted; always calls the newest handler. */
export function useEngineEvent<N extends EngineEvent['event']>(name: N, handler: (event: Named<N>) => void): void {
  const onEvent = useEffectEvent((event: EngineEvent) => {
    if (event.event === name) handler(event as Named<N>)
  })
  useEffect(() => window.outpost.listen((event) => onEvent(event)), [])
}
