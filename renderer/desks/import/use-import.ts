import { useCallback, useEffect, useRef, useState } from 'react'
import { api } from '#renderer/bridge/api.ts'
import { problemOf } from '#renderer/bridge/api-error.ts'
import { useEngineEvent } from '#renderer/bridge/use-engine-event.ts'
import type { Offer } from '#renderer/features/batch/take-back.ts'
import type { Problem } from '#shared/contract/errors.ts'
import type { ColumnMap, ImportReport, ImportWay, RowProblem } from '#shared/contract/import.ts'
import { putFile } from './put-file.ts'

type Opened = Awaited<ReturnType<typeof api.import.open>> & { readonly name: string }

/** What became of the file, or would: with the first of its problems. */
export interface Outcome extends ImportReport {
  readonly isDone: boolean
  readonly problems: readonly RowProblem[]
  readonly totalProblems: number
}

export type Doing = 'reading' | 'checking' | 'applying' | null

interface Choice {
  readonly map: ColumnMap
  readonly way: ImportWay
  readonly by: readonly string[]
}

/** Problems that are shown; the file that can be downloaded has all. */
const SHOWN = 100

/**
 * An import on its way from the file to the outbox. Whatever is changed makes the last check worth nothing.
 * @param onApplied called with what became of an application, also when the person has left the page meanwhile, and with
 *   whom to tell how the offer to take it back stands
 */
export function useImport(
  workspace: string,
  relation: string,
  firstWay: ImportWay,
  onApplied: (report: ImportReport, tell: (offer: Offer) => void) => void,
) {
  const [id] = useState(() => crypto.randomUUID())
  const [opened, setOpened] = useState<Opened>()
  const [choice, setChoice] = useState<Choice>({ map: {}, way: firstWay, by: [] })
  const [doing, setDoing] = useState<Doing>(null)
  const [progress, setProgress] = useState({ done: 0, total: 0 })
  const [outcome, setOutcome] = useState<Outcome>()
  const [problem, setProblem] = useState<Problem>()
  const [offer, setOffer] = useState<Offer & { readonly of: readonly string[] }>()
  const working = useRef(false)
  const applying = useRef(false)
  const here = useRef(true)

  // Leaving ends everything but an application, which goes on to its end.
  const letGo = useCallback(() => void api.import.drop({ id }).catch(() => undefined), [id])
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
      if (applying.current) return
      letGo()
    }
  }, [letGo])
  useEngineEvent('importProgress', (event) => {
    if (event.id === id) setProgress({ done: event.done, total: event.total })
  })

  async function work(what: Exclude<Doing, null>, run: () => Promise<void>): Promise<void> {
    if (working.current) return
    working.current = true
    applying.current = what === 'applying'
    setDoing(what)
    setProblem(undefined)
    setProgress({ done: 0, total: opened?.rows ?? 0 })
    try {
      await run()
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      working.current = false
      applying.current = false
      setDoing(null)
      if (!here.current) letGo()
    }
  }

  async function report(isDone: boolean): Promise<void> {
    const plan = { id, workspace, relation, ...choice, by: [...choice.by] }
    const told = await (isDone ? api.import.apply(plan) : api.import.check(plan))
    if (isDone) onApplied(told, (now) => setOffer({ ...now, of: told.entries }))
    const { problems, total } = await api.import.problems({ id, offset: 0, limit: SHOWN })
    setOutcome({ ...told, isDone, problems, totalProblems: total })
  }

  return {
    id,
    opened,
    choice,
    doing,
    progress,
    outcome,
    /** The offer to take back what the outcome is about. */
    offer: outcome !== undefined && offer?.of === outcome.entries ? offer : undefined,
    problem,
    read: (file: File) =>
      work('reading', async () => {
        setOutcome(undefined)
        setOpened(undefined)
        await putFile(id, file)
        const { name } = file
        const now = await api.import.open({ id, workspace, relation, name })
        setOpened({ ...now, name })
        setChoice((before) => ({ ...before, map: now.map, by: keysIn(now.keys, now.map)[0] ?? [] }))
      }),
    change: (next: Partial<Choice>) => {
      setOutcome(undefined)
      setProblem(undefined)
      setChoice((before) => withKey({ ...before, ...next }, opened?.keys ?? []))
    },
    check: () => work('checking', () => report(false)),
    apply: () => work('applying', () => report(true)),
    stop: () => void api.import.stop({ id }).catch(() => undefined),
  }
}

/** The unique keys whose columns are all filled. */
export function keysIn(keys: readonly (readonly string[])[], map: ColumnMap): readonly (readonly string[])[] {
  return keys.filter((key) => key.every((name) => name in map))
}

function withKey(choice: Choice, keys: readonly (readonly string[])[]): Choice {
  const possible = keysIn(keys, choice.map)
  const isPossible = possible.some((key) => key.join() === choice.by.join())
  return isPossible ? choice : { ...choice, by: possible[0] ?? [] }
}
