// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

import type { AttachmentsRow } from './attachments.ts'
import type { AuditLogsRow } from './audit-logs.ts'
import type { BillingCustomersRow } from './billing-customers.ts'
import type { IdempotencyKeysRow } from './idempotency-keys.ts'
import type { InvitesRow } from './invites.ts'
import type { NotificationsOutboxRow } from './notifications-outbox.ts'
import type { OrgSubscriptionsRow } from './org-subscriptions.ts'
import type { OrganizationMembersRow } from './organization-members.ts'
import type { OrganizationUsageRow } from './organization-usage.ts'
import type { OrganizationsRow } from './organizations.ts'
import type { PlanFeaturesRow } from './plan-features.ts'
import type { PostsRow } from './posts.ts'
import type { PricesRow } from './prices.ts'
import type { ProcessedEventsRow } from './processed-events.ts'
import type { ProductsRow } from './products.ts'
import type { RateLimitsRow } from './rate-limits.ts'
import type { RecordTypesRow } from './record-types.ts'
import type { RecordsRow } from './records.ts'
import type { RemindersRow } from './reminders.ts'
import type { SchedulesRow } from './schedules.ts'
import type { TeamMembersRow } from './team-members.ts'
import type { UsageAggregationsRow } from './usage-aggregations.ts'
import type { UsageEventsRow } from './usage-events.ts'
import type { UsersRow } from './users.ts'

/** A row of each table and view, by its name. */
export interface Rows {
  readonly 'public.attachments': AttachmentsRow
  readonly 'public.audit_logs': AuditLogsRow
  readonly 'public.billing_customers': BillingCustomersRow
  readonly 'public.idempotency_keys': IdempotencyKeysRow
  readonly 'public.invites': InvitesRow
  readonly 'public.notifications_outbox': NotificationsOutboxRow
  readonly 'public.org_subscriptions': OrgSubscriptionsRow
  readonly 'public.organization_members': OrganizationMembersRow
  readonly 'public.organization_usage': OrganizationUsageRow
  readonly 'public.organizations': OrganizationsRow
  readonly 'public.plan_features': PlanFeaturesRow
  readonly 'public.posts': PostsRow
  readonly 'public.prices': PricesRow
  readonly 'public.processed_events': ProcessedEventsRow
  readonly 'public.products': ProductsRow
  readonly 'public.rate_limits': RateLimitsRow
  readonly 'public.record_types': RecordTypesRow
  readonly 'public.records': RecordsRow
  readonly 'public.reminders': RemindersRow
  readonly 'public.schedules': SchedulesRow
  readonly 'public.team_members': TeamMembersRow
  readonly 'public.usage_aggregations': UsageAggregationsRow
  readonly 'public.usage_events': UsageEventsRow
  readonly 'public.users': UsersRow
}
