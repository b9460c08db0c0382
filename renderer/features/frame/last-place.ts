const MEMO = 'outpost.place'

interface Place {
  readonly workspace: string
  readonly pathname: string
}

/** Keeps where the person is, so that the next start opens there. */
export function rememberPlace(workspace: string, pathname: string): void {
  localStorage.setItem(MEMO, JSON.stringify({ workspace, pathname } satisfies Place))
}

/** Where the person was last, if anywhere. */
export function lastPlace(): Place | undefined {
  try {
    return (JSON.parse(localStorage.getItem(MEMO) ?? 'null') as Place | null) ?? undefined
  } catch {
    return undefined
  }
}
