import type { Draft } from '#renderer/features/forms/values.ts'

/** What a person has written in a record, by column, with what they saw in its place when they began. */
export type Writing = Readonly<Record<string, { readonly value: string | null; readonly seen: string | null }>>

/** With another value in one column. What is as it was seen counts as not written. */
export function write(writing: Writing, cells: Draft, column: string, value: string | null): Writing {
  const { [column]: before, ...others } = writing
  const seen = before ? before.seen : (cells[column] ?? null)
  return value === seen ? others : { ...others, [column]: { value, seen } }
}

/** The columns that would change, in the order in which they were written. */
export function changedIn(writing: Writing, cells: Draft): string[] {
  return Object.keys(writing).filter((column) => writing[column]?.value !== (cells[column] ?? null))
}

/** Those of them in which somebody else has written something other meanwhile. */
export function overtakenIn(writing: Writing, cells: Draft): string[] {
  return changedIn(writing, cells).filter((column) => writing[column]?.seen !== (cells[column] ?? null))
}

/** Taken as seen what is in a column now: what the person wrote is to replace it. */
export function keepMine(writing: Writing, cells: Draft, column: string): Writing {
  const mine = writing[column]
  return mine ? { ...writing, [column]: { ...mine, seen: cells[column] ?? null } } : writing
}

/** Without what was written in a column. */
export function takeTheirs(writing: Writing, column: string): Writing {
  return Object.fromEntries(Object.entries(writing).filter(([name]) => name !== column))
}
