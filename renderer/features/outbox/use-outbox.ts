import { useState } from 'react'
import type { EntryView } from '#shared/contract/entries.ts'
import type { Problem } from '#shared/contract/errors.ts'
import { api } from '../../bridge/api.ts'
import { useCall } from '../../bridge/use-call.ts'

export type Which = 'open' | 'all'

interface Outbox {
  /** Newest first; undefined until the first answer. */
  readonly entries: readonly EntryView[] | undefined
  readonly total: number
  readonly problem: Problem | undefined
  /** The first answer takes long enough to say so. */
  readonly slow: boolean
  /** Loads older entries, when there are any. */
  readonly older: (() => void) | undefined
  readonly reload: () => void
}

const PAGE = 100

/** The journal's entries as they stand now, a page at a time from the newest. */
export function useOutbox(workspace: string, which: Which): Outbox {
  const [pages, setPages] = useState(1)
  const { data, problem, slow, reload } = useCall(
    `outbox/${workspace}/${which}/${pages}`,
    () => load(workspace, which, pages),
    {
      workspace,
    },
  )
  const [kept, setKept] = useState(data)
  // While an older page is on its way, the ones that are shown stay.
  if (data && data !== kept) setKept(data)
  const shown = data ?? (kept?.which === which ? kept : undefined)
  const more = shown !== undefined && shown.entries.length < shown.total
  return {
    entries: shown?.entries,
    total: shown?.total ?? 0,
    problem,
    slow: slow && !shown,
    older: more ? () => setPages((count) => count + 1) : undefined,
    reload,
  }
}

async function load(workspace: string, which: Which, pages: number) {
  const entries: EntryView[] = []
  let total = 0
  for (let page = 0; page < pages; page += 1) {
    const before = entries.at(-1)?.seq
    const answer = await api.outbox.list({ workspace, which, limit: PAGE, ...(before !== undefined && { before }) })
    if (page === 0) total = answer.total
    entries.push(...answer.entries.toReversed())
    if (answer.entries.length < PAGE) break
  }
  return { which, entries, total }
}
