import type { EngineEvent } from '#shared/contract/contract.ts'

export type Named<N extends EngineEvent['event']> = Extract<EngineEvent, { event: N }>

/** Hears the engine's events of one name. Returns the function that stops listening. */
export function onEngineEvent<N extends EngineEvent['event']>(name: N, handler: (event: Named<N>) => void): () => void {
  return window.outpost.listen((event) => {
    if (event.event === name) handler(event as Named<N>)
  })
}
