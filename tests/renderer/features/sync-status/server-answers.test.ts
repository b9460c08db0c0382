import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { choiceOf, openOf } from '#renderer/features/sync-status/server-answers.ts'
import type { ServerReport } from '#shared/contract/sync.ts'

const ids = [randomUUID(), randomUUID(), randomUUID()] as const
const lost = ids.map((id) => ({ id })) as unknown as ServerReport['lost']

test('nothing can be gone on with while a lost decision has no answer', () => {
  expect(openOf(lost, {})).toBe(3)
  expect(openOf(lost, { [ids[0]]: 'again', [ids[2]]: 'leave' })).toBe(1)
  expect(openOf(lost, Object.fromEntries(ids.map((id) => [id, 'leave'])))).toBe(0)
})

test('each decision gets the answer that was given to it, and none that is not lost any more', () => {
  const answers = { [ids[0]]: 'again', [ids[1]]: 'leave', [ids[2]]: 'again', [randomUUID()]: 'again' } as const
  expect(choiceOf(lost, answers)).toEqual({ sendAgain: [ids[0], ids[2]], leave: [ids[1]] })
})
