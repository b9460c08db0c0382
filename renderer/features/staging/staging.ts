import { useMemo } from 'react'
import { z } from 'zod'
import { problem } from '#shared/contract/errors.ts'
import { cells } from '#shared/contract/rows.ts'
import { draftKey, draftOf, keepDraft, useDraft } from '../drafts/draft-store.ts'
import { useStatus, useStatuses } from '../sync-status/status-store.ts'

const stagedCell = z.object({
  value: z.string().nullable(),
  /** What was there when it was written. */
  seen: z.string().nullable(),
  /** Words for the value, of a row that it points to. */
  words: z.string().optional(),
})

const stagedRow = z.object({
  title: z.string(),
  cells: z.record(z.string(), stagedCell),
  /** Why the row was refused when it was last tried, and what was in it then. */
  problem: problem.optional(),
  now: cells.optional(),
})
export type StagedRow = z.infer<typeof stagedRow>

/** Cells that were changed and not applied, by the key of their row. */
const staging = z.record(z.string(), stagedRow)
export type Staging = z.infer<typeof staging>

const NOTHING: Staging = {}
/** Each person has their own: whoever signs in next neither sees nor applies them. */
const nameOf = (workspace: string, person: string | undefined, relation: string) =>
  draftKey('cells', workspace, person ?? '', relation)
const nameNow = (workspace: string, relation: string) =>
  nameOf(workspace, useStatuses.getState().byName[workspace]?.person?.id, relation)
const read = new Map<string, { readonly text: string; readonly staging: Staging }>()

/** Read once for each text: every cell of a list asks. */
function parsed(name: string, text: string): Staging {
  const known = read.get(name)
  if (known?.text === text) return known.staging
  const found = { text, staging: text === '' ? NOTHING : safely(text) }
  read.set(name, found)
  return found.staging
}

/** What another version has kept in another form is no draft of this one. */
function safely(text: string): Staging {
  try {
    return staging.parse(JSON.parse(text))
  } catch {
    return NOTHING
  }
}

export function stagingOf(workspace: string, relation: string): Staging {
  const name = nameNow(workspace, relation)
  return parsed(name, draftOf(name))
}

export function useStaging(workspace: string, relation: string): Staging {
  const name = nameOf(workspace, useStatus(workspace)?.person?.id, relation)
  const text = useDraft(name)
  return useMemo(() => parsed(name, text), [name, text])
}

/** Changes what is staged for a table. It is kept on this computer until it is applied or discarded. */
export function changeStaging(workspace: string, relation: string, change: (staging: Staging) => Staging): void {
  const next = change(stagingOf(workspace, relation))
  keepDraft(nameNow(workspace, relation), Object.keys(next).length === 0 ? '' : JSON.stringify(next))
}

interface Written {
  readonly key: string
  readonly title: string
  readonly column: string
  readonly value: string | null
  /** What is in the cell now. */
  readonly seen: string | null
  readonly words?: string | undefined
}

/** With one more cell written. A cell that has its old value again is not staged any more. */
export function withCell(staging: Staging, { key, title, column, value, seen, words }: Written): Staging {
  const { [key]: row, ...others } = staging
  const { [column]: before, ...cells } = row?.cells ?? {}
  const old = before?.seen ?? null
  const was = before ? old : seen
  const next = value === was ? cells : { ...cells, [column]: { value, seen: was, ...(words ? { words } : {}) } }
  return Object.keys(next).length === 0 ? others : { ...others, [key]: { title, cells: next } }
}

/** Without some rows. */
export function withoutRows(staging: Staging, keys: readonly string[]): Staging {
  return Object.fromEntries(Object.entries(staging).filter(([key]) => !keys.includes(key)))
}

/** How many cells, in how many rows. */
export function sizeOf(staging: Staging): { readonly cells: number; readonly rows: number } {
  const rows = Object.values(staging)
  return { cells: rows.reduce((sum, row) => sum + Object.keys(row.cells).length, 0), rows: rows.length }
}
