import type { Label } from '#shared/systems/manifest.ts'

/** Words for every value of every enum, and of columns with a fixed list of values. */
export const labels: Readonly<Record<string, Readonly<Record<string, Label>>>> = {
  user_role: {
    veteran: { en: 'Veteran', fr: 'Vétéran' },
    recruiter: { en: 'Recruiter', fr: 'Recruteur' },
    supporter: { en: 'Supporter', fr: 'Soutien' },
    admin: { en: 'Admin', fr: 'Administrateur' },
    moderator: { en: 'Moderator', fr: 'Modérateur' },
    partner: { en: 'Partner', fr: 'Partenaire' },
  },
  moderation_status: {
    pending: { en: 'To be moderated', fr: 'À modérer' },
    approved: { en: 'Approved', fr: 'Approuvé' },
    hidden: { en: 'Hidden', fr: 'Masqué' },
  },
  resume_request_status: {
    pending: { en: 'New', fr: 'Nouvelle' },
    in_review: { en: 'In review', fr: 'En cours d’examen' },
    approved: { en: 'Approved', fr: 'Acceptée' },
    fulfilled: { en: 'Resume sent', fr: 'CV envoyé' },
    declined: { en: 'Declined', fr: 'Refusée' },
    withdrawn: { en: 'Withdrawn', fr: 'Retirée' },
  },
  plan_interval: {
    month: { en: 'Monthly', fr: 'Mensuelle' },
    quarter: { en: 'Quarterly', fr: 'Trimestrielle' },
    year: { en: 'Yearly', fr: 'Annuelle' },
    once: { en: 'Once', fr: 'Unique' },
  },
  subscription_status: {
    trialing: { en: 'On trial', fr: 'À l’essai' },
    active: { en: 'Active', fr: 'Actif' },
    past_due: { en: 'Payment failed', fr: 'Paiement échoué' },
    canceled: { en: 'Canceled', fr: 'Résilié' },
    expired: { en: 'Expired', fr: 'Expiré' },
  },
  invoice_status: {
    draft: { en: 'Draft', fr: 'Brouillon' },
    issued: { en: 'Unpaid', fr: 'Impayée' },
    paid: { en: 'Paid', fr: 'Payée' },
    void: { en: 'Void', fr: 'Annulée' },
  },
  donation_status: {
    pending: { en: 'Pending', fr: 'En attente' },
    succeeded: { en: 'Received', fr: 'Reçu' },
    failed: { en: 'Failed', fr: 'Échoué' },
    refunded: { en: 'Refunded', fr: 'Remboursé' },
  },
  payment_event_status: {
    received: { en: 'Waiting', fr: 'En attente' },
    processed: { en: 'Handled', fr: 'Traité' },
    ignored: { en: 'Ignored', fr: 'Ignoré' },
    failed: { en: 'Failed', fr: 'Échoué' },
  },
  email_status: {
    queued: { en: 'Queued', fr: 'En file d’attente' },
    sent: { en: 'Sent', fr: 'Envoyé' },
    delivered: { en: 'Delivered', fr: 'Remis' },
    bounced: { en: 'Came back', fr: 'Revenu' },
    failed: { en: 'Failed', fr: 'Échoué' },
  },
  'users.language': {
    en: { en: 'English', fr: 'Anglais' },
    fr: { en: 'French', fr: 'Français' },
  },
  'user_permissions.permission': {
    'content.moderate': { en: 'Moderate content', fr: 'Modérer les contenus' },
    'requests.manage': { en: 'Handle resume requests', fr: 'Traiter les demandes de CV' },
    'users.manage': { en: 'Manage people', fr: 'Gérer les personnes' },
    'billing.manage': { en: 'Manage billing', fr: 'Gérer la facturation' },
    'emails.manage': { en: 'Manage e-mails', fr: 'Gérer les e-mails' },
    'activity.read': { en: 'Read the activity log', fr: 'Lire le journal d’activité' },
  },
  'pitches.job_type': {
    full_time: { en: 'Full time', fr: 'Temps plein' },
    part_time: { en: 'Part time', fr: 'Temps partiel' },
    contract: { en: 'Contract', fr: 'Mission' },
    remote: { en: 'Remote', fr: 'À distance' },
    volunteer: { en: 'Volunteer', fr: 'Bénévolat' },
  },
  'pitches.availability': {
    now: { en: 'At once', fr: 'Immédiate' },
    '30_days': { en: 'In 30 days', fr: 'Sous 30 jours' },
    '60_days': { en: 'In 60 days', fr: 'Sous 60 jours' },
    '90_days': { en: 'In 90 days', fr: 'Sous 90 jours' },
  },
  'referrals.channel': {
    whatsapp: { en: 'WhatsApp', fr: 'WhatsApp' },
    linkedin: { en: 'LinkedIn', fr: 'LinkedIn' },
    email: { en: 'E-mail', fr: 'E-mail' },
    facebook: { en: 'Facebook', fr: 'Facebook' },
    copy: { en: 'Copied link', fr: 'Lien copié' },
  },
  'receipts.payment_method': {
    card: { en: 'Card', fr: 'Carte' },
    upi: { en: 'UPI', fr: 'UPI' },
    bank_transfer: { en: 'Bank transfer', fr: 'Virement' },
    wallet: { en: 'Wallet', fr: 'Portefeuille électronique' },
    cash: { en: 'Cash', fr: 'Espèces' },
  },
  'numbering_state.series': {
    invoice: { en: 'Invoices', fr: 'Factures' },
    receipt: { en: 'Receipts', fr: 'Reçus' },
  },
  'payment_events.provider': {
    razorpay: { en: 'Razorpay', fr: 'Razorpay' },
    stripe: { en: 'Stripe', fr: 'Stripe' },
  },
}
