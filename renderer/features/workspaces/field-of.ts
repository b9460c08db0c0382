import type { ErrorCode, Problem } from '#shared/contract/errors.ts'

export type Field = 'name' | 'system' | 'url' | 'key'

const byCode: Partial<Record<ErrorCode, Field>> = {
  workspace_exists: 'name',
  not_supabase: 'url',
  unreachable: 'url',
  timeout: 'url',
  no_sync_sql: 'url',
  wrong_key: 'key',
}

/** The field of the form that a problem is about, if it is about one. */
export function fieldOf(problem: Problem): Field | undefined {
  const { field, code } = problem
  if (field === 'name' || field === 'system' || field === 'url' || field === 'key') return field
  return byCode[code]
}
