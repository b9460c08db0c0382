import { Broken } from './broken.ts'
import { type Client, workspace } from './client.ts'
import { answerOf, change, giveUp, write } from './decide.ts'
import { pairBecomes } from './pair.ts'
import { type ClientStep, literal, PULL_ROWS, type Run } from './run.ts'
import { end, say } from './server-steps.ts'

/** Steps that lead straight to where engines of this kind fail; by chance alone it takes long to come there. */
export const trapSteps: readonly ClientStep[] = [
  { name: 'change one profile again and again', weight: 8, happen: changeAgain },
  { name: 'be answered without the news', weight: 4, happen: answeredWithoutNews },
  { name: 'think better of it', weight: 3, happen: thinkBetter },
  { name: 'pull while the server goes on', weight: 4, happen: pullUnderway },
]

/** Decisions that stand on each other: when the first is refused, the others must wait. */
async function changeAgain(run: Run, client: Client): Promise<string> {
  const { answers, chain } = await changes(run, client, run.random.pick(run.pools.profiles))
  client.known.chains.push(chain)
  return answers.join(', ')
}

/** A decision is applied, the pull after it gets no answer, and another one is taken back before the next. */
async function answeredWithoutNews(run: Run, client: Client): Promise<string> {
  if (client.isBusy || client.wire.holds) return client.release()
  const first = await write(run, client)
  client.wire.arm({ fault: run.random.pick(['never', 'torn', '500']), call: 'console_pull', after: 0 })
  return `${first}, ${await client.sync()}, ${await write(run, client)}, ${await giveUp(run, client)}`
}

/** Three changes of one row are taken back in any order: then it is as it was before them. */
async function thinkBetter(run: Run, client: Client): Promise<string> {
  const id = run.random.pick(run.pools.profiles)
  const phone = `select phone from public.profiles where id = ${literal(id)}`
  const before = await client.read(phone)
  const { answers, chain } = await changes(run, client, id)
  while (chain.length > 0) {
    const [entry = ''] = chain.splice(run.random.below(chain.length), 1)
    answers.push(await answerOf(() => client.api.outbox.discard({ workspace, id: entry })))
  }
  const after = await client.read(phone)
  if (JSON.stringify(after) !== JSON.stringify(before)) {
    throw new Broken(`left behind: ${client.name} shows ${JSON.stringify(after)} after what was decided was taken back`)
  }
  return answers.join(', ')
}

/**
 * A transaction that began first commits between the pages of a difference, and then one of its rows is changed once
 * more: pages of different moments, put together, show that row as it is after it, and the others as before. Or no
 * second page comes, or the console is closed between the two.
 */
async function pullUnderway(run: Run, client: Client): Promise<string> {
  if (client.isBusy || client.wire.holds) return client.release()
  const { pools, sql } = run
  const early = await run.scene.connect()
  await early.query('begin')
  const answers = [await say(early, pairBecomes(pools.pair, run.word()))]
  for (const id of pools.profiles) {
    answers.push(await say(sql, `update public.profiles set full_name = '${run.word()}' where id = '${id}'`))
  }
  client.wire.stint(1)
  client.wire.arm({ fault: run.random.pick(['before', 'before', 'never', '500']), call: 'console_pull', after: 1 })
  answers.push(await client.sync())
  await end(early, 'commit')
  const more = `update public.orders set stripe_payment_intent_id = '${run.word()}' where id = '${pools.pair.order}'`
  answers.push(await say(sql, more))
  if (run.random.chance(0.3)) await client.restart()
  else answers.push(await client.release())
  client.wire.stint(PULL_ROWS)
  return answers.join(', ')
}

/** Three changes of one field, of which each stands on the one before. */
async function changes(run: Run, client: Client, id: string): Promise<{ answers: string[]; chain: string[] }> {
  const before = new Set(client.known.saved.keys())
  const answers: string[] = []
  for (let time = 0; time < 3; time += 1) {
    answers.push(await change(client, 'public.profiles', id, { phone: run.word() }))
  }
  return { answers, chain: [...client.known.saved.keys()].filter((entry) => !before.has(entry)) }
}
