import type { WorkspaceHandle } from './context.ts'

/** Answers kept for one version of a workspace; more would be a memory leak while nothing changes. */
const MOST = 12

interface Kept {
  readonly version: number
  readonly answers: Map<string, Promise<unknown>>
}

const byWorkspace = new WeakMap<WorkspaceHandle, Kept>()

/**
 * The answer to a question about the mirror, asked once for as long as no row changes. `question` must name
 * everything that the answer depends on beside the rows. A failure is not kept.
 */
export function kept<T>(handle: WorkspaceHandle, question: string, ask: () => Promise<T>): Promise<T> {
  const { answers } = current(handle)
  const known = answers.get(question) as Promise<T> | undefined
  const answer = known ?? ask()
  // Put last again: the one that nobody has asked for longest is dropped first.
  answers.delete(question)
  answers.set(question, answer)
  if (known) return known
  answer.catch(() => answers.delete(question))
  for (const oldest of answers.keys()) {
    if (answers.size <= MOST) break
    answers.delete(oldest)
  }
  return answer
}

function current(handle: WorkspaceHandle): Kept {
  const known = byWorkspace.get(handle)
  if (known?.version === handle.version) return known
  const fresh: Kept = { version: handle.version, answers: new Map() }
  byWorkspace.set(handle, fresh)
  return fresh
}
