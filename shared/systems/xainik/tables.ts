import type { Label, TableManifest } from '#shared/systems/manifest.ts'

const people: Label = { en: 'People', fr: 'Personnes' }
const content: Label = { en: 'Content', fr: 'Contenus' }
const requests: Label = { en: 'Resume requests', fr: 'Demandes de CV' }
const billing: Label = { en: 'Billing', fr: 'Facturation' }
const records: Label = { en: 'Records', fr: 'Journaux' }

/** Names of the tables, in the order of the side bar. What grows every day is kept here for a while only. */
export const tables: Readonly<Record<string, TableManifest>> = {
  users: {
    label: { en: 'People', fr: 'Personnes' },
    one: { en: 'Person', fr: 'Personne' },
    group: people,
    name: 'full_name',
    list: ['full_name', 'email', 'role', 'is_active', 'location', 'last_seen_at', 'created_at'],
  },
  user_profiles: {
    label: { en: 'Profiles', fr: 'Profils' },
    one: { en: 'Profile', fr: 'Profil' },
    group: people,
    name: 'profile_type',
    list: ['user_id', 'profile_type', 'profile_data', 'is_active', 'updated_at'],
  },
  user_permissions: {
    label: { en: 'Permissions', fr: 'Droits' },
    one: { en: 'Permission', fr: 'Droit' },
    group: people,
    name: 'permission',
    list: ['user_id', 'permission', 'granted_by', 'granted_at', 'revoked_at'],
  },
  pitches: {
    label: { en: 'Pitches', fr: 'Présentations' },
    one: { en: 'Pitch', fr: 'Présentation' },
    group: content,
    name: 'title',
    list: ['title', 'user_id', 'moderation_status', 'is_active', 'job_type', 'location', 'created_at'],
  },
  endorsements: {
    label: { en: 'Endorsements', fr: 'Recommandations' },
    one: { en: 'Endorsement', fr: 'Recommandation' },
    group: content,
    name: 'endorser_name',
    list: ['user_id', 'endorser_name', 'endorsement_text', 'moderation_status', 'created_at'],
  },
  shared_pitches: {
    label: { en: 'Shared links', fr: 'Liens partagés' },
    one: { en: 'Shared link', fr: 'Lien partagé' },
    group: content,
    list: ['pitch_id', 'user_id', 'message', 'moderation_status', 'is_active', 'view_count', 'expires_at'],
  },
  referrals: {
    label: { en: 'Referrals', fr: 'Parrainages' },
    one: { en: 'Referral', fr: 'Parrainage' },
    group: content,
    list: ['user_id', 'pitch_id', 'channel', 'referred_to', 'opened_count', 'created_at'],
  },
  public_pitches: {
    label: { en: 'Public pitches', fr: 'Présentations publiques' },
    one: { en: 'Public pitch', fr: 'Présentation publique' },
    group: content,
    name: 'title',
    list: ['title', 'full_name', 'job_type', 'location', 'availability', 'created_at'],
  },
  resume_requests: {
    label: { en: 'Resume requests', fr: 'Demandes de CV' },
    one: { en: 'Resume request', fr: 'Demande de CV' },
    group: requests,
    name: 'job_role',
    list: ['job_role', 'company_name', 'recruiter_user_id', 'user_id', 'status', 'created_at'],
  },
  recruiter_notes: {
    label: { en: 'Recruiters’ notes', fr: 'Notes des recruteurs' },
    one: { en: 'Note', fr: 'Note' },
    group: requests,
    list: ['recruiter_user_id', 'user_id', 'note', 'author_user_id', 'created_at'],
  },
  user_messages: {
    label: { en: 'Messages', fr: 'Messages' },
    one: { en: 'Message', fr: 'Message' },
    group: requests,
    list: ['user_id', 'recipient_user_id', 'message_text', 'created_at'],
  },
  service_plans: {
    label: { en: 'Plans', fr: 'Formules' },
    one: { en: 'Plan', fr: 'Formule' },
    group: billing,
    name: 'name',
    list: ['name', 'audience', 'billing_interval', 'price_minor', 'currency', 'is_active'],
  },
  user_subscriptions: {
    label: { en: 'Subscriptions', fr: 'Abonnements' },
    one: { en: 'Subscription', fr: 'Abonnement' },
    group: billing,
    list: ['user_id', 'plan_id', 'status', 'current_period_end', 'cancel_at_period_end'],
  },
  invoices: {
    label: { en: 'Invoices', fr: 'Factures' },
    one: { en: 'Invoice', fr: 'Facture' },
    group: billing,
    name: 'invoice_number',
    list: ['invoice_number', 'user_id', 'status', 'total_minor', 'currency', 'issued_at', 'due_at'],
  },
  receipts: {
    label: { en: 'Receipts', fr: 'Reçus' },
    one: { en: 'Receipt', fr: 'Reçu' },
    group: billing,
    name: 'receipt_number',
    list: ['receipt_number', 'user_id', 'amount_minor', 'currency', 'payment_method', 'received_at'],
  },
  donations: {
    label: { en: 'Donations', fr: 'Dons' },
    one: { en: 'Donation', fr: 'Don' },
    group: billing,
    name: 'donor_name',
    list: ['donor_name', 'user_id', 'amount_minor', 'currency', 'status', 'donated_at'],
  },
  payment_events: {
    label: { en: 'Payment events', fr: 'Événements de paiement' },
    one: { en: 'Payment event', fr: 'Événement de paiement' },
    group: billing,
    name: 'provider_event_id',
    list: ['event_type', 'user_id', 'amount_minor', 'currency', 'status', 'received_at'],
  },
  payment_events_archive: {
    label: { en: 'Archived payment events', fr: 'Événements de paiement archivés' },
    one: { en: 'Archived event', fr: 'Événement archivé' },
    group: billing,
    name: 'provider_event_id',
    list: ['event_type', 'user_id', 'amount_minor', 'currency', 'received_at', 'archived_at'],
    scope: { days: 30, by: 'archived_at' },
  },
  numbering_state: {
    label: { en: 'Numbering', fr: 'Numérotation' },
    one: { en: 'Series of numbers', fr: 'Série de numéros' },
    group: billing,
    name: 'series',
    list: ['series', 'year', 'last_number', 'updated_at'],
  },
  notifications: {
    label: { en: 'Notifications', fr: 'Notifications' },
    one: { en: 'Notification', fr: 'Notification' },
    group: records,
    name: 'kind',
    list: ['user_id', 'kind', 'data', 'read_at', 'created_at'],
    scope: { days: 90, by: 'created_at' },
  },
  email_logs: {
    label: { en: 'E-mail log', fr: 'Journal des e-mails' },
    one: { en: 'E-mail', fr: 'E-mail' },
    group: records,
    name: 'subject',
    list: ['to_email', 'subject', 'template', 'status', 'error', 'created_at'],
    scope: { days: 90, by: 'created_at' },
  },
  user_activity_log: {
    label: { en: 'Activity log', fr: 'Journal d’activité' },
    one: { en: 'Activity', fr: 'Activité' },
    group: records,
    name: 'activity_type',
    list: ['created_at', 'activity_type', 'actor_user_id', 'user_id', 'entity_type', 'details'],
    scope: { days: 90, by: 'created_at' },
  },
  migration_audit: {
    label: { en: 'Migrations', fr: 'Migrations' },
    one: { en: 'Migration', fr: 'Migration' },
    group: records,
    name: 'migration_name',
    list: ['migration_name', 'description', 'applied_at'],
  },
}
