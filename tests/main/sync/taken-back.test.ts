// Injected fault: the copy here answers late, just when somebody takes a decision back.
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { Mirror } from '#main/mirror/mirror.ts'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { openTestEngine, type TestEngine } from '#tests/support/engine.ts'

const workspace = 'pv'
let cloud: TestCloud
let engine: TestEngine
let dossier: string

beforeAll(async () => {
  cloud = await startTestCloud({ size: 'small' })
  engine = await openTestEngine({ background: false })
  await engine.api.workspaces.add({ name: workspace, system: 'partners-vrai', url: cloud.url, key: cloud.key })
  const agent = cloud.accounts.find(({ role }) => role === 'agent')
  await engine.api.session.signIn({ workspace, email: agent?.email ?? '', password: agent?.password ?? '' })
  await engine.api.sync.now({ workspace })
  const [row] = await cloud.sql<{ id: string }>('select id from public.dossiers order by id limit 1')
  dossier = row?.id ?? ''
})
afterEach(() => vi.restoreAllMocks())
afterAll(async () => {
  await engine.close()
  await cloud.stop()
})

async function decide(words: string): Promise<string> {
  const args = { p_dossier_id: dossier, p_body: words }
  const request = { kind: 'call', function: 'send_message', args } as const
  return (await engine.api.entries.submit({ workspace, request })).id
}

/** Takes a decision back while a question to the copy here waits for its answer: the first of a round, the second, … */
function takeBackDuring(nth: number, id: string): { takenBack: boolean; refused: unknown } {
  const outcome = { takenBack: false, refused: null as unknown }
  const ask = Mirror.prototype.schemaDigest
  let asked = 0
  vi.spyOn(Mirror.prototype, 'schemaDigest').mockImplementation(async function (this: Mirror) {
    const answer = await ask.call(this)
    asked += 1
    if (asked !== nth) return answer
    await engine.api.outbox.discard({ workspace, id }).then(
      () => {
        outcome.takenBack = true
      },
      (error: unknown) => {
        outcome.refused = error
      },
    )
    return answer
  })
  return outcome
}

test('what is taken back while a round of sync goes on does not go up with it; what has gone up says so', async () => {
  let takenBack = 0
  for (const nth of [1, 2, 3]) {
    const words = `Taken back ${nth}`
    const outcome = takeBackDuring(nth, await decide(words))
    await engine.api.sync.now({ workspace })
    vi.restoreAllMocks()
    const there = await cloud.sql('select from public.messages where body = $1', [words])
    expect(there).toHaveLength(outcome.takenBack ? 0 : 1)
    if (outcome.refused !== null) expect(outcome.refused).toMatchObject({ problem: { reason: 'entry.sent' } })
    takenBack += Number(outcome.takenBack)
  }
  expect(takenBack).toBeGreaterThan(0)
})

test('a decision is kept here for its time from the moment in which it is saved', async () => {
  const submit = Mirror.prototype.submit
  let left: number | undefined
  vi.spyOn(Mirror.prototype, 'submit').mockImplementation(async function (this: Mirror, submission) {
    const touched = await submit.call(this, submission)
    const [newest] = (await engine.api.outbox.list({ workspace, limit: 1 })).entries
    left = newest?.undoMs
    return touched
  })
  await decide('Kept for a moment')
  expect(left).toBeGreaterThan(0)
})
