import type { DashboardManifest, Label } from '#shared/systems/manifest.ts'

const number: Label = { en: 'Number', fr: 'Nombre' }

/** The document has no queries of its own: these show what it promises to keep an eye on. */
export const dashboards: readonly DashboardManifest[] = [
  {
    name: 'overview',
    label: { en: 'Overview', fr: 'Vue d’ensemble' },
    charts: [
      {
        name: 'waiting',
        label: { en: 'Waiting for moderation', fr: 'En attente de modération' },
        sql: `select (select count(*) from public.pitches where moderation_status = 'pending' and is_active)
            + (select count(*) from public.endorsements where moderation_status = 'pending')
            + (select count(*) from public.shared_pitches
                where moderation_status = 'pending' and is_active and message is not null) as number`,
        as: 'number',
        y: { number },
      },
      {
        name: 'people-by-role',
        label: { en: 'People by role', fr: 'Personnes par rôle' },
        sql: `select role::text as role, count(*) as number from public.users where is_active group by role order by 2 desc`,
        as: 'bars',
        x: 'role',
        y: { number },
        rows: { table: 'users', filter: { column: 'is_active', is: 'true' }, column: 'role' },
      },
      {
        name: 'new-people',
        label: { en: 'New people by month', fr: 'Nouvelles personnes par mois' },
        sql: `select to_char(created_at at time zone 'UTC', 'YYYY-MM') as month, count(*) as number
          from public.users group by 1 order by 1`,
        as: 'line',
        x: 'month',
        y: { number },
      },
      {
        name: 'requests-by-status',
        label: { en: 'Resume requests by status', fr: 'Demandes de CV par statut' },
        sql: `select status::text as status, count(*) as number from public.resume_requests group by status order by status`,
        as: 'bars',
        x: 'status',
        y: { number },
        rows: { table: 'resume_requests', column: 'status' },
      },
    ],
  },
  {
    name: 'billing',
    label: { en: 'Billing', fr: 'Facturation' },
    charts: [
      {
        name: 'received',
        label: { en: 'Received by month', fr: 'Encaissements par mois' },
        sql: `select to_char(received_at at time zone 'UTC', 'YYYY-MM') as month, currency, round(sum(amount_minor) / 100.0, 2) as amount
          from public.receipts group by 1, 2 order by 1, 2`,
        as: 'table',
        x: 'month',
        y: { amount: { en: 'Amount', fr: 'Montant' } },
      },
      {
        name: 'plans',
        label: { en: 'Running subscriptions by plan', fr: 'Abonnements en cours par formule' },
        sql: `select p.name as plan, count(*) as number
          from public.user_subscriptions s join public.service_plans p on p.id = s.plan_id
          where s.status in ('trialing', 'active', 'past_due') group by p.name order by 2 desc`,
        as: 'bars',
        x: 'plan',
        y: { number },
      },
      {
        name: 'overdue',
        label: { en: 'Overdue invoices', fr: 'Factures échues' },
        sql: `select count(*) as number from public.invoices where status = 'issued' and due_at < now()`,
        as: 'number',
        y: { number },
        rows: {
          table: 'invoices',
          filter: {
            all: [
              { column: 'status', is: 'is', value: 'issued' },
              { column: 'due_at', is: 'less', value: { ago: 0, unit: 'days' } },
            ],
          },
        },
      },
    ],
  },
  {
    name: 'health',
    label: { en: 'Health', fr: 'Santé' },
    charts: [
      {
        name: 'number-gaps',
        label: { en: 'Gaps in the numbers of invoices', fr: 'Trous dans la numérotation des factures' },
        sql: `select n.year, n.last_number, count(i.id) as invoices
          from public.numbering_state n
          left join public.invoices i on i.invoice_number like 'INV-' || n.year || '-%'
          where n.series = 'invoice' group by n.id, n.year, n.last_number having count(i.id) <> n.last_number`,
        as: 'check',
      },
      {
        name: 'receipt-gaps',
        label: { en: 'Gaps in the numbers of receipts', fr: 'Trous dans la numérotation des reçus' },
        sql: `select n.year, n.last_number, count(r.id) as receipts
          from public.numbering_state n
          left join public.receipts r on r.receipt_number like 'RCT-' || n.year || '-%'
          where n.series = 'receipt' group by n.id, n.year, n.last_number having count(r.id) <> n.last_number`,
        as: 'check',
      },
      {
        name: 'archived-twice',
        label: {
          en: 'Payment events both kept and archived',
          fr: 'Événements de paiement gardés et archivés à la fois',
        },
        sql: `select e.id, e.provider_event_id from public.payment_events e
          join public.payment_events_archive a on a.provider_event_id = e.provider_event_id`,
        as: 'check',
        rows: { table: 'payment_events' },
      },
      {
        name: 'paid-without-receipts',
        label: {
          en: 'Paid invoices whose receipts do not add up',
          fr: 'Factures payées dont les reçus ne correspondent pas',
        },
        sql: `select i.invoice_number, i.total_minor, coalesce(sum(r.amount_minor), 0) as received
          from public.invoices i left join public.receipts r on r.invoice_id = i.id
          where i.status = 'paid' group by i.id having coalesce(sum(r.amount_minor), 0) <> i.total_minor`,
        as: 'check',
      },
      {
        name: 'emails',
        label: { en: 'E-mails by status', fr: 'E-mails par statut' },
        sql: `select status::text as status, count(*) as number from public.email_logs group by status order by status`,
        as: 'bars',
        x: 'status',
        y: { number },
        rows: { table: 'email_logs', column: 'status' },
      },
    ],
  },
]
