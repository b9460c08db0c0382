import type { ViewManifest } from '#shared/systems/manifest.ts'

/** The lists that staff work through. */
export const views: readonly ViewManifest[] = [
  {
    name: 'payment-late',
    label: { en: 'Payment late', fr: 'Paiement en retard' },
    table: 'org_subscriptions',
    filter: { column: 'status', is: 'one_of', values: ['past_due', 'unpaid', 'incomplete'] },
    sort: [{ column: 'current_period_end', direction: 'asc' }],
    columns: ['org_id', 'plan_name', 'status', 'seats', 'current_period_end', 'stripe_subscription_id'],
    waits: true,
  },
  {
    name: 'ending-soon',
    label: { en: 'Ending soon', fr: 'Bientôt terminés' },
    table: 'org_subscriptions',
    filter: { column: 'cancel_at_period_end', is: 'true' },
    sort: [{ column: 'current_period_end', direction: 'asc' }],
    columns: ['org_id', 'plan_name', 'status', 'seats', 'current_period_end', 'canceled_at'],
    waits: true,
  },
  {
    name: 'trials',
    label: { en: 'Trials', fr: 'Essais' },
    table: 'org_subscriptions',
    filter: { column: 'status', is: 'is', value: 'trialing' },
    sort: [{ column: 'trial_end', direction: 'asc' }],
    columns: ['org_id', 'plan_name', 'seats', 'trial_start', 'trial_end'],
  },
  {
    name: 'over-limit',
    label: { en: 'At or over a limit', fr: 'À la limite ou au-delà' },
    table: 'organization_usage',
    filter: {
      all: [
        { column: 'percent', is: 'at_least', value: '90' },
        // Who has as many members as seats is where they want to be.
        { column: 'feature_key', is: 'is_not', value: 'max_seats' },
      ],
    },
    sort: [{ column: 'percent', direction: 'desc' }],
    columns: ['org_name', 'plan_name', 'feature_key', 'used', 'allowed', 'percent'],
  },
  {
    name: 'open-invitations',
    label: { en: 'Open invitations', fr: 'Invitations en attente' },
    table: 'invites',
    filter: { column: 'status', is: 'is', value: 'pending' },
    sort: [{ column: 'expires_at', direction: 'asc' }],
    columns: ['email', 'org_id', 'role', 'invited_by', 'created_at', 'expires_at'],
  },
  {
    name: 'failed-messages',
    label: { en: 'Messages not sent', fr: 'Messages non envoyés' },
    table: 'notifications_outbox',
    filter: { column: 'status', is: 'is', value: 'failed' },
    sort: [{ column: 'created_at', direction: 'asc' }],
    columns: ['event', 'org_id', 'user_id', 'attempts', 'error', 'created_at'],
    waits: true,
  },
  {
    name: 'overdue-reminders',
    label: { en: 'Overdue reminders', fr: 'Rappels en retard' },
    table: 'reminders',
    filter: {
      all: [
        { column: 'status', is: 'one_of', values: ['pending', 'sent'] },
        { column: 'due_at', is: 'less', value: { ago: 0, unit: 'minutes' } },
      ],
    },
    sort: [{ column: 'due_at', direction: 'asc' }],
    columns: ['title', 'org_id', 'assigned_to', 'priority', 'status', 'due_at'],
  },
  {
    name: 'stuck-onboarding',
    label: { en: 'Stuck after sign-up', fr: 'Bloqués après l’inscription' },
    table: 'users',
    filter: {
      all: [
        { column: 'onboarding_completed', is: 'false' },
        { column: 'created_at', is: 'less', value: { ago: 3, unit: 'days' } },
      ],
    },
    sort: [{ column: 'created_at', direction: 'desc' }],
    columns: ['full_name', 'email', 'profile_completed', 'created_at'],
  },
  {
    name: 'staff-changes',
    label: { en: 'What staff have changed', fr: 'Ce que l’équipe a modifié' },
    table: 'audit_logs',
    filter: { column: 'actor_type', is: 'is', value: 'staff' },
    sort: [{ column: 'created_at', direction: 'desc' }],
    columns: ['created_at', 'action', 'actor_id', 'entity_type', 'org_id', 'old_values', 'new_values'],
  },
]
