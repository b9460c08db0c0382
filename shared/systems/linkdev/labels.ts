import type { Label } from '#shared/systems/manifest.ts'

type Words = Readonly<Record<string, Label>>

const plans: Words = {
  free: { en: 'Free', fr: 'Gratuite' },
  pro: { en: 'Pro', fr: 'Pro' },
  business: { en: 'Business', fr: 'Business' },
  enterprise: { en: 'Enterprise', fr: 'Enterprise' },
}

const features: Words = {
  max_records: { en: 'Records', fr: 'Fiches' },
  max_api_calls_per_month: { en: 'API calls a month', fr: 'Appels d’API par mois' },
  max_automations: { en: 'Automation runs a month', fr: 'Automatisations par mois' },
  max_storage_gb: { en: 'Storage (GB)', fr: 'Stockage (Go)' },
  max_mau: { en: 'Active people a month', fr: 'Personnes actives par mois' },
  max_schedules: { en: 'Schedules', fr: 'Planifications' },
  max_ai_tokens_per_month: { en: 'AI tokens a month', fr: 'Jetons d’IA par mois' },
  max_seats: { en: 'Seats', fr: 'Places' },
  features: { en: 'Switches', fr: 'Options' },
}

const usage: Words = {
  record_created: { en: 'Record created', fr: 'Fiche créée' },
  api_call: { en: 'API call', fr: 'Appel d’API' },
  automation_run: { en: 'Automation run', fr: 'Automatisation exécutée' },
  storage_used: { en: 'Storage used', fr: 'Stockage utilisé' },
  schedule_executed: { en: 'Schedule executed', fr: 'Planification exécutée' },
  ai_tokens_used: { en: 'AI tokens used', fr: 'Jetons d’IA utilisés' },
  user_active: { en: 'Person active', fr: 'Personne active' },
}

const memberRoles: Words = {
  owner: { en: 'Owner', fr: 'Propriétaire' },
  member: { en: 'Member', fr: 'Membre' },
  viewer: { en: 'Viewer', fr: 'Lecteur' },
}

/** Words for every value of every enum, by type, and of every column with a fixed list of values. */
export const labels: Readonly<Record<string, Words>> = {
  pricing_type: {
    one_time: { en: 'Once', fr: 'Une fois' },
    recurring: { en: 'Recurring', fr: 'Récurrent' },
  },
  pricing_plan_interval: {
    day: { en: 'Day', fr: 'Jour' },
    week: { en: 'Week', fr: 'Semaine' },
    month: { en: 'Month', fr: 'Mois' },
    year: { en: 'Year', fr: 'An' },
  },
  subscription_status: {
    trialing: { en: 'Trial', fr: 'À l’essai' },
    active: { en: 'Active', fr: 'Actif' },
    past_due: { en: 'Payment late', fr: 'Paiement en retard' },
    unpaid: { en: 'Unpaid', fr: 'Impayé' },
    paused: { en: 'Paused', fr: 'En pause' },
    incomplete: { en: 'First payment open', fr: 'Premier paiement en attente' },
    incomplete_expired: { en: 'Never paid', fr: 'Jamais payé' },
    canceled: { en: 'Canceled', fr: 'Résilié' },
  },
  'users.account_type': {
    super_admin: { en: 'Super admin', fr: 'Super administrateur' },
    admin: { en: 'Admin', fr: 'Administrateur' },
    user: { en: 'Customer', fr: 'Client' },
  },
  'users.language': { en: { en: 'English', fr: 'Anglais' }, fr: { en: 'French', fr: 'Français' } },
  'organizations.org_type': {
    personal: { en: 'Personal', fr: 'Personnelle' },
    business: { en: 'Company', fr: 'Entreprise' },
    family: { en: 'Family', fr: 'Famille' },
    education: { en: 'Education', fr: 'Enseignement' },
    other: { en: 'Other', fr: 'Autre' },
  },
  'organization_members.role': memberRoles,
  'team_members.role': memberRoles,
  'invites.role': { member: { en: 'Member', fr: 'Membre' }, viewer: { en: 'Viewer', fr: 'Lecteur' } },
  'invites.status': {
    pending: { en: 'Open', fr: 'En attente' },
    accepted: { en: 'Accepted', fr: 'Acceptée' },
    revoked: { en: 'Revoked', fr: 'Retirée' },
    expired: { en: 'Expired', fr: 'Expirée' },
  },
  'products.plan_name': plans,
  'org_subscriptions.plan_name': plans,
  'plan_features.plan_name': plans,
  'organization_usage.plan_name': plans,
  'plan_features.feature_key': features,
  'organization_usage.feature_key': features,
  'posts.status': {
    draft: { en: 'Draft', fr: 'Brouillon' },
    published: { en: 'Published', fr: 'Publié' },
    archived: { en: 'Archived', fr: 'Archivé' },
  },
  'schedules.frequency': {
    daily: { en: 'Daily', fr: 'Chaque jour' },
    weekly: { en: 'Weekly', fr: 'Chaque semaine' },
    monthly: { en: 'Monthly', fr: 'Chaque mois' },
  },
  'reminders.priority': {
    low: { en: 'Low', fr: 'Basse' },
    normal: { en: 'Normal', fr: 'Normale' },
    high: { en: 'High', fr: 'Haute' },
  },
  'reminders.status': {
    pending: { en: 'Waiting', fr: 'En attente' },
    sent: { en: 'Sent', fr: 'Envoyé' },
    completed: { en: 'Done', fr: 'Fait' },
    cancelled: { en: 'Cancelled', fr: 'Annulé' },
  },
  notification_choice: {
    pending: { en: 'Send again', fr: 'Renvoyer' },
    dismissed: { en: 'Dismiss', fr: 'Écarter' },
  },
  'notifications_outbox.status': {
    pending: { en: 'Queued', fr: 'En file d’attente' },
    delivered: { en: 'Delivered', fr: 'Remis' },
    failed: { en: 'Failed', fr: 'Échoué' },
    dismissed: { en: 'Dismissed', fr: 'Écarté' },
  },
  'usage_events.event_type': usage,
  'usage_aggregations.event_type': usage,
  'usage_aggregations.period_type': {
    daily: { en: 'Day', fr: 'Jour' },
    monthly: { en: 'Month', fr: 'Mois' },
  },
  'audit_logs.actor_type': {
    staff: { en: 'Staff', fr: 'Équipe' },
    user: { en: 'Customer', fr: 'Client' },
    system: { en: 'System', fr: 'Système' },
  },
  'audit_logs.action': {
    created: { en: 'Created', fr: 'Création' },
    updated: { en: 'Changed', fr: 'Modification' },
    deleted: { en: 'Deleted', fr: 'Suppression' },
    member_invited: { en: 'Member invited', fr: 'Membre invité' },
    invite_revoked: { en: 'Invitation revoked', fr: 'Invitation retirée' },
    member_role_changed: { en: 'Role of a member changed', fr: 'Rôle d’un membre modifié' },
    member_removed: { en: 'Member removed', fr: 'Membre retiré' },
    plan_changed: { en: 'Moved to another plan', fr: 'Changement de formule' },
    seats_changed: { en: 'Seats changed', fr: 'Places modifiées' },
    subscription_canceled: { en: 'Subscription canceled', fr: 'Abonnement résilié' },
    subscription_resumed: { en: 'Subscription resumed', fr: 'Abonnement repris' },
    plan_feature_changed: { en: 'Plan changed', fr: 'Formule modifiée' },
    account_type_changed: { en: 'Account changed', fr: 'Compte modifié' },
    reminder_completed: { en: 'Reminder done', fr: 'Rappel fait' },
    notification_settled: { en: 'Message decided on', fr: 'Message tranché' },
  },
  'idempotency_keys.method': {
    POST: { en: 'POST', fr: 'POST' },
    PUT: { en: 'PUT', fr: 'PUT' },
    PATCH: { en: 'PATCH', fr: 'PATCH' },
    DELETE: { en: 'DELETE', fr: 'DELETE' },
  },
}
