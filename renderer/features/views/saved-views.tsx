import { createContext, type ReactNode, useContext } from 'react'
import { api } from '../../bridge/api.ts'
import { type CallResult, useCall } from '../../bridge/use-call.ts'
import { useEngineEvent } from '../../bridge/use-engine-event.ts'

type Saved = Awaited<ReturnType<typeof api.views.list>>

const Answer = createContext<CallResult<Saved | undefined> | null>(null)

interface Props {
  /** Undefined while nobody works in one. */
  readonly workspace: string | undefined
  readonly children: ReactNode
}

/** Asks which views are saved, once for the navigation, the page and its menu. */
export function SavedViews({ workspace, children }: Props) {
  const answer = useCall(
    `views/${workspace ?? ''}`,
    async () => (workspace === undefined ? undefined : api.views.list({ workspace })),
    { ...(workspace !== undefined && { workspace }), relations: ['public.console_views'] },
  )
  useEngineEvent('viewsChanged', (event) => event.workspace === workspace && answer.reload())
  return <Answer value={answer}>{children}</Answer>
}

/** The views that are saved in the workspace in view, and whether there is a place for shared ones. */
export function useSavedViews(): CallResult<Saved | undefined> {
  const answer = useContext(Answer)
  if (answer === null) throw new Error('Saved views are known within <SavedViews> only.')
  return answer
}
