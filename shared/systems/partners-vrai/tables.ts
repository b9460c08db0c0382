import type { TableManifest } from '#shared/systems/manifest.ts'

/** Names of the tables, in the order of the system's own documentation. */
export const tables: Readonly<Record<string, TableManifest>> = {
  profiles: { label: { en: 'Clients', fr: 'Clients' } },
  agents: { label: { en: 'Staff', fr: 'Équipe' } },
  products: { label: { en: 'Products', fr: 'Produits' } },
  dossiers: { label: { en: 'Dossiers', fr: 'Dossiers' } },
  dossier_assignments: { label: { en: 'Assignments', fr: 'Attributions' } },
  steps: { label: { en: 'Steps', fr: 'Étapes' } },
  product_steps: { label: { en: 'Steps of products', fr: 'Étapes des produits' } },
  step_instances: { label: { en: 'Steps of dossiers', fr: 'Étapes des dossiers' } },
  step_document_requirements: { label: { en: 'Required documents', fr: 'Documents requis' } },
  document_types: { label: { en: 'Document types', fr: 'Types de documents' } },
  documents: { label: { en: 'Documents', fr: 'Documents' } },
  document_versions: { label: { en: 'Versions', fr: 'Versions' } },
  document_reviews: { label: { en: 'Reviews', fr: 'Examens' } },
  payment_links: { label: { en: 'Payment links', fr: 'Liens de paiement' } },
  orders: { label: { en: 'Orders', fr: 'Commandes' } },
  payment_reminders: { label: { en: 'Payment reminders', fr: 'Rappels de paiement' } },
  stripe_events: { label: { en: 'Stripe events', fr: 'Événements Stripe' } },
  messages: { label: { en: 'Messages', fr: 'Messages' } },
  events: { label: { en: 'Events', fr: 'Événements' } },
  notifications: { label: { en: 'Notifications', fr: 'Notifications' } },
  notification_deliveries: { label: { en: 'Deliveries', fr: 'Envois' } },
}
