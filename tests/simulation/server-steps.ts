import pg from 'pg'
import { pairBecomes, pairInParts } from './pair.ts'
import { newVersion } from './pools.ts'
import { literal, type Run, type ServerStep } from './run.ts'

/** Statements with which the product's own clients and jobs change rows, while staff decide about them. */
export const serverSteps: readonly ServerStep[] = [
  { name: 'profile', weight: 16, happen: (run, on) => say(on, profile(run)) },
  { name: 'company', weight: 3, happen: (run, on) => say(on, company(run)) },
  { name: 'pair', weight: 8, happen: (run, on) => say(on, pairBecomes(run.pools.pair, run.word())) },
  { name: 'new version', weight: 5, happen: (run, on) => say(on, anotherVersion(run)) },
  { name: 'catalogue row', weight: 6, happen: (run, on) => say(on, addRow(run)) },
  { name: 'catalogue row gone', weight: 4, happen: (run, on) => say(on, removeRow(run)) },
  { name: 'catalogue row again', weight: 3, happen: (run, on) => say(on, makeRowAgain(run)) },
  { name: 'catalogue key', weight: 4, happen: (run, on) => say(on, changeKey(run)) },
  { name: 'codes trade places', weight: 2, happen: (run, on) => say(on, tradePlaces(run)) },
  {
    name: 'all profiles',
    weight: 1,
    happen: (run, on) => say(on, `update public.profiles set country = 'BJ' where id in (${list(run.pools.profiles)})`),
  },
  {
    name: 'product gone',
    weight: 2,
    happen: (run, on) => say(on, `delete from public.products where code = '${run.code()}'`),
  },
  {
    name: 'client gone',
    weight: 2,
    happen: (run, on) => say(on, `delete from auth.users where id = ${literal(run.pools.loner)}`),
  },
  { name: 'client back', weight: 2, happen: (run, on) => say(on, clientBack(run)) },
  { name: 'truncate', weight: 1, happen: (_, on) => say(on, 'truncate public.payment_reminders') },
  {
    name: 'read marks',
    weight: 2,
    happen: (run, on) =>
      say(on, `update public.notifications set read_at = now() where user_id in (${list(run.pools.profiles)})`),
  },
]

/** Begins a transaction that stays open while others come and go. */
export async function openTransaction(run: Run): Promise<string> {
  const on = await run.scene.connect()
  await on.query('begin')
  run.open.push(on)
  const first = run.random.chance(0.5) ? await inParts(run, on) : await anything(run, on)
  return `opened: ${first}`
}

/** Something more in a transaction that is open, or its end. */
export async function goOn(run: Run): Promise<string> {
  const at = run.random.below(run.open.length)
  const on = run.open[at]
  if (on === undefined) return 'none'
  if (run.random.chance(0.4)) return anything(run, on)
  const how = run.random.chance(0.7) ? 'commit' : 'rollback'
  run.open.splice(at, 1)
  await end(on, how)
  return how
}

export async function end(on: pg.Client, how: 'commit' | 'rollback'): Promise<void> {
  await on.query(how).catch((error: unknown) => {
    // A deferred constraint may refuse a commit: then it was a rollback.
    if (!(error instanceof pg.DatabaseError)) throw error
  })
  await on.end()
}

/** The rights of a person at a console are taken away, or given. */
export async function changeRole(run: Run): Promise<string> {
  const email = run.random.pick(run.scene.clients).person.email
  for (const client of run.scene.clients) client.known.rightsMoved ||= client.person.email === email
  return say(
    run.sql,
    `update public.agents set role = case role when 'agent' then 'super_admin' else 'agent' end where email = ${literal(email)}`,
  )
}

/** Everybody is what they were when the run began. */
export async function restoreRoles(run: Run): Promise<void> {
  for (const { person } of run.scene.clients) {
    await run.sql.query('update public.agents set role = $2 where email = $1 and role <> $2', [
      person.email,
      person.role,
    ])
  }
}

export async function anything(run: Run, on: pg.Client): Promise<string> {
  const step = run.random.weighted(serverSteps)
  return `${step.name}: ${await step.happen(run, on)}`
}

async function inParts(run: Run, on: pg.Client): Promise<string> {
  await on.query('savepoint parts')
  const answers: string[] = []
  for (const statement of pairInParts(run.pools.pair, run.word())) answers.push(await say(on, statement))
  // The pair is changed whole or not at all.
  if (answers.some((answer) => answer !== '1')) await on.query('rollback to savepoint parts')
  return `pair in parts: ${answers.join(', ')}`
}

/** A statement that the database refuses, or that waits too long for a lock, is as if it had not been said. */
export async function say(on: pg.Client, statement: string): Promise<string> {
  await on.query('savepoint statement').catch(() => undefined)
  try {
    const { rowCount } = await on.query(statement)
    return String(rowCount ?? 0)
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error
    await on.query('rollback to savepoint statement').catch(() => undefined)
    return error.code ?? 'refused'
  }
}

function profile(run: Run): string {
  const set = run.random.pick([
    `phone = ${literal(run.word())}`,
    `full_name = ${literal(`Client ${run.word()}`)}`,
    `country = 'TG', language = 'fr'`,
    'phone = null',
  ])
  return `update public.profiles set ${set} where id = ${literal(run.random.pick(run.pools.profiles))}`
}

/** The same key again, with another content. */
function clientBack(run: Run): string {
  const { loner } = run.pools
  return `with u as (insert into auth.users (id, email) values ('${loner}', '${loner}@client.example') returning id, email)
    insert into public.profiles (id, email, full_name) select id, email, ${literal(run.word())} from u`
}

function company(run: Run): string {
  const id = run.random.pick(run.pools.dossiers)
  return `update public.dossiers set company_name = ${literal(run.word())} where id = ${literal(id)}`
}

function anotherVersion({ random, pools }: Run): string {
  return newVersion(random.uuid(), random.pick(pools.documents))
}

const CATALOGUE = ['public.document_types', 'public.steps'] as const

function addRow(run: Run): string {
  const { random } = run
  return `insert into ${random.pick(CATALOGUE)} (id, code, label)
    values ('${random.uuid()}', '${run.code()}', ${literal(run.word())})`
}

function removeRow(run: Run): string {
  return `delete from ${run.random.pick(CATALOGUE)} where code = '${run.code()}'`
}

function makeRowAgain(run: Run): string {
  const relation = run.random.pick(CATALOGUE)
  // One statement would see its own table as it was before: two, in one transaction.
  return `do $$ declare r ${relation}; begin
    delete from ${relation} where code = '${run.code()}' returning * into r;
    if r.id is not null then insert into ${relation} (id, code, label) values (r.id, r.code, ${literal(run.word())}); end if;
  end $$`
}

function changeKey(run: Run): string {
  const { random } = run
  return `update ${random.pick(CATALOGUE)} set id = '${random.uuid()}' where code = '${run.code()}'`
}

/** Unique values move from row to row within one transaction. */
function tradePlaces(run: Run): string {
  const [one, other, between] = [run.code(), run.code(), run.word()]
  return `do $$ begin
    update public.document_types set code = '${between}' where code = '${one}';
    update public.document_types set code = '${one}' where code = '${other}';
    update public.document_types set code = '${other}' where code = '${between}';
  end $$`
}

function list(ids: readonly string[]): string {
  return ids.map(literal).join(', ')
}
