import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Journal } from '#main/journal/journal.ts'
import type { Entry } from '#shared/model/entry.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outpost-journal-'))
  file = join(folder, 'journal.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

function draft(comment: string): Omit<Entry, 'seq'> {
  return {
    id: randomUUID(),
    person: randomUUID(),
    device: randomUUID(),
    madeAt: '2026-11-20T08:00:00.000Z',
    operation: { kind: 'call', function: 'review_document', args: { p_comment: comment } },
    subject: { document: 'Passport' },
    dependsOn: [],
  }
}

test('entries keep the order in which they were decided, whatever the clock says', () => {
  const journal = Journal.open(file)
  const ids = ['2026-11-20', '2025-01-01', '2027-01-01'].map(
    (day) => journal.append({ ...draft(day), madeAt: `${day}T00:00:00Z` }).id,
  )
  expect(journal.open().map((entry) => [entry.seq, entry.id])).toEqual(ids.map((id, at) => [at + 1, id]))
  journal.close()
})

test('what is open is the same from memory as from the disk, whatever has become of each entry', () => {
  const journal = Journal.open(file)
  const [first, second, third, fourth] = ['one', 'two', 'three', 'four'].map((words) => journal.append(draft(words)).id)
  if (!first || !second || !third || !fourth) throw new Error('Nothing was written.')
  expect(journal.open()).toHaveLength(4)
  journal.attempted([first, second, third])
  const applied = { id: first, outcome: 'applied', xid: '7', merged: false, result: null } as const
  journal.settle([
    { id: first, state: 'applied', receipt: applied },
    { id: second, state: 'rejected' },
    { id: fourth, state: 'held', heldBy: second },
  ])
  journal.settle([{ id: third, state: 'done' }])
  journal.append(draft('again'), second)
  journal.settle([{ id: third, state: 'pending' }])
  const inMemory = journal.open()
  journal.close()
  const anew = Journal.open(file)
  expect(inMemory).toEqual(anew.open())
  expect(inMemory.map(({ seq, state, attempts, heldBy }) => [seq, state, attempts, heldBy])).toEqual([
    [1, 'applied', 1, null],
    [3, 'pending', 1, null],
    [4, 'held', 0, second],
    [5, 'pending', 0, null],
  ])
  anew.close()
})

test('a decision and the conflict that it resolves are settled together', () => {
  const journal = Journal.open(file)
  const refused = journal.append(draft('first'))
  const again = journal.append(draft('again'), refused.id)
  expect(journal.find(refused.id)?.state).toBe('resolved')
  expect(journal.find(again.id)?.state).toBe('pending')
  expect(() => journal.append(draft('third'), randomUUID())).toThrow('no entry')
  expect(journal.verify().entries).toBe(2)
  journal.close()
})

test('the doctor names the first entry that was changed, removed or reordered', () => {
  const journal = Journal.open(file)
  for (const comment of ['one', 'two', 'three', 'four']) journal.append(draft(comment))
  expect(journal.verify()).toEqual({ entries: 4, broken: null })
  journal.close()

  const damage = (sql: string) => {
    const database = new Database(file)
    database.pragma('foreign_keys = off')
    database.exec(
      `drop trigger if exists entries_are_never_changed; drop trigger if exists entries_are_never_removed; ${sql}`,
    )
    database.close()
    const reopened = Journal.open(file)
    const { broken } = reopened.verify()
    reopened.close()
    return broken
  }
  expect(damage(`update entries set content = replace(content, 'three', 'THREE') where seq = 3`)).toContain(
    'Entry 3 was changed',
  )
  expect(damage(`delete from entries where seq = 2`)).toContain('Entry 2 is missing')
})

test('entries can be neither changed nor removed through SQL', () => {
  const journal = Journal.open(file)
  journal.append(draft('one'))
  journal.close()
  const database = new Database(file)
  expect(() => database.exec(`update entries set content = ''`)).toThrow('never changed')
  expect(() => database.exec('delete from entries')).toThrow('never removed')
  database.close()
})

/** Runs a script against the journal in a process of its own. */
function elsewhere(body: string, shell = 'exec "$@"') {
  const script = `const { Journal } = await import('#main/journal/journal.ts')
    const draft = () => ({ ...${JSON.stringify(draft('kept'))}, id: crypto.randomUUID() })
    ${body.replaceAll('FILE', JSON.stringify(file))}`
  return spawnSync('bash', ['-c', shell, 'bash', process.execPath, '--input-type=module', '-e', script], {
    encoding: 'utf8',
  })
}

test('a second process is refused in words while the first has the workspace', () => {
  const journal = Journal.open(file)
  const body = `try { Journal.open(FILE); console.log('opened') } catch (error) { console.log(error.code) }`
  expect(elsewhere(body).stdout.trim()).toBe('workspace_locked')
  journal.close()
  expect(elsewhere(body).stdout.trim()).toBe('opened')
})

test('a process killed right after an append has lost nothing', () => {
  const { signal } = elsewhere(`const journal = Journal.open(FILE)
    for (let n = 0; n < 20; n++) journal.append(draft())
    process.kill(process.pid, 'SIGKILL')`)
  expect(signal).toBe('SIGKILL')
  const journal = Journal.open(file)
  expect(journal.verify()).toEqual({ entries: 20, broken: null })
  journal.close()
})

test('a disk that takes no more refuses the decision in words and keeps the ones before', () => {
  const limited = `trap '' XFSZ; ulimit -f 300; exec "$@"`
  const { stdout } = elsewhere(
    `const journal = Journal.open(FILE)
    let kept = 0
    try { for (;;) { journal.append(draft()); kept++ } } catch (error) { console.log(JSON.stringify([kept, error.code])) }`,
    limited,
  )
  const [kept, code] = JSON.parse(stdout)
  expect(code).toBe('disk_full')
  expect(kept).toBeGreaterThan(10)
  const journal = Journal.open(file)
  expect(journal.verify()).toEqual({ entries: kept, broken: null })
  journal.close()
})
