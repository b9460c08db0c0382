// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

export type RetentionKind = 'interviews' | 'usage' | 'events'

/** Staff: the people who may use the console. */
export interface AdminUsersRow {
  readonly id: string
  readonly user_id: string | null
  readonly email: string
  /** admin: sees everything, and does what the permissions name. super_admin: everything. */
  readonly role: 'admin' | 'super_admin' | null
  /** What an admin may do, each true: usage, generations, subscriptions, retention, people. suspended true: nothing at all. */
  readonly permissions: unknown | null
  readonly created_at: string | null
}

/** Interviews that the product leads with somebody. */
export interface InterviewSessionsRow {
  readonly id: string
  readonly user_id: string | null
  /** voice: spoken. chat: written. resume_analyzer: about a resume that was brought along. */
  readonly session_type: 'voice' | 'chat' | 'resume_analyzer'
  /** The kind of job that the person prepares for. */
  readonly role_type: string | null
  readonly duration_seconds: number | null
  /** How many turns the product counted. */
  readonly turns_count: number | null
  readonly status: 'active' | 'completed' | 'abandoned' | null
  readonly created_at: string | null
  /** Empty while it runs, and when it was given up. */
  readonly completed_at: string | null
}

/** Recordings put into words. */
export interface InterviewTranscriptsRow {
  readonly id: string
  readonly user_id: string | null
  /** The recording. */
  readonly audio_file_url: string
  readonly transcript_text: string
  /** How sure the recognition was, from 0 to 1. */
  readonly confidence_score: string | null
  /** How long the recognition took, in milliseconds. */
  readonly processing_time_ms: number | null
  readonly created_at: string | null
}

/** What was said in an interview, turn by turn. */
export interface InterviewTurnsRow {
  readonly id: string
  readonly session_id: string | null
  /** user: the person. ai: the product. */
  readonly speaker: 'user' | 'ai'
  readonly message: string
  /** Its place in the interview. */
  readonly turn_number: number
  /** The recording of a spoken turn. */
  readonly audio_url: string | null
  /** How long the product took to answer, in milliseconds. */
  readonly processing_time_ms: number | null
  readonly created_at: string | null
}

/** What people say about themselves. */
export interface ProfilesRow {
  readonly id: string
  /** The account that it belongs to. */
  readonly user_id: string | null
  readonly full_name: string | null
  /** The work that the person does now. */
  readonly job_title: string | null
  readonly company: string | null
  readonly created_at: string | null
  readonly updated_at: string | null
}

/** Lines for a resume, made from one answer. */
export interface ResumeBulletsRow {
  readonly id: string
  readonly user_id: string | null
  readonly question: string
  /** The answer that they were made from. */
  readonly transcript: string
  readonly bullets: unknown
  /** The job that they are meant for. */
  readonly role: string | null
  /** How long the person has worked, in their own words. */
  readonly experience: string | null
  readonly created_at: string | null
}

/** Files of a resume, by format. */
export interface ResumeDownloadsRow {
  readonly id: string
  readonly generation_id: string | null
  readonly format: 'latex' | 'pdf' | 'word' | 'overleaf'
  readonly file_url: string | null
  readonly file_size_bytes: number | null
  /** How often it was fetched. */
  readonly download_count: number | null
  readonly created_at: string | null
}

/** Resumes that were asked for, and what became of them. */
export interface ResumeGenerationsRow {
  readonly id: string
  readonly user_id: string | null
  /** The interview behind it; empty when that has been purged. */
  readonly session_id: string | null
  readonly template_name: string
  readonly role_type: string
  /** What stands in the resume, before it is set. */
  readonly resume_data: unknown
  /** The resume as it is set. */
  readonly latex_content: string | null
  readonly generation_status: 'processing' | 'completed' | 'failed' | null
  /** Why it failed. */
  readonly error_message: string | null
  /** How long it took, in milliseconds. */
  readonly processing_time_ms: number | null
  readonly created_at: string | null
  /** When it was ready, or failed. */
  readonly completed_at: string | null
}

/** What has been kept long enough, by table. A console counts the rows that it holds; a purge takes all that the server has. */
export interface RetentionDueRow {
  /** What is purged together: interviews after 2 years, usage after 1 year, events after 90 days. */
  readonly kind: RetentionKind | null
  readonly table_name: string | null
  /** What is older is due. */
  readonly due_before: string | null
  /** Turns go with their interview. */
  readonly due_rows: string | null
}

/** Which plan somebody has. One for each person is the rule. */
export interface SubscriptionsRow {
  readonly id: string
  readonly user_id: string | null
  /** The person at Stripe. Empty when nothing was ever paid. */
  readonly stripe_customer_id: string | null
  /** The subscription at Stripe. */
  readonly stripe_subscription_id: string | null
  readonly plan_name: 'starter' | 'pro' | 'career' | 'coach'
  /** Only active opens the plan; past_due and unpaid wait for a payment. */
  readonly status: 'active' | 'canceled' | 'past_due' | 'unpaid'
  readonly current_period_start: string | null
  readonly current_period_end: string | null
  /** On: it runs to the end of the period and is not renewed. */
  readonly cancel_at_period_end: boolean | null
  readonly created_at: string | null
  readonly updated_at: string | null
}

/** Events of the system, and every act of the staff. Kept for 90 days. */
export interface SystemEventsRow {
  readonly id: string
  /** What happened, in two words: generation.failed. */
  readonly event_type: string
  /** Details. For an act of the staff: actor, entity_type and entity_id, from, to, and the reason. */
  readonly event_data: unknown | null
  /** Whom it is about; empty when nobody, or when they have been erased. */
  readonly user_id: string | null
  readonly ip_address: string | null
  /** The program by which the person came. */
  readonly user_agent: string | null
  readonly created_at: string | null
}

/** This month's use (UTC) beside what the plan allows. */
export interface UsageAgainstPlanRow {
  readonly id: string | null
  readonly user_id: string | null
  readonly full_name: string | null
  /** none without an active subscription, which allows nothing. */
  readonly plan_name: string | null
  readonly month: string | null
  readonly interviews_used: number | null
  /** -1 is unlimited. */
  readonly interviews_allowed: number | null
  readonly cover_letters_used: number | null
  /** -1 is unlimited. */
  readonly cover_letters_allowed: number | null
  /** More was used than the plan allows. */
  readonly is_over: boolean | null
  /** Four fifths of a limit are used, or all of it. */
  readonly is_near: boolean | null
}

/** What somebody has used in a month, to be compared with the limits of their plan. */
export interface UsageTrackingRow {
  readonly id: string
  readonly user_id: string | null
  /** Year and month, in UTC: 2026-03. */
  readonly month: string
  /** Interviews begun in this month. */
  readonly interviews_used: number | null
  /** Cover letters written in this month. */
  readonly cover_letters_used: number | null
  readonly created_at: string | null
  readonly updated_at: string | null
}

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
