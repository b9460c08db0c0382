// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

import type { ResumeRequestStatus } from './enums.ts'

/** Recruiters ask for a veteran's resume. */
export interface ResumeRequestsRow {
  readonly id: string
  readonly recruiter_user_id: string
  /** The veteran whose resume is asked for. */
  readonly user_id: string
  readonly pitch_id: string | null
  readonly company_name: string | null
  /** The job that the recruiter wants to fill. */
  readonly job_role: string
  readonly message: string | null
  readonly status: ResumeRequestStatus
  /** The change that set the status; its activity entry carries the same id. */
  readonly status_change_id: string | null
  readonly status_changed_at: string
  /** Why the status was changed, as both sides are told. */
  readonly status_comment: string | null
  readonly created_at: string
  readonly updated_at: string
}
