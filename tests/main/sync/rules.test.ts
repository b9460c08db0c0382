import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { JournalEntry } from '#main/journal/journal.ts'
import { batchOf, dependenciesToSend, plan, settlementOf } from '#main/sync/rules.ts'

let seq = 0
function entry(more: Partial<JournalEntry> = {}): JournalEntry {
  seq += 1
  return {
    id: randomUUID(),
    seq,
    person: randomUUID(),
    device: randomUUID(),
    madeAt: '2026-11-20T08:00:00Z',
    operation: { kind: 'call', function: 'review_document', args: {} },
    subject: {},
    dependsOn: [],
    state: 'pending',
    attempts: 0,
    receipt: null,
    heldBy: null,
    hash: '',
    ...more,
  }
}
const always = () => true

test('entries go up in the order in which they were decided', () => {
  const open = [entry(), entry(), entry()]
  expect(plan(open, always).send).toEqual(open)
})

test('a refused entry holds back only what depends on it, through any number of steps', () => {
  const refused = entry({ state: 'conflict' })
  const child = entry({ dependsOn: [refused.id] })
  const grandchild = entry({ dependsOn: [child.id] })
  const stranger = entry()
  const { send, settle } = plan([refused, child, grandchild, stranger], always)
  expect(send).toEqual([stranger])
  expect(settle).toEqual([
    { id: child.id, state: 'held', heldBy: refused.id },
    { id: grandchild.id, state: 'held', heldBy: child.id },
  ])
})

test('what was held goes on once the refused entry is settled', () => {
  const held = entry({ state: 'held', heldBy: randomUUID(), dependsOn: [randomUUID()] })
  expect(plan([held], always)).toEqual({ send: [held], settle: [{ id: held.id, state: 'pending', heldBy: null }] })
  expect(dependenciesToSend([held], [held])(held)).toEqual([])
})

test('what was held and is let go together still waits for each other', () => {
  const gone = randomUUID()
  const parent = entry({ state: 'held', heldBy: gone, dependsOn: [gone] })
  const child = entry({ state: 'held', heldBy: parent.id, dependsOn: [parent.id] })
  const open = [parent, child]
  const { send } = plan(open, always)
  expect(send).toEqual(open)
  expect(dependenciesToSend(open, send)(child)).toEqual([parent.id])
})

test('nothing overtakes an entry that can still be taken back', () => {
  const [first, fresh, last] = [entry(), entry(), entry()]
  expect(plan([first, fresh, last], ({ id }) => id !== fresh.id).send).toEqual([first])
})

test('the server hears only of dependencies that are still on their way', () => {
  const parent = entry()
  const applied = entry({ state: 'applied' })
  const refused = entry({ state: 'rejected' })
  const child = entry({ dependsOn: [parent.id, applied.id, refused.id, randomUUID()] })
  expect(dependenciesToSend([parent, applied, refused, child], [parent, child])(child)).toEqual([parent.id, applied.id])
})

test('each of many decisions on one row names the one before it in its request, and all that went before the request', () => {
  const chain: JournalEntry[] = []
  for (let n = 0; n < 6; n += 1) chain.push(entry({ dependsOn: chain.map(({ id }) => id) }))
  const [first, second, third, fourth, fifth] = chain.map(({ id }) => id)
  const named = dependenciesToSend(chain, chain.slice(3))
  expect(chain.slice(3).map(named)).toEqual([[first, second, third], [fourth], [fifth]])
})

test('what is waited for through another one is not forgotten when that one goes in another request', () => {
  const root = entry()
  const between = entry({ state: 'applied', dependsOn: [root.id] })
  const last = entry({ dependsOn: [root.id, between.id] })
  expect(dependenciesToSend([root, between, last], [root, last])(last)).toEqual([root.id, between.id])
})

test('an applied entry is not done before its rows have been pulled', () => {
  const receipt = { id: randomUUID(), outcome: 'applied', xid: '7', merged: false, result: null } as const
  expect(settlementOf(receipt).state).toBe('applied')
})

test('thousands of entries go in a handful of requests, and one that is too large goes alone', () => {
  const many = Array.from({ length: 1_200 }, () => entry())
  expect(batchOf(many)).toHaveLength(1_000)
  const large = entry({ operation: { kind: 'call', function: 'f', args: { text: 'x'.repeat(2_000_000) } } })
  expect(batchOf([large, ...many])).toEqual([large])
  expect(batchOf([])).toEqual([])
})

test('2 000 entries go in no more than 20 requests, and 10 000 in no more than 25', () => {
  const requests = (count: number) => {
    let left = Array.from({ length: count }, () => entry())
    let sent = 0
    for (; left.length > 0; sent += 1) left = left.slice(batchOf(left).length)
    return sent
  }
  expect(requests(2_000)).toBeLessThanOrEqual(20)
  expect(requests(10_000)).toBeLessThanOrEqual(25)
})
