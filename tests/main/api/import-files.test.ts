import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { type ColumnMap, MOST_IMPORT_BYTES, MOST_IMPORT_ROWS, PUT_BYTES } from '#shared/contract/import.ts'
import { type ImportDesk, openImportDesk } from './import-desk.ts'

let desk: ImportDesk

beforeAll(async () => {
  desk = await openImportDesk()
})
afterAll(() => desk.close())

const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
const rows = (count: number) => `word\n${Array.from({ length: count }, (_, at) => `w${at}`).join('\n')}`

test.each([
  ['words.csv', '', 'import.no_rows'],
  ['words.csv', 'word', 'import.no_rows'],
  ['words.csv', 'word,word\na,b', 'import.double_header'],
  ['words.csv', 'word,team\n"open,b\n', 'import.open_quote'],
  ['words.csv', Buffer.from('word\ncaf\xe9', 'latin1'), 'import.encoding'],
  ['words.csv', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), 'import.encoding'],
  ['words.csv', rows(MOST_IMPORT_ROWS + 1), 'import.too_many'],
  ['words.xlsx', 'word\na', 'import.no_workbook'],
  ['words.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), 'import.no_workbook'],
  ['words.pdf', 'word\na', 'import.format'],
])('a bad file (%s, case %#) is refused in words', async (name, bytes, reason) => {
  await expect(desk.open('words', name, bytes)).rejects.toMatchObject({
    message: expect.stringMatching(/\.$/),
    problem: { field: 'file', reason },
  })
})

test('a file of 50 MB is the largest: the byte after is refused, and nothing of it is kept', async () => {
  const { api } = desk.engine
  const id = randomUUID()
  const base64 = Buffer.alloc(PUT_BYTES, 'x').toString('base64')
  for (let offset = 0; offset < MOST_IMPORT_BYTES; offset += PUT_BYTES) await api.import.put({ id, offset, base64 })
  const after = { id, offset: MOST_IMPORT_BYTES, base64: 'eA==' }
  await expect(api.import.put(after)).rejects.toMatchObject({
    code: 'too_large',
    problem: { reason: 'import.file_too_large' },
  })
  await expect(api.import.put({ ...after, offset: 1 })).rejects.toMatchObject({ code: 'not_found' })
})

test('a small workbook that unpacks to a huge one is stopped, and others are answered meanwhile', async () => {
  const bomb = await zipBomb()
  expect(bomb.length).toBeLessThan(1_000_000)
  const opening = desk.open('words', 'bomb.xlsx', bomb)
  const refused = expect(opening).rejects.toMatchObject({ problem: { reason: 'import.unpacks_too_large' } })
  expect(await desk.engine.api.workspaces.list({})).toHaveLength(1)
  await refused
})

test('letters of UTF-16, semicolons and tabs are read as they are meant', async () => {
  const wide = await desk.open('words', 'words.csv', utf16('word;team\r\ncafé;\r\n'))
  expect(wide.columns).toEqual([
    { name: 'word', samples: ['café'] },
    { name: 'team', samples: [] },
  ])
  const tabs = await desk.open('words', 'words.tsv', 'word\tteam\nté, tu\t\n')
  expect(tabs.columns[0]?.samples).toEqual(['té, tu'])
})

test('days of a spreadsheet are days, whether they look like one or are only counted', async () => {
  const text = (value: string) => ({ value, type: String })
  const bytes = await writeExcelFile([
    [text('email'), text('name'), text('joined')],
    [text('d1@example.com'), text('D1'), { value: new Date('2026-02-28'), type: Date, format: 'dd/mm/yyyy' }],
    [text('d2@example.com'), text('D2'), { value: 46081, type: Number }],
  ]).toBuffer()
  const file = await desk.open('people', 'people.xlsx', bytes)
  expect(await file.apply()).toMatchObject({ inserts: 2, bad: 0 })
  expect(await desk.read(`select joined::text from public.people where email like 'd_@%'`)).toEqual([
    { joined: '2026-02-28' },
    { joined: '2026-02-28' },
  ])
})

test('in JSON lines each line stands for itself, and a name that is missing is left to the database', async () => {
  const text = [
    '{"email": "j@example.com", "name": "J"}',
    '[1]',
    'nope',
    '{"email": "k@example.com", "name": "K", "joined": null}',
  ]
  const file = await desk.open('people', 'people.jsonl', text.join('\n'))
  expect(await file.apply()).toMatchObject({ inserts: 2, bad: 2 })
  expect((await file.problems()).map(({ line, problem }) => [line, problem.reason])).toEqual([
    [2, 'import.not_an_object'],
    [3, 'import.not_an_object'],
  ])
})

test('a plan that does not fit the table is refused on its field', async () => {
  const file = await desk.open('counted', 'words.csv', 'word\na')
  const from = { from: 'file' as const, column: 0, by: 'value' as const }
  const maps: ColumnMap[] = [
    { id: from },
    { nope: from },
    { word: { ...from, column: 7 } },
    { word: { ...from, by: 'label' } },
    {},
  ]
  for (const map of maps) {
    await expect(file.check({ map })).rejects.toMatchObject({ code: 'bad_request', problem: { field: 'map' } })
  }
  await expect(file.check({ way: 'update', by: ['id'] })).rejects.toMatchObject({ problem: { field: 'by' } })
})

/** Megabytes. */
const UNPACKED = 400

/** A workbook whose sheet is hundreds of megabytes of blanks. */
async function zipBomb(): Promise<Buffer> {
  const megabyte = Buffer.alloc(1024 * 1024, ' ')
  const parts: Buffer[] = []
  const blanks = Readable.from(Array.from({ length: UNPACKED }, () => megabyte))
  for await (const part of blanks.pipe(createGzip())) parts.push(part as Buffer)
  const packed = Buffer.concat(parts).subarray(10, -8)
  const name = Buffer.from('xl/worksheets/sheet1.xml')
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(8, 8)
  header.writeUInt32LE(packed.length, 18)
  header.writeUInt32LE(UNPACKED * megabyte.length, 22)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, name, packed])
}
