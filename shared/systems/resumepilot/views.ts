import type { ViewManifest } from '#shared/systems/manifest.ts'

const newest: ViewManifest['sort'] = [
  { column: 'created_at', direction: 'desc' },
  { column: 'id', direction: 'asc' },
]
const oldest: ViewManifest['sort'] = [
  { column: 'created_at', direction: 'asc' },
  { column: 'id', direction: 'asc' },
]
const usage = [
  'full_name',
  'plan_name',
  'interviews_used',
  'interviews_allowed',
  'cover_letters_used',
  'cover_letters_allowed',
]

/** The lists that staff work through. */
export const views: readonly ViewManifest[] = [
  {
    name: 'failed-generations',
    label: { en: 'Failed resumes', fr: 'CV échoués' },
    table: 'resume_generations',
    filter: { column: 'generation_status', is: 'is', value: 'failed' },
    sort: newest,
    columns: ['user_id', 'role_type', 'template_name', 'error_message', 'created_at', 'completed_at'],
    waits: true,
  },
  {
    name: 'generations-in-the-making',
    label: { en: 'Resumes in the making', fr: 'CV en préparation' },
    table: 'resume_generations',
    filter: { column: 'generation_status', is: 'is', value: 'processing' },
    sort: oldest,
    columns: ['user_id', 'role_type', 'template_name', 'created_at'],
  },
  {
    name: 'over-limit',
    label: { en: 'Over the limit', fr: 'Au-delà de la limite' },
    table: 'usage_against_plan',
    filter: { column: 'is_over', is: 'true' },
    sort: [
      { column: 'interviews_used', direction: 'desc' },
      { column: 'id', direction: 'asc' },
    ],
    columns: usage,
    waits: true,
  },
  {
    name: 'near-limit',
    label: { en: 'Near the limit', fr: 'Proche de la limite' },
    table: 'usage_against_plan',
    filter: {
      all: [
        { column: 'is_near', is: 'true' },
        { column: 'is_over', is: 'false' },
      ],
    },
    sort: [
      { column: 'interviews_used', direction: 'desc' },
      { column: 'id', direction: 'asc' },
    ],
    columns: usage,
  },
  {
    name: 'stuck-sessions',
    label: { en: 'Stuck interviews', fr: 'Entretiens bloqués' },
    table: 'interview_sessions',
    filter: {
      all: [
        { column: 'status', is: 'is', value: 'active' },
        { column: 'created_at', is: 'less', value: { ago: 1, unit: 'days' } },
      ],
    },
    sort: oldest,
    columns: ['user_id', 'session_type', 'role_type', 'turns_count', 'created_at'],
    waits: true,
  },
  {
    name: 'payment-late',
    label: { en: 'Payment late', fr: 'Paiement en retard' },
    table: 'subscriptions',
    filter: { column: 'status', is: 'one_of', values: ['past_due', 'unpaid'] },
    sort: [
      { column: 'current_period_end', direction: 'asc' },
      { column: 'id', direction: 'asc' },
    ],
    columns: ['user_id', 'plan_name', 'status', 'current_period_end', 'stripe_subscription_id'],
    waits: true,
  },
  {
    name: 'ending-subscriptions',
    label: { en: 'Ending with the period', fr: 'Se terminant avec la période' },
    table: 'subscriptions',
    filter: {
      all: [
        { column: 'status', is: 'is', value: 'active' },
        { column: 'cancel_at_period_end', is: 'true' },
      ],
    },
    sort: [
      { column: 'current_period_end', direction: 'asc' },
      { column: 'id', direction: 'asc' },
    ],
    columns: ['user_id', 'plan_name', 'current_period_end'],
  },
  {
    name: 'due-for-purge',
    label: { en: 'Due for purge', fr: 'À purger' },
    table: 'retention_due',
    filter: { column: 'due_rows', is: 'more', value: '0' },
    sort: [{ column: 'table_name', direction: 'asc' }],
    waits: true,
  },
  {
    name: 'unsure-transcripts',
    label: { en: 'Unsure transcripts', fr: 'Transcriptions incertaines' },
    table: 'interview_transcripts',
    filter: { column: 'confidence_score', is: 'less', value: '0.7' },
    sort: newest,
  },
  {
    name: 'staff-acts',
    label: { en: 'Acts of the staff', fr: 'Actes de l’équipe' },
    table: 'system_events',
    filter: {
      column: 'event_type',
      is: 'one_of',
      values: [
        'usage.corrected',
        'generation.requeued',
        'subscription.changed',
        'retention.purged',
        'person.erased',
        'staff.permission_changed',
        'staff.suspended',
      ],
    },
    sort: newest,
    columns: ['created_at', 'event_type', 'user_id', 'event_data'],
  },
]
