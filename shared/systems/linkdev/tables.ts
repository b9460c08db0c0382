import type { Label, TableManifest } from '#shared/systems/manifest.ts'

const customers: Label = { en: 'Customers', fr: 'Clients' }
const billing: Label = { en: 'Billing', fr: 'Facturation' }
const content: Label = { en: 'Content', fr: 'Contenus' }
const tasks: Label = { en: 'Reminders', fr: 'Rappels' }
const usage: Label = { en: 'Usage', fr: 'Utilisation' }
const protocol: Label = { en: 'Log', fr: 'Journal' }

/**
 * Tables and views. What grows with every request is kept for a while only, and what protects the API not at all; the
 * sums by day and month, which the limits are compared with, are kept whole.
 */
export const tables: Readonly<Record<string, TableManifest>> = {
  users: {
    label: { en: 'People', fr: 'Personnes' },
    one: { en: 'Person', fr: 'Personne' },
    group: customers,
    name: 'full_name',
    list: ['full_name', 'email', 'username', 'account_type', 'onboarding_completed', 'created_at'],
  },
  organizations: {
    label: { en: 'Organisations', fr: 'Organisations' },
    one: { en: 'Organisation', fr: 'Organisation' },
    group: customers,
    name: 'name',
    list: ['name', 'org_type', 'owner_id', 'slug', 'created_at'],
  },
  organization_members: {
    label: { en: 'Members', fr: 'Membres' },
    one: { en: 'Member', fr: 'Membre' },
    group: customers,
    list: ['org_id', 'user_id', 'role', 'invited_by', 'created_at'],
  },
  team_members: {
    label: { en: 'Teams', fr: 'Équipes' },
    one: { en: 'Team member', fr: 'Membre de l’équipe' },
    group: customers,
    name: 'full_name',
    list: ['full_name', 'email', 'org_id', 'role', 'created_at'],
  },
  invites: {
    label: { en: 'Invitations', fr: 'Invitations' },
    one: { en: 'Invitation', fr: 'Invitation' },
    group: customers,
    name: 'email',
    list: ['email', 'org_id', 'role', 'status', 'expires_at', 'invited_by'],
  },
  plan_features: {
    label: { en: 'Plans and features', fr: 'Formules et fonctions' },
    one: { en: 'Feature of a plan', fr: 'Fonction d’une formule' },
    group: billing,
    name: 'feature_key',
    list: ['plan_name', 'feature_key', 'feature_value', 'updated_at'],
  },
  org_subscriptions: {
    label: { en: 'Subscriptions', fr: 'Abonnements' },
    one: { en: 'Subscription', fr: 'Abonnement' },
    group: billing,
    name: 'org_id',
    list: ['org_id', 'plan_name', 'status', 'seats', 'cancel_at_period_end', 'current_period_end'],
  },
  billing_customers: {
    label: { en: 'Stripe customers', fr: 'Clients Stripe' },
    one: { en: 'Stripe customer', fr: 'Client Stripe' },
    group: billing,
    name: 'stripe_customer_id',
  },
  products: {
    label: { en: 'Products', fr: 'Produits' },
    one: { en: 'Product', fr: 'Produit' },
    group: billing,
    name: 'name',
    list: ['name', 'plan_name', 'active', 'stripe_product_id'],
  },
  prices: {
    label: { en: 'Prices', fr: 'Prix' },
    one: { en: 'Price', fr: 'Prix' },
    group: billing,
    name: 'description',
    list: ['product_id', 'description', 'unit_amount', 'currency', 'interval', 'active'],
  },
  processed_events: {
    label: { en: 'Stripe events', fr: 'Événements Stripe' },
    one: { en: 'Stripe event', fr: 'Événement Stripe' },
    group: billing,
    name: 'event_id',
    list: ['event_type', 'event_id', 'org_id', 'error', 'processed_at'],
    scope: { days: 90, by: 'processed_at' },
  },
  organization_usage: {
    label: { en: 'Usage and limits', fr: 'Utilisation et limites' },
    one: { en: 'Usage', fr: 'Utilisation' },
    group: usage,
    name: 'org_name',
    list: ['org_name', 'plan_name', 'feature_key', 'used', 'allowed', 'percent'],
  },
  usage_aggregations: {
    label: { en: 'Usage by period', fr: 'Utilisation par période' },
    one: { en: 'Usage in a period', fr: 'Utilisation sur une période' },
    group: usage,
    list: ['org_id', 'event_type', 'period_type', 'period_start', 'user_id', 'total', 'event_count'],
  },
  usage_events: {
    label: { en: 'Usage events', fr: 'Événements d’utilisation' },
    one: { en: 'Usage event', fr: 'Événement d’utilisation' },
    group: usage,
    name: 'event_type',
    list: ['created_at', 'org_id', 'user_id', 'event_type', 'quantity'],
    scope: { days: 62, by: 'created_at' },
  },
  record_types: {
    label: { en: 'Record types', fr: 'Types de fiches' },
    one: { en: 'Record type', fr: 'Type de fiche' },
    group: content,
    name: 'display_name',
    list: ['display_name', 'key', 'org_id', 'created_at'],
  },
  records: {
    label: { en: 'Records', fr: 'Fiches' },
    one: { en: 'Record', fr: 'Fiche' },
    group: content,
    list: ['org_id', 'record_type_id', 'data', 'created_by', 'created_at'],
  },
  attachments: {
    label: { en: 'Files', fr: 'Fichiers' },
    one: { en: 'File', fr: 'Fichier' },
    group: content,
    name: 'file_name',
    list: ['file_name', 'org_id', 'mime_type', 'size_bytes', 'uploaded_by', 'created_at'],
  },
  posts: {
    label: { en: 'Blog posts', fr: 'Articles du blog' },
    one: { en: 'Blog post', fr: 'Article du blog' },
    group: content,
    name: 'title',
    list: ['title', 'status', 'author_id', 'published_at'],
  },
  reminders: {
    label: { en: 'Reminders', fr: 'Rappels' },
    one: { en: 'Reminder', fr: 'Rappel' },
    group: tasks,
    name: 'title',
    list: ['title', 'org_id', 'status', 'priority', 'due_at', 'assigned_to'],
  },
  schedules: {
    label: { en: 'Schedules', fr: 'Planifications' },
    one: { en: 'Schedule', fr: 'Planification' },
    group: tasks,
    name: 'name',
    list: ['name', 'org_id', 'frequency', 'every', 'is_active', 'next_run_at'],
  },
  notifications_outbox: {
    label: { en: 'Outgoing messages', fr: 'Messages sortants' },
    one: { en: 'Outgoing message', fr: 'Message sortant' },
    group: tasks,
    name: 'event',
    list: ['event', 'org_id', 'user_id', 'status', 'attempts', 'error', 'created_at'],
  },
  audit_logs: {
    label: { en: 'Audit log', fr: 'Journal d’audit' },
    one: { en: 'Entry of the audit log', fr: 'Entrée du journal d’audit' },
    group: protocol,
    name: 'action',
    list: ['created_at', 'action', 'entity_type', 'actor_type', 'actor_id', 'org_id', 'old_values', 'new_values'],
    scope: { days: 365, by: 'created_at' },
  },
  idempotency_keys: {
    label: { en: 'Repeated requests', fr: 'Requêtes répétées' },
    one: { en: 'Request', fr: 'Requête' },
    group: protocol,
    name: 'key',
    list: ['key', 'method', 'path', 'response_status', 'user_id', 'expires_at'],
    scope: 'none',
  },
  rate_limits: {
    label: { en: 'Rate limits', fr: 'Limites de débit' },
    one: { en: 'Window of requests', fr: 'Fenêtre de requêtes' },
    group: protocol,
    name: 'bucket_key',
    list: ['bucket_key', 'window_start', 'window_seconds', 'request_count'],
    scope: 'none',
  },
}
