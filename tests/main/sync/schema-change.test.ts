import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Request } from '#shared/model/entry.ts'
import { openTestEngine, type TestEngine } from '#tests/support/engine.ts'
import { type PlainCloud, startPlainCloud } from '#tests/support/plain-cloud.ts'

const workspace = 'shop'
let cloud: PlainCloud
let engine: TestEngine

const schema = `
create type public.state as enum ('open', 'done');
create table public.shelves (id uuid primary key default gen_random_uuid(), name text not null);
create table public.tasks (
  id uuid primary key default gen_random_uuid(),
  title text not null,
  state public.state not null default 'open',
  effort integer not null default 1 constraint effort_is_some check (effort > 0),
  note text,
  shelf uuid references public.shelves
);
create function public.finish(task uuid) returns text language plpgsql as $$
begin
  update public.tasks set state = 'done' where id = task;
  return 'done';
end $$;
insert into public.tasks (title) select 'Task ' || n from generate_series(1, 30) n;
`

beforeEach(async () => {
  cloud = await startPlainCloud(schema)
  engine = await openTestEngine()
  await engine.api.workspaces.add({ name: workspace, system: 'plain', url: cloud.url, key: cloud.key })
  await engine.api.session.signIn({ workspace, email: cloud.email, password: cloud.password })
  await now()
  await offline(true)
})
afterEach(async () => {
  await engine.close()
  await cloud.stop()
})

const now = () => engine.api.sync.now({ workspace })
const offline = (on: boolean) => engine.api.sync.workOffline({ workspace, on })
const submit = (request: Request) => engine.api.entries.submit({ workspace, request })
const insert = (values: Record<string, string | number>) => submit({ kind: 'insert', relation: 'public.tasks', values })
const read = async (sql: string) => (await engine.api.tools.read({ workspace, sql })).rows
const entries = async () => (await engine.api.outbox.list({ workspace, which: 'all', limit: 500 })).entries
const task = async (title: string) => {
  const [row] = await cloud.sql<{ id: string }>('select id from public.tasks where title = $1', [title])
  return { id: row?.id ?? '' }
}
const update = async (title: string, set: Record<string, string | number>) =>
  submit({ kind: 'update', relation: 'public.tasks', key: await task(title), set })

async function isSound() {
  expect(await engine.api.sync.prove({ workspace })).toMatchObject({ mended: [], busy: [] })
}

/** One sync, asked for by the person; the mirror is the server afterwards. */
async function sync() {
  const summary = await now()
  await isSound()
  return summary
}

test('an enum value added on the server between two pulls, with decisions pending, simply flows through', async () => {
  await insert({ title: 'Mine' })
  await update('Task 1', { state: 'done' })
  await cloud.migrate(`alter type public.state add value 'waiting' after 'open'`)
  await cloud.migrate(`update public.tasks set state = 'waiting' where title = 'Task 2'`)
  expect(await sync()).toMatchObject({ pending: 0, conflicts: 0, rejected: 0 })
  expect(await read(`select title from tasks where state = 'waiting'`)).toEqual([{ title: 'Task 2' }])
  await update('Task 3', { state: 'waiting' })
  expect(await read(`select title from tasks where state = 'waiting' order by title`)).toHaveLength(2)
  expect(await sync()).toMatchObject({ pending: 0, conflicts: 0, rejected: 0 })
  expect((await entries()).map(({ state }) => state)).toEqual(['done', 'done', 'done'])
})

test('columns added with and without a value, renamed and of another type come with their rows; what no longer fits is parked, named by field', async () => {
  await update('Task 1', { note: 'Kept' })
  await update('Task 2', { effort: 7 })
  await insert({ title: 'Mine', note: 'No longer a field' })
  await cloud.migrate(`
    alter table public.tasks add column due date;
    alter table public.tasks add column owner text not null default 'nobody';
    alter table public.tasks alter column effort type numeric(6, 1);
    alter table public.tasks add column number bigint;
    update public.tasks t set number = s.n from (select id, row_number() over (order by title) as n from public.tasks) s where s.id = t.id;
    alter table public.tasks alter column number set not null;
    alter table public.tasks alter column number set default 0;
    alter table public.tasks rename column note to remark`)
  expect(await sync()).toMatchObject({ pending: 0, conflicts: 0, rejected: 2 })
  const refused = (await entries()).filter(({ state }) => state === 'rejected')
  expect(refused.map(({ refusal }) => [refusal?.code, refusal?.field])).toEqual([
    ['unknown_column', 'note'],
    ['unknown_column', 'note'],
  ])
  expect(await read(`select owner, effort, number > 0 as numbered from tasks where title = 'Task 2'`)).toEqual([
    { owner: 'nobody', effort: '7.0', numbered: true },
  ])
  await update('Task 4', { remark: 'By its new name', effort: '2.5' })
  expect(await sync()).toMatchObject({ pending: 0, rejected: 2 })
})

test('tables added and dropped come and go; a decision about one that is gone is parked with its reason', async () => {
  const shelf = { kind: 'insert', relation: 'public.shelves', values: { name: 'Left' } } as const
  await submit(shelf)
  await cloud.migrate(`
    alter table public.tasks drop column shelf;
    drop table public.shelves;
    create table public.people (id uuid primary key default gen_random_uuid(), name text not null unique);
    insert into public.people (name) values ('Ada'), ('Grace')`)
  expect(await sync()).toMatchObject({ rejected: 1 })
  expect((await entries())[0]?.refusal).toMatchObject({ code: 'unknown_relation' })
  expect(await read('select name from people order by name')).toEqual([{ name: 'Ada' }, { name: 'Grace' }])
  await expect(submit(shelf)).rejects.toMatchObject({ problem: { reason: 'unknown_relation' } })
  await submit({ kind: 'insert', relation: 'public.people', values: { name: 'Edith' } })
  expect(await sync()).toMatchObject({ pending: 0, rejected: 1 })
})

test('a tightened rule and a replaced function hold here from the next sync on, and for what is pending', async () => {
  await update('Task 1', { effort: 90 })
  await update('Task 2', { effort: 3 })
  await submit({ kind: 'call', function: 'finish', args: await task('Task 3').then(({ id }) => ({ task: id })) })
  await cloud.migrate(`
    alter table public.tasks drop constraint effort_is_some;
    alter table public.tasks add constraint effort_is_some check (effort between 1 and 8);
    drop function public.finish;
    create function public.finish(task uuid, because text) returns text language plpgsql as $$
    begin
      if because = '' then raise exception using errcode = 'OP400', message = 'Say why.', column = 'because'; end if;
      update public.tasks set state = 'done', note = because where id = task;
      return because;
    end $$`)
  expect(await sync()).toMatchObject({ pending: 0, rejected: 2 })
  const reasons = (await entries()).map(({ state, refusal }) => [state, refusal?.code ?? null, refusal?.field ?? null])
  expect(reasons).toEqual([
    ['rejected', 'check_violation', 'effort'],
    ['done', null, null],
    ['rejected', 'unknown_function', null],
  ])
  await expect(update('Task 5', { effort: 9 })).rejects.toMatchObject({ problem: { field: 'effort' } })
  const { id } = await task('Task 3')
  await expect(submit({ kind: 'call', function: 'finish', args: { task: id, because: '' } })).rejects.toMatchObject({
    problem: { field: 'because' },
  })
  await submit({ kind: 'call', function: 'finish', args: { task: id, because: 'It was time.' } })
  expect(await sync()).toMatchObject({ pending: 0, rejected: 2 })
})

test('a hundred decisions pending over a migration: none is lost, each is applied or parked with a reason', async () => {
  for (let n = 0; n < 100; n += 1) {
    const title = `Task ${1 + (n % 30)}`
    if (n % 4 === 0) await insert({ title: `New ${n}`, effort: 1 + n })
    else
      await update(title, n % 4 === 1 ? { note: `Note ${n}` } : n % 4 === 2 ? { effort: n } : { title, state: 'done' })
  }
  await cloud.migrate(`
    alter type public.state rename value 'done' to 'finished';
    alter table public.tasks add constraint effort_is_bearable check (effort < 50) not valid;
    alter table public.tasks drop column note`)
  await now()
  const all = await entries()
  expect(all).toHaveLength(100)
  expect(new Set(all.map(({ state }) => state))).toEqual(new Set(['done', 'rejected', 'held']))
  for (const { state, refusal } of all) if (state === 'rejected') expect(refusal?.message).toMatch(/\w/)
  const refused = new Set(all.filter(({ state }) => state !== 'done').map(({ id }) => id))
  for (const { state, heldBy } of all) if (state === 'held') expect(refused).toContain(heldBy)
  const titles = all.flatMap(({ operation, state }) =>
    operation.kind === 'insert' && state === 'done' ? [operation.values.title] : [],
  )
  expect(titles.length).toBeGreaterThan(10)
  const there = await cloud.sql<{ title: string }>(`select title from public.tasks where title like 'New %'`)
  expect(there.map(({ title }) => title).sort()).toEqual(titles.sort())
  await isSound()
})

test('between two pulls nothing is sent under rules that were not tried here', async () => {
  await cloud.migrate('alter table public.tasks add column colour text')
  const { id } = await update('Task 1', { note: 'After' })
  expect(await now()).toMatchObject({ pending: 0, rejected: 0 })
  expect((await entries()).find((entry) => entry.id === id)?.attempts).toBe(2)
  await isSound()
})

test('a table that the server does not follow yet is named, and comes as soon as it is followed', async () => {
  await cloud.sql('create table public.late (id integer primary key); insert into public.late values (1)')
  await cloud.sql('create table public.keyless (what text)')
  await now()
  const detail = async () => {
    const { checks } = await engine.api.tools.doctor({ workspace })
    return checks.find(({ name }) => name === 'schema')?.detail
  }
  expect(await detail()).toContain('table public.late: its rows are not followed')
  expect(await detail()).toContain('table public.keyless: it has no primary key')
  const { tables } = await engine.api.scopes.list({ workspace })
  expect(tables.map(({ relation }) => relation)).not.toContain('public.late')
  await cloud.migrate('alter table public.keyless add primary key (what)')
  await sync()
  expect(await detail()).toBe('as on the server')
  expect(await read('select id from late')).toEqual([{ id: 1 }])
})

test('what this computer can not have is left out and named, and holds up nothing else', async () => {
  await cloud.migrate(`
    create schema hidden;
    create table hidden.secrets (id integer primary key);
    create function public.peek() returns bigint language sql stable begin atomic select count(*) from hidden.secrets; end;
    create policy few on public.tasks for select to authenticated using (public.peek() >= 0);
    create table public.late (id integer primary key, effort integer);
    insert into public.late values (1, -1);
    alter table public.late add constraint late_is_some check (effort > 0) not valid`)
  await now()
  const { sound, checks } = await engine.api.tools.doctor({ workspace })
  expect(sound).toBe(true)
  const detail = checks.find(({ name }) => name === 'schema')?.detail
  expect(detail).toContain('function public.peek(): relation "hidden.secrets" does not exist')
  expect(detail).toContain('constraint public.late.late_is_some')
  expect(await read('select * from late')).toEqual([{ id: 1, effort: -1 }])
  expect(await read('select count(*)::int as n from tasks')).toEqual([{ n: 30 }])
})
