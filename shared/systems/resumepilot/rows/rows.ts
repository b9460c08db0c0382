// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

import type { AdminUsersRow } from './admin-users.ts'
import type { InterviewSessionsRow } from './interview-sessions.ts'
import type { InterviewTranscriptsRow } from './interview-transcripts.ts'
import type { InterviewTurnsRow } from './interview-turns.ts'
import type { ProfilesRow } from './profiles.ts'
import type { ResumeBulletsRow } from './resume-bullets.ts'
import type { ResumeDownloadsRow } from './resume-downloads.ts'
import type { ResumeGenerationsRow } from './resume-generations.ts'
import type { RetentionDueRow } from './retention-due.ts'
import type { SubscriptionsRow } from './subscriptions.ts'
import type { SystemEventsRow } from './system-events.ts'
import type { UsageAgainstPlanRow } from './usage-against-plan.ts'
import type { UsageTrackingRow } from './usage-tracking.ts'

/** A row of each table and view, by its name. */
export interface Rows {
  readonly 'public.admin_users': AdminUsersRow
  readonly 'public.interview_sessions': InterviewSessionsRow
  readonly 'public.interview_transcripts': InterviewTranscriptsRow
  readonly 'public.interview_turns': InterviewTurnsRow
  readonly 'public.profiles': ProfilesRow
  readonly 'public.resume_bullets': ResumeBulletsRow
  readonly 'public.resume_downloads': ResumeDownloadsRow
  readonly 'public.resume_generations': ResumeGenerationsRow
  readonly 'public.retention_due': RetentionDueRow
  readonly 'public.subscriptions': SubscriptionsRow
  readonly 'public.system_events': SystemEventsRow
  readonly 'public.usage_against_plan': UsageAgainstPlanRow
  readonly 'public.usage_tracking': UsageTrackingRow
}
