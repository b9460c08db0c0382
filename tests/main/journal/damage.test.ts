import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Journal } from '#main/journal/journal.ts'
import type { Entry } from '#shared/model/entry.ts'

const PAGE = 4096
let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outpost-damage-'))
  file = join(folder, 'journal.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

function draft(comment: string): Omit<Entry, 'seq'> {
  return {
    id: randomUUID(),
    person: randomUUID(),
    device: randomUUID(),
    madeAt: '2026-11-20T08:00:00.000Z',
    operation: { kind: 'call', function: 'send_message', args: { p_body: `${comment} ${'x'.repeat(300)}` } },
    subject: {},
    dependsOn: [],
  }
}

const wordsOf = (journal: Journal) => journal.open().map(({ seq, operation }) => [seq, first(operation)])
const first = (operation: Entry['operation']) =>
  operation.kind === 'call' ? String(operation.args.p_body).split(' ')[0] : ''
const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => [from + at, `n${from + at}`])

/** A journal of so many entries, closed in order: everything lies in the one file. */
function written(count: number): void {
  const journal = Journal.open(file)
  journal.setFact('device', 'this one')
  for (let n = 1; n <= count; n += 1) journal.append(draft(`n${n}`))
  journal.close()
}

/** The same, left by a killed process: everything lies in the log beside an almost empty file. */
function writtenAndKilled(count: number): void {
  const body = `const { Journal } = await import('#main/journal/journal.ts')
    const journal = Journal.open(${JSON.stringify(file)})
    for (let n = 1; n <= ${count}; n++)
      journal.append({ ...${JSON.stringify(draft('N'))}, id: crypto.randomUUID(),
        operation: { kind: 'call', function: 'f', args: { p_body: 'n' + n + ' ${'x'.repeat(300)}' } } })
    process.kill(process.pid, 'SIGKILL')`
  spawnSync(process.execPath, ['--input-type=module', '-e', body], { encoding: 'utf8' })
}

function flip(path: string, at: number, bytes = 1): void {
  const content = readFileSync(path)
  for (let n = at; n < at + bytes; n += 1) content[n] = (content[n] ?? 0) ^ 0xff
  writeFileSync(path, content)
}

const placeOf = (path: string, words: string) => readFileSync(path).indexOf(words)

test('one damaged entry is named and set aside with its file; all others stay, and work goes on', () => {
  written(50)
  flip(file, placeOf(file, 'n20 xx'))
  const journal = Journal.open(file)
  expect(wordsOf(journal)).toEqual([...numbered(1, 19), ...numbered(21, 50)])
  expect(journal.fact('device')).toBe('this one')
  expect(journal.verify().broken).toMatch(/damaged-1\. Entry 20 was changed after it was written, or can’t be read\.$/)
  expect(existsSync(`${file}.damaged-1`)).toBe(true)
  expect(journal.append(draft('more')).seq).toBe(51)
  journal.close()
  const again = Journal.open(file)
  expect(again.verify().entries).toBe(50)
  expect(existsSync(`${file}.damaged-2`)).toBe(false)
  again.close()
})

test('a damaged page costs what lies on it and is named; nothing that is left is out of place', () => {
  written(200)
  const page = Math.floor(placeOf(file, 'n77 xx') / PAGE) * PAGE
  flip(file, page, PAGE)
  const journal = Journal.open(file)
  const left = wordsOf(journal)
  expect(left.length).toBeGreaterThan(180)
  expect(left).toEqual(numbered(1, 200).filter(([seq]) => left.some(([place]) => place === seq)))
  for (const [seq] of numbered(1, 200)) {
    const isNamed = journal.verify().broken?.includes(`Entry ${seq} was changed`)
    expect(isNamed, `entry ${seq}`).toBe(!left.some(([place]) => place === seq))
  }
  journal.close()
})

test('with its first page gone every entry on the others is still found', () => {
  written(100)
  flip(file, 0, PAGE)
  const journal = Journal.open(file)
  expect(wordsOf(journal)).toEqual(numbered(1, 100))
  expect(journal.verify().broken).toContain('damaged-1')
  journal.close()
})

test('any single damaged page leaves a journal that opens and keeps most of what it had', () => {
  written(60)
  const whole = readFileSync(file)
  for (let page = 0; page < whole.length; page += PAGE) {
    writeFileSync(file, whole)
    flip(file, page, PAGE)
    const journal = Journal.open(file)
    const left = wordsOf(journal)
    const named = journal.verify().broken ?? ''
    for (const [seq] of numbered(1, 60)) {
      expect(left.some(([place]) => place === seq) || named.includes(`Entry ${seq} `), `${page} ${seq}`).toBe(true)
    }
    journal.append(draft('more'))
    journal.close()
  }
})

test('a damaged place in the log does not take what was decided after it', () => {
  writtenAndKilled(30)
  const log = `${file}-wal`
  const kept = readFileSync(log)
  const main = readFileSync(file)
  for (const at of [20, 32 + 4120 * 12 + 500, Math.floor(kept.length / 2)]) {
    writeFileSync(log, kept)
    writeFileSync(file, main)
    flip(log, at)
    const journal = Journal.open(file)
    const left = wordsOf(journal)
    expect(left.length, `at ${at}`).toBeGreaterThanOrEqual(29)
    expect(left.at(-1), `at ${at}`).toEqual([30, 'n30'])
    journal.close()
  }
})

test('an emptied file does not take the log beside it along', () => {
  writtenAndKilled(30)
  truncateSync(file, 0)
  const journal = Journal.open(file)
  expect(wordsOf(journal)).toEqual(numbered(1, 30))
  journal.close()
})

test('a file that was cut short keeps what is left of it', () => {
  written(100)
  truncateSync(file, Math.floor((statSync(file).size * 3) / 4 / PAGE) * PAGE)
  const shorter = Journal.open(file)
  const left = wordsOf(shorter)
  expect(left.length).toBeGreaterThan(50)
  expect(shorter.verify().broken).toContain('damaged-')
  shorter.close()
})

test('a log whose last transaction was cut by a kill is no damage', () => {
  writtenAndKilled(5)
  const log = `${file}-wal`
  truncateSync(log, statSync(log).size - 100)
  const journal = Journal.open(file)
  expect(wordsOf(journal)).toEqual(numbered(1, 4))
  expect(journal.verify().broken).toBe(null)
  journal.close()
})

test('an entry of which nothing but the content is left is sent again, and the doctor says so', () => {
  const journal = Journal.open(file)
  const { id } = journal.append(draft('n1'))
  journal.settle([{ id, state: 'applied', receipt: { id, outcome: 'applied', xid: '7', merged: false, result: null } }])
  journal.close()
  flip(file, placeOf(file, '"outcome":"applied"'))
  rebuildOn(file)
  const again = Journal.open(file)
  expect(again.find(id)).toMatchObject({ state: 'pending', attempts: 1, receipt: null })
  expect(again.verify().broken).toContain('Whether entry 1 had been sent is not known')
  again.close()
})

/** Damages the header, so that the file is looked through. */
function rebuildOn(path: string): void {
  flip(path, 0, 16)
}
