import type { Label } from '#shared/systems/manifest.ts'

/** Words for every value of every enum, by type and value. */
export const labels: Readonly<Record<string, Readonly<Record<string, Label>>>> = {
  user_status: {
    PENDING: { en: 'Registered', fr: 'Inscrit' },
    ACTIVE: { en: 'Active', fr: 'Actif' },
    SUSPENDED: { en: 'Suspended', fr: 'Suspendu' },
  },
  dossier_type: {
    LLC_FORMATION: { en: 'LLC formation', fr: 'Création de LLC' },
    COMPANY_SETUP: { en: 'Company setup', fr: 'Création de société' },
    TAX_REGISTRATION: { en: 'Tax registration', fr: 'Immatriculation fiscale' },
    COMPLIANCE: { en: 'Compliance', fr: 'Conformité' },
    TRADEMARK: { en: 'Trademark', fr: 'Marque' },
    BANKING: { en: 'Banking', fr: 'Services bancaires' },
  },
  dossier_status_code: {
    NEW: { en: 'New', fr: 'Nouveau' },
    AWAITING_DOCUMENTS: { en: 'Awaiting documents', fr: 'En attente de documents' },
    UNDER_REVIEW: { en: 'Under review', fr: 'En cours d’examen' },
    CORRECTIONS_REQUESTED: { en: 'Corrections requested', fr: 'Corrections demandées' },
    IN_PREPARATION: { en: 'In preparation', fr: 'En préparation' },
    READY_TO_FILE: { en: 'Ready to file', fr: 'Prêt à déposer' },
    FILED: { en: 'Filed', fr: 'Déposé' },
    AUTHORITY_QUERY: { en: 'Query from the authority', fr: 'Question de l’administration' },
    REGISTERED: { en: 'Registered', fr: 'Enregistré' },
    DELIVERED: { en: 'Delivered', fr: 'Livré' },
    COMPLETED: { en: 'Completed', fr: 'Terminé' },
    ON_HOLD: { en: 'On hold', fr: 'En pause' },
    CANCELLED: { en: 'Cancelled', fr: 'Annulé' },
  },
  document_status: {
    MISSING: { en: 'Missing', fr: 'Manquant' },
    PENDING: { en: 'Waiting for review', fr: 'En attente d’examen' },
    APPROVED: { en: 'Approved', fr: 'Approuvé' },
    REJECTED: { en: 'Rejected', fr: 'Refusé' },
  },
  review_status: {
    APPROVED: { en: 'Approved', fr: 'Approuvé' },
    REJECTED: { en: 'Rejected', fr: 'Refusé' },
  },
  event_type: {
    DOSSIER_CREATED: { en: 'Dossier opened', fr: 'Dossier ouvert' },
    DOSSIER_STATUS_CHANGED: { en: 'Status changed', fr: 'Statut modifié' },
    DOSSIER_ASSIGNED: { en: 'Dossier assigned', fr: 'Dossier attribué' },
    STEP_COMPLETED: { en: 'Step completed', fr: 'Étape terminée' },
    DOCUMENT_UPLOADED: { en: 'Document uploaded', fr: 'Document déposé' },
    DOCUMENT_REVIEWED: { en: 'Document reviewed', fr: 'Document examiné' },
    MESSAGE_SENT: { en: 'Message sent', fr: 'Message envoyé' },
    PAYMENT_REQUESTED: { en: 'Payment requested', fr: 'Paiement demandé' },
    PAYMENT_RECEIVED: { en: 'Payment received', fr: 'Paiement reçu' },
  },
  notification_channel: {
    EMAIL: { en: 'E-mail', fr: 'E-mail' },
    WHATSAPP: { en: 'WhatsApp', fr: 'WhatsApp' },
    SMS: { en: 'SMS', fr: 'SMS' },
    IN_APP: { en: 'In the app', fr: 'Dans l’application' },
    PUSH: { en: 'Push notification', fr: 'Notification push' },
  },
  notification_status: {
    PENDING: { en: 'Queued', fr: 'En file d’attente' },
    SENT: { en: 'Sent', fr: 'Envoyée' },
    FAILED: { en: 'Failed', fr: 'Échouée' },
    READ: { en: 'Read', fr: 'Lue' },
  },
  order_status: {
    PENDING: { en: 'Unpaid', fr: 'Impayée' },
    PAID: { en: 'Paid', fr: 'Payée' },
    FAILED: { en: 'Payment failed', fr: 'Paiement échoué' },
    CANCELLED: { en: 'Cancelled', fr: 'Annulée' },
    REFUNDED: { en: 'Refunded', fr: 'Remboursée' },
  },
  actor_type: {
    USER: { en: 'Client', fr: 'Client' },
    AGENT: { en: 'Agent', fr: 'Agent' },
    SYSTEM: { en: 'System', fr: 'Système' },
  },
}
