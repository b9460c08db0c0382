import { expect, it } from 'vitest'
import { conflictLines, outboxLines, rowLines, statusLines, table } from '#main/cli/lines.ts'
import type { EntryView } from '#shared/contract/entries.ts'

const entry: EntryView = {
  id: '7b0c9bb2-5f0b-4c3e-9d10-0d5f6a1f4b11',
  seq: 3,
  person: '7b0c9bb2-5f0b-4c3e-9d10-0d5f6a1f4b12',
  device: '7b0c9bb2-5f0b-4c3e-9d10-0d5f6a1f4b13',
  madeAt: '2026-03-01T10:00:00Z',
  operation: { kind: 'update', relation: 'public.clients', key: { id: 'x' }, set: { phone: '2' }, base: '{}' },
  subject: { client: 'Ama Mensah' },
  dependsOn: [],
  state: 'conflict',
  attempts: 1,
  undoMs: 0,
  refusal: null,
  leftToServer: false,
  heldBy: null,
  lost: false,
  conflict: {
    kind: 'update_update',
    collisions: [{ column: 'phone', base: '1', mine: '2', theirs: null }],
    theirs: null,
    current: null,
    retryArgs: null,
    reason: {
      sqlstate: 'OP409',
      message: 'Somebody changed it.',
      code: 'x',
      field: null,
      constraint: null,
      hint: null,
      params: {},
    },
  },
}

it('columns stand below each other and end without spaces', () => {
  expect(
    table([
      ['a', 'bb', 'c'],
      ['aaa', 'b', ''],
    ]),
  ).toEqual(['a    bb  c', 'aaa  b'])
})

it('an entry is one line with all that is needed to settle it', () => {
  expect(outboxLines([entry])).toEqual([
    `#3  ${entry.id}  conflict  update public.clients  Ama Mensah  Somebody changed it.`,
  ])
  expect(outboxLines([])).toEqual(['Nothing waits here.'])
})

it('a conflict shows base, mine and theirs for each column', () => {
  expect(conflictLines([entry])).toEqual([
    `#3  ${entry.id}  update public.clients  Ama Mensah`,
    '    Somebody changed it.',
    '    phone  was 1  mine 2  theirs –',
  ])
  expect(conflictLines([])).toEqual(['No conflicts.'])
})

it('rows stand under the names of their columns', () => {
  expect(
    rowLines(
      ['id', 'note'],
      [
        { id: 1, note: 'two\nlines' },
        { id: 20, note: null },
      ],
    ),
  ).toEqual(['id  note', '1   two lines', '20  –', '(2 rows)'])
})

it('a status says what stands in the way', () => {
  const lines = statusLines({
    workspace: 'demo',
    state: 'offline',
    workOffline: true,
    problem: { code: 'offline', message: 'No network.' },
    progress: null,
    ready: true,
    pending: 2,
    conflicts: 0,
    rejected: 0,
    hinted: false,
    clockAhead: -86_400_000,
    lastPulledAt: null,
    proof: null,
    rows: 5,
    files: 1,
    waitingFor: [],
    journal: null,
    person: null,
  })
  expect(lines).toContain('state             offline (by choice)')
  expect(lines).toContain('pending           2')
  expect(lines).toContain('last pulled       never')
  expect(lines).toContain('clock             86400 s behind the server’s')
  expect(lines.at(-1)).toBe('problem           No network.')
})
