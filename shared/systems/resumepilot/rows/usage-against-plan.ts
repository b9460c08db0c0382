// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

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
