import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Journal } from '#main/journal/journal.ts'
import type { Entry } from '#shared/model/entry.ts'

/*
 * Power fails between two commits: of what was written since the last one, the disk has any beginning, whole frames or
 * half of one, and the database file, when a checkpoint is under way, some of its pages. Everything acknowledged before
 * must be there.
 */

const HEADER = 32
const FRAME = 24 + 4096
const PAGE = 4096
/** Places in one write at which the power fails. */
const MOST = 8

interface Disk {
  readonly database: Buffer
  readonly log: Buffer
}

let folder: string
let file: string
let tried: number
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outpost-power-'))
  file = join(folder, 'journal.db')
  tried = 0
})
afterEach(() => rmSync(folder, { recursive: true }))

test('power that fails between any two commits takes no decision that was acknowledged', () => {
  const journal = Journal.open(file)
  const acknowledged: Entry[] = []
  let before = diskNow()
  for (let n = 0; n < 12; n += 1) {
    write(journal, acknowledged, n, n % 7 === 3 ? 30_000 : 40)
    const after = diskNow()
    for (const log of tornLogs(before.log, after.log)) expectWhole({ ...before, log }, acknowledged.slice(0, -1))
    expectWhole(after, acknowledged)
    before = after
  }
  journal.close()
  expect(tried).toBeGreaterThan(80)
})

test('power that fails while the log is put into the database takes nothing either', () => {
  const journal = Journal.open(file)
  const acknowledged: Entry[] = []
  let before = diskNow()
  let checkpoints = 0
  for (let n = 0; n < 13; n += 1) {
    write(journal, acknowledged, n, 400_000)
    const after = diskNow()
    if (!after.database.equals(before.database)) {
      checkpoints += 1
      for (const database of tornDatabases(before.database, after.database)) {
        expectWhole(
          { database, log: after.log.length < before.log.length ? before.log : after.log },
          acknowledged.slice(0, -1),
        )
      }
    }
    if (!after.log.subarray(0, HEADER).equals(before.log.subarray(0, HEADER)) && before.log.length > 0) {
      for (const log of tornLogs(before.log, after.log))
        expectWhole({ database: after.database, log }, acknowledged.slice(0, -1))
    }
    before = after
  }
  journal.close()
  expect(checkpoints).toBeGreaterThan(0)
})

/** A decision, and often what became of an earlier one. */
function write(journal: Journal, acknowledged: Entry[], n: number, characters: number): void {
  const draft = {
    id: randomUUID(),
    person: randomUUID(),
    device: randomUUID(),
    madeAt: '2026-03-02T08:00:00Z',
    operation: { kind: 'call' as const, function: 'send_message', args: { p_body: `${n} `.padEnd(characters, '-') } },
    subject: {},
    dependsOn: [],
  }
  acknowledged.push(journal.append(draft))
}

function diskNow(): Disk {
  const read = (path: string) => (existsSync(path) ? readFileSync(path) : Buffer.alloc(0))
  return { database: read(file), log: read(`${file}-wal`) }
}

/** The log with some of what came to it: up to each frame, and to the middle of one; the rest as it was, or zeros. */
function* tornLogs(before: Buffer, after: Buffer): Generator<Buffer> {
  const first = firstDifference(before, after)
  const ends = new Set<number>()
  for (let at = HEADER; at <= after.length; at += FRAME) {
    for (const end of [at, at + 12, at + 24 + PAGE / 2]) if (end >= first && end < after.length) ends.add(end)
  }
  if (first < HEADER) ends.add(HEADER / 2)
  const chosen = [...ends]
  for (const end of chosen.length > MOST
    ? chosen.filter((_, n) => n % Math.ceil(chosen.length / MOST) === 0)
    : chosen) {
    const old = before.subarray(Math.min(end, before.length))
    yield Buffer.concat([after.subarray(0, end), old])
    if (before.length < after.length) yield Buffer.concat([after.subarray(0, end), Buffer.alloc(after.length - end)])
  }
}

/** The database with some of its new pages: those up to one, those from one on, and half of one. */
function* tornDatabases(before: Buffer, after: Buffer): Generator<Buffer> {
  const pages = Math.ceil(after.length / PAGE)
  for (let n = 0; n < MOST; n += 2) {
    const end = Math.floor((n * pages) / MOST) * PAGE + (n % 4 === 0 ? 0 : PAGE / 2)
    yield Buffer.concat([after.subarray(0, end), before.subarray(Math.min(end, before.length))])
    yield Buffer.concat([
      before.subarray(0, Math.min(end, before.length)),
      after.subarray(Math.min(end, before.length)),
    ])
  }
}

/** Where the first frame that is not the same begins. */
function firstDifference(one: Buffer, other: Buffer): number {
  if (!one.subarray(0, HEADER).equals(other.subarray(0, HEADER))) return 0
  let at = HEADER
  while (at < other.length && one.subarray(at, at + FRAME).equals(other.subarray(at, at + FRAME))) at += FRAME
  return at
}

function expectWhole({ database, log }: Disk, acknowledged: readonly Entry[]): void {
  tried += 1
  const copy = join(folder, 'after', 'journal.db')
  rmSync(join(folder, 'after'), { recursive: true, force: true })
  mkdirSync(join(folder, 'after'))
  writeFileSync(copy, database)
  writeFileSync(`${copy}-wal`, log)
  const opened = Journal.open(copy)
  const { broken } = opened.verify()
  const found = opened.page('all', 1_000, Number.MAX_SAFE_INTEGER).entries.map(digestOf)
  opened.close()
  // Half of the last frame can't be told from a last frame that is damaged: it may be called so, but never to the cost of
  // one that was acknowledged.
  const named = acknowledged.filter(({ seq }) => broken?.includes(`Entry ${seq} `))
  expect(named, broken ?? '').toEqual([])
  expect(new Set(found)).toEqual(new Set([...found, ...acknowledged.map(digestOf)]))
}

const digestOf = ({ id, operation }: Entry) =>
  createHash('sha256')
    .update(id + JSON.stringify(operation))
    .digest('hex')
