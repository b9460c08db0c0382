import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Problem } from '#shared/contract/errors.ts'
import { problemOf } from './api-error.ts'
import { useLink } from './link-store.ts'
import { useEngineEvent } from './use-engine-event.ts'

export interface CallResult<T> {
  /** The newest answer; an older one stays while a newer is on its way, so that nothing flickers. */
  readonly data: T | undefined
  readonly problem: Problem | undefined
  /** True from 200 ms after the first question until its answer: the time for a skeleton. */
  readonly slow: boolean
  /** Asks again, and is over when the answer is there. */
  readonly reload: () => Promise<void>
}

interface Options {
  /** Asks again when rows or entries of this workspace change. */
  readonly workspace?: string
  /** Only for these relations (`public.documents`); all when left out. */
  readonly relations?: readonly string[]
}

/** Asks the engine, and asks again when `key` or the data behind the answer changes. */
export function useCall<T>(key: string, ask: () => Promise<T>, { workspace, relations }: Options = {}): CallResult<T> {
  const [answer, setAnswer] = useState<{ key: string; data?: T; problem?: Problem }>({ key })
  const [slow, setSlow] = useState(false)
  const turn = useRef(0)
  const askNow = useEffectEvent(ask)

  const load = useCallback(async () => {
    turn.current += 1
    const mine = turn.current
    try {
      const data = await askNow()
      if (mine === turn.current) setAnswer({ key, data })
    } catch (error) {
      const problem = problemOf(error)
      if (mine === turn.current) setAnswer((before) => ({ ...(before.key === key ? before : {}), key, problem }))
    }
  }, [key])

  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 200)
    void load().finally(() => {
      clearTimeout(timer)
      setSlow(false)
    })
    return () => clearTimeout(timer)
  }, [load])

  // What happened while the engine could not be reached was told to nobody.
  useEffect(() => useLink.subscribe((link, before) => void (link.up && !before.up && load())), [load])
  useEngineEvent('rowsChanged', (event) => {
    if (event.workspace !== workspace) return
    if (!relations || event.relations.some((relation) => relations.includes(relation))) void load()
  })
  useEngineEvent('entriesChanged', (event) => {
    if (event.workspace === workspace) void load()
  })

  const current = answer.key === key ? answer : undefined
  return { data: current?.data, problem: current?.problem, slow: slow && !current?.data, reload: load }
}
