import type { ViewManifest } from '#shared/systems/manifest.ts'

/** Lists that staff work through, beside the desks. */
export const views: readonly ViewManifest[] = [
  {
    name: 'my-dossiers',
    label: { en: 'My open dossiers', fr: 'Mes dossiers en cours' },
    table: 'dossiers',
    filter: {
      all: [
        { column: 'assigned_to', is: 'is', value: { me: true } },
        { column: 'status', is: 'none_of', values: ['COMPLETED', 'CANCELLED', 'DELIVERED'] },
      ],
    },
    sort: [{ column: 'status_changed_at', direction: 'asc' }],
    waits: true,
  },
  {
    name: 'unassigned-dossiers',
    label: { en: 'Held by no one', fr: 'Sans responsable' },
    table: 'dossiers',
    filter: {
      all: [
        { column: 'assigned_to', is: 'empty' },
        { column: 'status', is: 'none_of', values: ['COMPLETED', 'CANCELLED', 'DELIVERED'] },
      ],
    },
    sort: [{ column: 'created_at', direction: 'asc' }],
    waits: true,
  },
  {
    name: 'suspended-unpaid',
    label: { en: 'Suspended, unpaid', fr: 'Suspendus, impayés' },
    table: 'suspended_unpaid',
    filter: { column: 'can_be_reminded', is: 'true' },
    sort: [{ column: 'created_at', direction: 'asc' }],
    columns: ['full_name', 'email', 'product_name', 'amount', 'currency', 'created_at', 'last_reminded_at'],
    waits: true,
  },
  {
    name: 'open-links',
    label: { en: 'Payment links not used yet', fr: 'Liens de paiement non utilisés' },
    table: 'payment_links',
    filter: {
      all: [
        { column: 'used_at', is: 'empty' },
        { column: 'expires_at', is: 'more', value: { ago: 0, unit: 'days' } },
      ],
    },
    sort: [{ column: 'expires_at', direction: 'asc' }],
  },
  {
    name: 'failed-deliveries',
    label: { en: 'Failed deliveries', fr: 'Envois échoués' },
    table: 'notification_deliveries',
    filter: { column: 'status', is: 'is', value: 'FAILED' },
    sort: [{ column: 'created_at', direction: 'desc' }],
  },
]
