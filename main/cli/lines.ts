import type { EntryView } from '#shared/contract/entries.ts'
import type { TableScope } from '#shared/contract/scope.ts'
import type { JournalNotice, Status } from '#shared/contract/sync.ts'
import type { Collision } from '#shared/model/receipt.ts'

/** Rows of cells as lines with aligned columns, two spaces between them. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = []
  for (const row of rows) {
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length)
  }
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

export function statusLines(status: Status): string[] {
  const { progress, person, problem, clockAhead } = status
  const pairs: (readonly [string, string])[] = [
    ['workspace', status.workspace],
    ['state', status.workOffline ? `${status.state} (by choice)` : status.state],
    ['person', person ? `${person.email} (${person.role})` : '–'],
    ['pending', String(status.pending)],
    ['conflicts', String(status.conflicts)],
    ['rejected', String(status.rejected)],
    ['last pulled', status.lastPulledAt ?? 'never'],
    ['on this computer', `${status.rows} rows, ${status.files} files`],
  ]
  if (status.journal) pairs.push(['journal', noticeWords(status.journal)])
  for (const { email, count } of status.waitingFor) pairs.push(['waiting for', `${email ?? 'somebody'}: ${count}`])
  if (progress) pairs.push(['now', `${progress.phase} ${progress.rows.done}/${progress.rows.total} rows`])
  if (clockAhead !== null) pairs.push(['clock', offBy(clockAhead)])
  if (problem) pairs.push(['problem', problem.message])
  return table(pairs)
}

function offBy(clockAhead: number): string {
  const seconds = Math.round(Math.abs(clockAhead) / 1_000)
  return `${seconds} s ${clockAhead > 0 ? 'ahead of' : 'behind'} the server’s`
}

/** What is kept of each table, and what is here. */
export function scopeLines(tables: readonly TableScope[]): string[] {
  return table(
    tables.map(({ relation, scope, chosen, waits, rows, onDemand, serverRows }) => [
      relation,
      typeof scope === 'string' ? scope : `${scope.days} days by ${scope.by}`,
      chosen ? 'chosen' : '',
      `${rows} here`,
      onDemand > 0 ? `${onDemand} of them fetched` : '',
      serverRows === null ? '' : `about ${Math.round(serverRows)} there`,
      waits ? 'waits for the network' : '',
    ]),
  )
}

export function outboxLines(entries: readonly EntryView[]): string[] {
  if (entries.length === 0) return ['Nothing waits here.']
  return table(entries.map((entry) => [`#${entry.seq}`, entry.id, entry.state, deed(entry), about(entry), why(entry)]))
}

function noticeWords({ kind, seen, here }: JournalNotice): string {
  const what = kind === 'shorter' ? `this journal ends at ${here} without it` : 'here it is another one'
  return `the server has received entry ${seen}, and ${what}: restored from a backup, or tampered with; see doctor`
}

/** Decisions with nothing of where they stand, set in. */
export function decisionLines(entries: readonly EntryView[]): string[] {
  return indent(table(entries.map((entry) => [`#${entry.seq}`, entry.id, entry.madeAt, deed(entry), about(entry)])))
}

export function conflictLines(entries: readonly EntryView[]): string[] {
  if (entries.length === 0) return ['No conflicts.']
  return entries.flatMap((entry) => [
    `#${entry.seq}  ${entry.id}  ${deed(entry)}  ${about(entry)}`.trimEnd(),
    ...indent([why(entry)].filter((line) => line !== '')),
    ...indent(table(collisions(entry))),
  ])
}

/** Rows of a query, with the columns' names above them. */
export function rowLines(columns: readonly string[], rows: readonly Record<string, unknown>[]): string[] {
  const cells = rows.map((row) => columns.map((column) => cell(row[column])))
  return [...table([[...columns], ...cells]), `(${rows.length} ${rows.length === 1 ? 'row' : 'rows'})`]
}

/** What was done, in the words of the database. */
function deed({ operation }: EntryView): string {
  return operation.kind === 'call' ? operation.function : `${operation.kind} ${operation.relation}`
}

function about({ subject }: EntryView): string {
  return Object.values(subject).join(' · ')
}

function why({ conflict, refusal, heldBy, leftToServer }: EntryView): string {
  if (heldBy) return `waits for ${heldBy}`
  if (leftToServer) return 'only the server can check it'
  return conflict?.reason.message ?? refusal?.message ?? ''
}

function collisions({ conflict }: EntryView): string[][] {
  if (!conflict) return []
  if (conflict.collisions.length > 0) return conflict.collisions.map(collisionCells)
  return Object.entries(conflict.current ?? {}).map(([name, value]) => [name, `now ${cell(value)}`])
}

function collisionCells({ column, base, mine, theirs }: Collision): string[] {
  return [column, `was ${cell(base)}`, `mine ${cell(mine)}`, `theirs ${cell(theirs)}`]
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '–'
  return typeof value === 'string' ? value.replace(/\s+/g, ' ') : JSON.stringify(value)
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `    ${line}`)
}
