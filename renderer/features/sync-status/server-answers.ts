import type { ServerChoice, ServerReport } from '#shared/contract/sync.ts'

/** What a person has said so far about each decision that the server lost. */
export type Answers = Readonly<Record<string, 'again' | 'leave'>>

/** How many lost decisions have no answer yet. */
export function openOf(lost: ServerReport['lost'], answers: Answers): number {
  return lost.filter(({ id }) => answers[id] === undefined).length
}

/** The choice as the engine takes it, of what is lost now: an answer to anything else is left out. */
export function choiceOf(lost: ServerReport['lost'], answers: Answers): ServerChoice {
  const having = (answer: Answers[string]) => lost.map(({ id }) => id).filter((id) => answers[id] === answer)
  return { sendAgain: having('again'), leave: having('leave') }
}
