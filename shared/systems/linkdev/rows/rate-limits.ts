// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Requests counted in windows of time, to slow down who asks too much. */
export interface RateLimitsRow {
  readonly id: string
  /** What is counted together: a route and who asks. */
  readonly bucket_key: string
  readonly user_id: string | null
  readonly org_id: string | null
  /** Windows lie at whole multiples of their length. */
  readonly window_start: string
  readonly window_seconds: number
  readonly request_count: number
  readonly created_at: string
  readonly updated_at: string
}
