import type { DashboardManifest } from '#shared/systems/manifest.ts'

/** How the office is doing, from the rows on this computer. */
export const dashboards: readonly DashboardManifest[] = [
  {
    name: 'overview',
    label: { en: 'Overview', fr: 'Vue d’ensemble' },
    charts: [
      {
        name: 'waiting',
        label: { en: 'Documents waiting for review', fr: 'Documents en attente d’examen' },
        as: 'number',
        sql: `select count(*) as documents from public.documents where status = 'PENDING'`,
        y: { documents: { en: 'Documents', fr: 'Documents' } },
        rows: { table: 'documents', filter: { column: 'status', is: 'is', value: 'PENDING' } },
      },
      {
        name: 'unpaid',
        label: { en: 'Unpaid orders of suspended clients', fr: 'Commandes impayées de clients suspendus' },
        as: 'number',
        sql: 'select count(*) as orders from public.suspended_unpaid',
        y: { orders: { en: 'Orders', fr: 'Commandes' } },
        rows: { table: 'suspended_unpaid' },
      },
      {
        name: 'reviews-by-week',
        label: { en: 'Reviews by week', fr: 'Examens par semaine' },
        as: 'bars',
        sql: `
          select date_trunc('week', reviewed_at)::date as week,
            count(*) filter (where status = 'APPROVED') as approved,
            count(*) filter (where status = 'REJECTED') as rejected
          from public.document_reviews
          where reviewed_at > now() - interval '26 weeks'
          group by 1 order by 1`,
        x: 'week',
        y: { approved: { en: 'Approved', fr: 'Approuvés' }, rejected: { en: 'Rejected', fr: 'Refusés' } },
      },
      {
        name: 'dossiers-by-status',
        label: { en: 'Open dossiers by status', fr: 'Dossiers en cours par statut' },
        as: 'bars',
        sql: `
          select status, count(*) as dossiers
          from public.dossiers
          where status not in ('COMPLETED', 'CANCELLED')
          group by status order by status`,
        x: 'status',
        y: { dossiers: { en: 'Dossiers', fr: 'Dossiers' } },
        rows: { table: 'dossiers', column: 'status' },
      },
      {
        name: 'revenue-by-month',
        label: { en: 'Paid orders by month, in euros', fr: 'Commandes payées par mois, en euros' },
        as: 'line',
        sql: `
          select date_trunc('month', paid_at)::date as month, sum(amount) as paid
          from public.orders
          where status = 'PAID' and currency = 'EUR'
          group by 1 order by 1`,
        x: 'month',
        y: { paid: { en: 'Paid', fr: 'Payé' } },
      },
    ],
  },
]
