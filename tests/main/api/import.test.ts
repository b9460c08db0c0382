import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ImportDesk, openImportDesk, workspace } from './import-desk.ts'

let desk: ImportDesk

beforeAll(async () => {
  desk = await openImportDesk()
})
afterAll(() => desk.close())

const lines = (...rows: string[]) => rows.join('\r\n')
const count = async (table: string) =>
  Number((await desk.read<{ n: string }>(`select count(*) as n from public.${table}`))[0]?.n)
const waiting = async () => (await desk.engine.api.outbox.list({ workspace })).total

test.each([
  ['csv', 'to_jsonb(t)'],
  ['jsonl', 'to_jsonb(t)'],
  // A workbook has no empty text, which becomes nothing, and its numbers no zeros at their end.
  [
    'xlsx',
    `to_jsonb(t) || jsonb_build_object(
       'free', trim_scale(free), 'note', nullif(note, ''), 'short', nullif(short, ''))`,
  ],
] as const)('what was exported as %s and imported again is the same, for every type of column', async (format, row) => {
  const file = await desk.open('copies', `things.${format}`, await desk.exported('things', format))
  expect(await file.check()).toMatchObject({ rows: 4, inserts: 4, bad: 0 })
  expect(await count('copies')).toBe(0)
  expect(await file.apply()).toMatchObject({ inserts: 4, bad: 0 })
  const content = (table: string) =>
    desk.read(`select json_agg(${row} order by code)::text as rows from public.${table} t`)
  expect(await content('copies')).toEqual(await content('things'))
  for (const code of ['a', 'b', 'c', 'd']) {
    const request = { kind: 'delete' as const, relation: 'public.copies', key: { code } }
    await desk.engine.api.entries.submit({ workspace, request })
  }
})

test('columns are guessed by name and words, whatever their case and accents', async () => {
  const file = await desk.open('people', 'people.csv', lines('E-Mail;NÂME;nothing', 'x@example.com;X;1'))
  expect(file.map).toEqual({
    email: { from: 'file', column: 0, by: 'value' },
    name: { from: 'file', column: 1, by: 'value' },
  })
  expect(file.columns[2]).toEqual({ name: 'nothing', samples: ['1'] })
  expect(file.keys).toEqual([['id'], ['email']])
})

test('a dry run says of each row what is wrong with it, and leaves nothing', async () => {
  const before = { rows: await count('people'), waiting: await waiting() }
  const rows = [
    'email,name,boss,secret,joined',
    'new@example.com,New,ada@example.com,,2026-02-01',
    'under@example.com,Under,new@example.com,no,',
    'ada@example.com,Ada again,,,',
    'blank@example.com,   ,,,',
    'nobody@example.com,Nobody,gone@example.com,,',
    'spy@example.com,Spy,,true,',
    'when@example.com,When,,,31/12/2026',
    'new@example.com,New twice,,,',
    'short@example.com,Short',
    ',No mail,,,',
  ]
  const file = await desk.open('people', 'people.csv', lines(...rows))
  expect(await file.check()).toMatchObject({ rows: 10, inserts: 2, updates: 0, bad: 8, lines: { first: 2, last: 3 } })
  const problems = await file.problems()
  expect(problems.map(({ line, column, value, problem }) => [line, column, value, problem.reason])).toEqual([
    [4, 'email', 'ada@example.com', 'unique_violation'],
    [5, 'name', '   ', 'check_violation'],
    [6, 'boss', 'gone@example.com', 'foreign_key_violation'],
    [7, null, null, 'not_allowed'],
    [8, 'joined', '31/12/2026', 'import.not_date'],
    [9, 'email', 'new@example.com', 'import.twice'],
    [10, null, null, 'import.ragged'],
    [11, 'email', null, 'not_null_violation'],
  ])
  expect({ rows: await count('people'), waiting: await waiting() }).toEqual(before)
})

test('the same file imported again makes no row twice; where that can’t be told, it is said', async () => {
  const text = lines('word', 'one', 'two', 'two')
  const file = await desk.open('words', 'words.csv', text)
  expect(await file.apply()).toMatchObject({ inserts: 3, same: 0, doubles: false })
  const again = await desk.open('words', 'words.csv', `${text}\r\nthree`)
  expect(await again.check()).toMatchObject({ inserts: 1, same: 3 })
  expect(await again.apply()).toMatchObject({ inserts: 1, same: 3 })
  expect(await desk.read('select word from public.words order by word')).toEqual(
    ['one', 'three', 'two', 'two'].map((word) => ({ word })),
  )
  expect(await (await desk.open('counted', 'words.csv', text)).check()).toMatchObject({ inserts: 3, doubles: true })
})

test('rows are changed by a key: only what differs, and nothing where nothing does', async () => {
  const text = lines('email,name,joined', 'ada@example.com,Ada Lovelace,', 'eve@example.com,Eve,2026-05-05')
  const file = await desk.open('people', 'people.csv', text)
  const by = ['email']
  expect(await file.check({ way: 'update', by })).toMatchObject({ updates: 1, inserts: 0, bad: 1 })
  expect((await file.problems())[0]).toMatchObject({ line: 3, problem: { reason: 'import.no_such_row' } })
  const from = await waiting()
  expect(await file.apply({ way: 'upsert', by })).toMatchObject({ updates: 1, inserts: 1, bad: 0 })
  const { entries } = await desk.engine.api.outbox.list({ workspace })
  expect(entries.slice(from).map(({ operation }) => operation)).toMatchObject([
    { kind: 'update', set: { name: 'Ada Lovelace' } },
    { kind: 'insert', values: { email: 'eve@example.com', joined: '2026-05-05' } },
  ])
  expect(await file.check({ way: 'upsert', by })).toMatchObject({ updates: 0, inserts: 0, same: 2 })
  await expect(file.check({ way: 'upsert', by: ['name'] })).rejects.toMatchObject({ problem: { field: 'by' } })
})

test('rows that are referred to are found by their words; a value may be the same for all rows', async () => {
  const file = await desk.open(
    'words',
    'words.csv',
    lines('word,team', 'un,equipe nord', 'deux,TWICE', 'trois,nowhere'),
  )
  const map = {
    ...file.map,
    team: { from: 'file' as const, column: 1, by: 'label' as const },
  }
  expect(await file.apply({ map })).toMatchObject({ inserts: 1, bad: 2 })
  expect((await file.problems()).map(({ column, problem }) => [column, problem.reason])).toEqual([
    ['team', 'import.many_labels'],
    ['team', 'import.no_such_label'],
  ])
  const [south] = await desk.read<{ id: string }>(`select id from public.teams where name = 'South'`)
  const fixed = { ...file.map, team: { from: 'fixed' as const, value: south?.id ?? '' } }
  expect(await file.apply({ map: fixed })).toMatchObject({ inserts: 3, bad: 0 })
  expect(
    await desk.read(
      `select w.word, t.name from public.words w join public.teams t on t.id = w.team order by t.name, w.word`,
    ),
  ).toEqual([
    { word: 'deux', name: 'South' },
    { word: 'trois', name: 'South' },
    { word: 'un', name: 'South' },
    { word: 'un', name: 'Équipe Nord' },
  ])
})

test('progress is told in rows; stopped halfway, it says which lines were written, and those are there', async () => {
  const text = lines('word', ...Array.from({ length: 450 }, (_, at) => `w${at}`))
  const file = await desk.open('counted', 'many.csv', text)
  const from = await count('counted')
  desk.engine.events.length = 0
  const applying = file.apply()
  await desk.engine.until(async () => desk.engine.events.some(({ event }) => event === 'importProgress'))
  await desk.engine.api.import.stop({ id: file.id })
  const report = await applying
  expect(report).toMatchObject({ stopped: true, lines: { first: 2, last: report.rows + 1 }, inserts: report.rows })
  expect(report.rows).toBeLessThan(450)
  expect((await count('counted')) - from).toBe(report.rows)
  expect(desk.engine.events.find(({ event }) => event === 'importProgress')).toMatchObject({ done: 100, total: 450 })
})

test('what was imported offline goes up, once, and is on the server', async () => {
  await desk.engine.api.sync.workOffline({ workspace, on: false })
  expect(await desk.engine.api.sync.now({ workspace })).toMatchObject({ pending: 0, rejected: 0, conflicts: 0 })
  for (const table of ['people', 'words', 'counted']) {
    const [there] = await desk.cloud.sql<{ n: number }>(`select count(*)::int as n from public.${table}`)
    expect(await count(table)).toBe(there?.n)
  }
  const [ada] = await desk.cloud.sql(`select name from public.people where email = 'ada@example.com'`)
  expect(ada).toEqual({ name: 'Ada Lovelace' })
})
