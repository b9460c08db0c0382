import { z } from 'zod'

/** Every way in which the console says no. Each has a sentence in both languages (`errors.<code>`). */
export const errorCode = z.enum([
  'bad_request',
  'not_found',
  'not_allowed',
  'refused',
  'conflict',
  'workspace_exists',
  'workspace_unknown',
  'workspace_locked',
  'workspace_busy',
  'pending_entries',
  'signed_out',
  'wrong_password',
  'account_banned',
  'account_gone',
  'not_staff',
  'other_person',
  'offline',
  'unreachable',
  'timeout',
  'not_supabase',
  'wrong_key',
  'no_sync_sql',
  'version_behind',
  'version_ahead',
  'server_replaced',
  'rate_limited',
  'server_error',
  'bad_answer',
  'too_large',
  'file_missing',
  'file_corrupt',
  'file_too_large',
  'disk_full',
  'journal_damaged',
  'mirror_damaged',
  'cancelled',
  'internal',
])
export type ErrorCode = z.infer<typeof errorCode>

/** An error as it crosses a process boundary: whole, and fit for a person to read. */
export const problem = z.object({
  code: errorCode,
  /** One sentence in English: what happened and what to do. The renderer prefers its own translation of `code`. */
  message: z.string(),
  /** The field of the input that it concerns. */
  field: z.string().optional(),
  /** A finer reason to translate by, from the database: `review.superseded`, `unique_violation`, … */
  reason: z.string().optional(),
  /** Values for the translated sentence. */
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type Problem = z.infer<typeof problem>

/** The one error class that may reach a person. Everything else is a defect and shows as `internal`. */
export class OutpostError extends Error {
  readonly code: ErrorCode
  readonly problem: Problem

  constructor(code: ErrorCode, message: string, more: Omit<Problem, 'code' | 'message'> & { cause?: unknown } = {}) {
    const { cause, ...rest } = more
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'OutpostError'
    this.code = code
    this.problem = { code, message, ...rest }
  }
}
