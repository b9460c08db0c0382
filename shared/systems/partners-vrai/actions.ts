import type { ActionManifest } from '#shared/systems/manifest.ts'

const dossierSubject = `
  select d.reference as dossier, p.full_name as client, pr.name as product
  from public.dossiers d
  join public.profiles p on p.id = d.user_id
  join public.products pr on pr.id = d.product_id
  where d.id = ($1::jsonb ->> 'p_dossier_id')::uuid`

/** The functions that staff call, each with its name and the words for what a call is about. */
export const actions: Readonly<Record<string, ActionManifest>> = {
  review_document: {
    label: { en: 'Review a document', fr: 'Examiner un document' },
    subject: `
      select dt.label as document, p.full_name as client, d.reference as dossier, v.version::text as version
      from public.documents doc
      join public.document_types dt on dt.id = doc.document_type_id
      join public.dossiers d on d.id = doc.dossier_id
      join public.profiles p on p.id = d.user_id
      left join public.document_versions v
        on v.id = ($1::jsonb ->> 'p_version_id')::uuid and v.document_id = doc.id
      where doc.id = ($1::jsonb ->> 'p_document_id')::uuid`,
  },
  change_dossier_status: {
    label: { en: 'Change the status', fr: 'Changer le statut' },
    subject: dossierSubject,
    on: { table: 'dossiers' },
    args: {
      p_dossier_id: { label: { en: 'Dossier', fr: 'Dossier' }, from: 'id' },
      p_from_status: { label: { en: 'Status now', fr: 'Statut actuel' }, from: 'status' },
      p_to_status: { label: { en: 'New status', fr: 'Nouveau statut' } },
      p_comment: { label: { en: 'Comment', fr: 'Commentaire' }, as: 'long text' },
    },
  },
  assign_dossier: {
    label: { en: 'Assign the dossier', fr: 'Attribuer le dossier' },
    subject: `
      select d.reference as dossier, p.full_name as client, a.full_name as agent
      from public.dossiers d
      join public.profiles p on p.id = d.user_id
      left join public.agents a on a.id = ($1::jsonb ->> 'p_agent_id')::uuid
      where d.id = ($1::jsonb ->> 'p_dossier_id')::uuid`,
    on: { table: 'dossiers' },
    args: {
      p_dossier_id: { label: { en: 'Dossier', fr: 'Dossier' }, from: 'id' },
      p_from_agent_id: { label: { en: 'Held by now', fr: 'Suivi actuel' }, from: 'assigned_to' },
      p_agent_id: { label: { en: 'Held by', fr: 'Suivi par' }, row: 'agents' },
      p_note: { label: { en: 'Note', fr: 'Note' }, as: 'long text' },
    },
  },
  send_message: {
    label: { en: 'Write to the client', fr: 'Écrire au client' },
    subject: dossierSubject,
    on: { table: 'dossiers' },
    args: {
      p_dossier_id: { label: { en: 'Dossier', fr: 'Dossier' }, from: 'id' },
      p_body: { label: { en: 'Message', fr: 'Message' }, as: 'long text' },
    },
  },
  create_payment_link: {
    label: { en: 'Create a payment link', fr: 'Créer un lien de paiement' },
    subject: `
      select pr.name as product, coalesce($1::jsonb ->> 'p_prospect_name', $1::jsonb ->> 'p_prospect_email') as prospect
      from public.products pr
      where pr.id = ($1::jsonb ->> 'p_product_id')::uuid`,
    on: { table: 'products', when: { column: 'is_active', is: 'true' } },
    args: {
      p_product_id: { label: { en: 'Product', fr: 'Produit' }, from: 'id' },
      p_prospect_email: { label: { en: 'E-mail of the prospect', fr: 'E-mail du prospect' } },
      p_prospect_name: { label: { en: 'Name of the prospect', fr: 'Nom du prospect' } },
      p_amount: { label: { en: 'Amount, if not the price', fr: 'Montant, si différent du prix' } },
      p_expires_at: { label: { en: 'Expires', fr: 'Expire le' } },
    },
  },
  send_payment_reminder: {
    label: { en: 'Send a payment reminder', fr: 'Envoyer un rappel de paiement' },
    subject: `
      select p.full_name as client, pr.name as product
      from public.orders o
      join public.profiles p on p.id = o.user_id
      join public.products pr on pr.id = o.product_id
      where o.id = ($1::jsonb ->> 'p_order_id')::uuid`,
    on: { table: 'orders', when: { column: 'status', is: 'is', value: 'PENDING' } },
    args: {
      p_order_id: { label: { en: 'Order', fr: 'Commande' }, from: 'id' },
      p_channel: { label: { en: 'Way', fr: 'Moyen' } },
    },
  },
}
