import type { ViewManifest } from '#shared/systems/manifest.ts'

/** The lists that staff work through; in each, what has waited longest comes first. */
export const views: readonly ViewManifest[] = [
  {
    name: 'pitches-to-moderate',
    label: { en: 'Pitches to moderate', fr: 'Présentations à modérer' },
    table: 'pitches',
    filter: {
      all: [
        { column: 'moderation_status', is: 'is', value: 'pending' },
        { column: 'is_active', is: 'true' },
      ],
    },
    sort: [
      { column: 'updated_at', direction: 'asc' },
      { column: 'id', direction: 'asc' },
    ],
    columns: ['title', 'user_id', 'pitch_text', 'linkedin_url', 'updated_at'],
    waits: true,
  },
  {
    name: 'endorsements-to-moderate',
    label: { en: 'Endorsements to moderate', fr: 'Recommandations à modérer' },
    table: 'endorsements',
    filter: { column: 'moderation_status', is: 'is', value: 'pending' },
    sort: [
      { column: 'updated_at', direction: 'asc' },
      { column: 'id', direction: 'asc' },
    ],
    columns: ['user_id', 'endorser_name', 'relationship', 'endorsement_text', 'updated_at'],
    waits: true,
  },
  {
    name: 'links-to-moderate',
    label: { en: 'Links to moderate', fr: 'Liens à modérer' },
    table: 'shared_pitches',
    filter: {
      all: [
        { column: 'moderation_status', is: 'is', value: 'pending' },
        { column: 'is_active', is: 'true' },
        { column: 'message', is: 'not_empty' },
      ],
    },
    sort: [
      { column: 'created_at', direction: 'asc' },
      { column: 'id', direction: 'asc' },
    ],
    columns: ['pitch_id', 'user_id', 'message', 'view_count', 'created_at'],
    waits: true,
  },
  {
    name: 'open-resume-requests',
    label: { en: 'Open resume requests', fr: 'Demandes de CV ouvertes' },
    table: 'resume_requests',
    filter: { column: 'status', is: 'one_of', values: ['pending', 'in_review', 'approved'] },
    sort: [
      { column: 'created_at', direction: 'asc' },
      { column: 'id', direction: 'asc' },
    ],
    columns: ['job_role', 'company_name', 'recruiter_user_id', 'user_id', 'status', 'created_at'],
    waits: true,
  },
  {
    name: 'invoices-to-issue',
    label: { en: 'Invoices to issue', fr: 'Factures à émettre' },
    table: 'invoices',
    filter: { column: 'status', is: 'is', value: 'draft' },
    sort: [
      { column: 'created_at', direction: 'asc' },
      { column: 'id', direction: 'asc' },
    ],
    columns: ['user_id', 'line_items', 'total_minor', 'currency', 'created_at'],
    waits: true,
  },
  {
    name: 'unpaid-invoices',
    label: { en: 'Unpaid invoices', fr: 'Factures impayées' },
    table: 'invoices',
    filter: { column: 'status', is: 'is', value: 'issued' },
    sort: [
      { column: 'due_at', direction: 'asc' },
      { column: 'id', direction: 'asc' },
    ],
    columns: ['invoice_number', 'user_id', 'total_minor', 'currency', 'due_at'],
  },
  {
    name: 'failed-emails',
    label: { en: 'Failed e-mails', fr: 'E-mails non remis' },
    table: 'email_logs',
    filter: { column: 'status', is: 'one_of', values: ['bounced', 'failed'] },
    sort: [
      { column: 'created_at', direction: 'desc' },
      { column: 'id', direction: 'asc' },
    ],
    columns: ['to_email', 'user_id', 'subject', 'status', 'error', 'created_at'],
  },
  {
    name: 'failed-payment-events',
    label: { en: 'Failed payment events', fr: 'Événements de paiement échoués' },
    table: 'payment_events',
    filter: { column: 'status', is: 'one_of', values: ['received', 'failed'] },
    sort: [
      { column: 'received_at', direction: 'asc' },
      { column: 'id', direction: 'asc' },
    ],
    columns: ['event_type', 'provider', 'status', 'error', 'received_at'],
  },
  {
    name: 'payment-events-to-archive',
    label: { en: 'Payment events to archive', fr: 'Événements de paiement à archiver' },
    table: 'payment_events',
    filter: {
      all: [
        { column: 'processed_at', is: 'not_empty' },
        { column: 'received_at', is: 'less', value: { ago: 90, unit: 'days' } },
      ],
    },
    sort: [
      { column: 'received_at', direction: 'asc' },
      { column: 'id', direction: 'asc' },
    ],
  },
  {
    name: 'ending-subscriptions',
    label: { en: 'Subscriptions ending this month', fr: 'Abonnements qui se terminent ce mois-ci' },
    table: 'user_subscriptions',
    filter: {
      all: [
        { column: 'status', is: 'one_of', values: ['trialing', 'active', 'past_due'] },
        { column: 'current_period_end', is: 'less', value: { ago: -30, unit: 'days' } },
      ],
    },
    sort: [
      { column: 'current_period_end', direction: 'asc' },
      { column: 'id', direction: 'asc' },
    ],
  },
  {
    name: 'staff',
    label: { en: 'Staff', fr: 'Équipe' },
    table: 'users',
    filter: { column: 'role', is: 'one_of', values: ['moderator', 'admin'] },
    sort: [
      { column: 'full_name', direction: 'asc' },
      { column: 'id', direction: 'asc' },
    ],
  },
  {
    name: 'held-permissions',
    label: { en: 'Permissions held', fr: 'Droits en vigueur' },
    table: 'user_permissions',
    filter: { column: 'revoked_at', is: 'empty' },
    sort: [
      { column: 'granted_at', direction: 'desc' },
      { column: 'id', direction: 'asc' },
    ],
  },
]
