// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** How much of each limit of its plan an organisation uses; what is limited by month is that of this month (UTC). */
export interface OrganizationUsageRow {
  readonly org_id: string | null
  readonly org_name: string | null
  readonly is_personal: boolean | null
  readonly plan_name: string | null
  readonly feature_key: string | null
  readonly used: string | null
  /** -1 is unlimited. */
  readonly allowed: string | null
  /** Used of allowed, in percent; empty when unlimited. */
  readonly percent: string | null
}
