import type { ActionManifest, ArgumentManifest } from '#shared/systems/manifest.ts'

const reason: ArgumentManifest = { label: { en: 'Reason', fr: 'Motif' }, as: 'long text' }
const comment: ArgumentManifest = { label: { en: 'Comment', fr: 'Commentaire' }, as: 'long text' }
const toStatus: ArgumentManifest = { label: { en: 'New status', fr: 'Nouveau statut' } }
const made = (en: string, fr: string): ArgumentManifest => ({ label: { en, fr }, as: 'made' })
const given = (column: string, en: string, fr: string): ArgumentManifest => ({ label: { en, fr }, from: column })

/** The arguments of the three functions that moderate: what was read, and what is decided about it. */
const moderation: Readonly<Record<string, ArgumentManifest>> = {
  p_status: { label: { en: 'Decision', fr: 'Décision' } },
  p_from_status: given('moderation_status', 'Status so far', 'Statut actuel'),
  p_content_version: given('content_version', 'Version read', 'Version lue'),
  p_reason: reason,
  p_moderation_id: made('Decision', 'Décision'),
}

const invoiceSubject = `
  select i.invoice_number as invoice, u.full_name as person
  from public.invoices i join public.users u on u.id = i.user_id
  where i.id = ($1::jsonb ->> 'p_invoice_id')::uuid`
const requestSubject = `
  select r.job_role as job, r.company_name as company, v.full_name as veteran, c.full_name as recruiter
  from public.resume_requests r
  join public.users v on v.id = r.user_id
  join public.users c on c.id = r.recruiter_user_id
  where r.id = ($1::jsonb ->> 'p_request_id')::uuid`
const userSubject = `select full_name as person from public.users where id = ($1::jsonb ->> 'p_user_id')::uuid`

/** The functions that staff call, each with its name and the words for what a call is about. */
export const actions: Readonly<Record<string, ActionManifest>> = {
  moderate_pitch: {
    label: { en: 'Moderate the pitch', fr: 'Modérer la présentation' },
    subject: `
      select p.title as pitch, u.full_name as veteran from public.pitches p join public.users u on u.id = p.user_id
      where p.id = ($1::jsonb ->> 'p_pitch_id')::uuid`,
    on: { table: 'pitches' },
    args: { p_pitch_id: given('id', 'Pitch', 'Présentation'), ...moderation },
  },
  moderate_endorsement: {
    label: { en: 'Moderate the endorsement', fr: 'Modérer la recommandation' },
    subject: `
      select e.endorser_name as endorser, u.full_name as veteran
      from public.endorsements e join public.users u on u.id = e.user_id
      where e.id = ($1::jsonb ->> 'p_endorsement_id')::uuid`,
    on: { table: 'endorsements' },
    args: { p_endorsement_id: given('id', 'Endorsement', 'Recommandation'), ...moderation },
  },
  moderate_shared_pitch: {
    label: { en: 'Moderate the link', fr: 'Modérer le lien' },
    subject: `
      select p.title as pitch, u.full_name as sharer
      from public.shared_pitches s
      join public.pitches p on p.id = s.pitch_id
      join public.users u on u.id = s.user_id
      where s.id = ($1::jsonb ->> 'p_shared_pitch_id')::uuid`,
    on: { table: 'shared_pitches' },
    args: { p_shared_pitch_id: given('id', 'Link', 'Lien'), ...moderation },
  },
  change_user_role: {
    label: { en: 'Change the role', fr: 'Changer le rôle' },
    subject: userSubject,
    on: { table: 'users' },
    args: {
      p_user_id: given('id', 'Person', 'Personne'),
      p_from_role: given('role', 'Role so far', 'Rôle actuel'),
      p_to_role: { label: { en: 'New role', fr: 'Nouveau rôle' } },
      p_reason: reason,
      p_change_id: made('Change', 'Changement'),
    },
    confirm: {
      en: 'The person sees and may do other things at once. Who leaves the staff loses their permissions.',
      fr: 'La personne voit et peut aussitôt faire autre chose. Qui quitte l’équipe perd ses droits.',
    },
  },
  grant_permission: {
    label: { en: 'Grant a permission', fr: 'Accorder un droit' },
    subject: `
      select full_name as person, $1::jsonb ->> 'p_permission' as permission
      from public.users where id = ($1::jsonb ->> 'p_user_id')::uuid`,
    on: { table: 'users', when: { column: 'role', is: 'is', value: 'moderator' } },
    args: {
      p_user_id: given('id', 'Person', 'Personne'),
      p_permission: { label: { en: 'Permission', fr: 'Droit' }, of: 'user_permissions.permission' },
      p_reason: reason,
      p_permission_id: made('Permission', 'Droit'),
    },
  },
  revoke_permission: {
    label: { en: 'Revoke the permission', fr: 'Retirer le droit' },
    subject: `
      select u.full_name as person, p.permission from public.user_permissions p join public.users u on u.id = p.user_id
      where p.id = ($1::jsonb ->> 'p_permission_id')::uuid`,
    on: { table: 'user_permissions', when: { column: 'revoked_at', is: 'empty' } },
    args: {
      p_permission_id: given('id', 'Permission', 'Droit'),
      p_reason: reason,
    },
  },
  change_request_status: {
    label: { en: 'Change the status', fr: 'Changer le statut' },
    subject: requestSubject,
    on: {
      table: 'resume_requests',
      when: { column: 'status', is: 'none_of', values: ['fulfilled', 'withdrawn'] },
    },
    args: {
      p_request_id: given('id', 'Request', 'Demande'),
      p_from_status: given('status', 'Status so far', 'Statut actuel'),
      p_to_status: toStatus,
      p_comment: comment,
      p_change_id: made('Change', 'Changement'),
    },
  },
  add_recruiter_note: {
    label: { en: 'Add a note', fr: 'Ajouter une note' },
    subject: requestSubject,
    on: { table: 'resume_requests' },
    args: {
      p_request_id: given('id', 'Request', 'Demande'),
      p_note: { label: { en: 'Note', fr: 'Note' }, as: 'long text' },
      p_note_id: made('Note', 'Note'),
    },
  },
  issue_invoice: {
    label: { en: 'Issue the invoice', fr: 'Émettre la facture' },
    subject: invoiceSubject,
    on: { table: 'invoices', when: { column: 'status', is: 'is', value: 'draft' } },
    args: {
      p_invoice_id: given('id', 'Invoice', 'Facture'),
      p_due_in_days: { label: { en: 'To be paid within (days)', fr: 'À payer sous (jours)' } },
      p_issue_id: made('Issue', 'Émission'),
    },
    confirm: {
      en: 'The server gives it its number, and it can’t become a draft again.',
      fr: 'Le serveur lui donne son numéro, et elle ne peut pas redevenir un brouillon.',
    },
  },
  void_invoice: {
    label: { en: 'Make the invoice void', fr: 'Annuler la facture' },
    subject: invoiceSubject,
    on: { table: 'invoices', when: { column: 'status', is: 'is', value: 'issued' } },
    args: {
      p_invoice_id: given('id', 'Invoice', 'Facture'),
      p_from_status: given('status', 'Status so far', 'Statut actuel'),
      p_reason: reason,
      p_void_id: made('Decision', 'Décision'),
    },
    confirm: {
      en: 'A void invoice stays void. It keeps its number.',
      fr: 'Une facture annulée le reste. Elle garde son numéro.',
    },
  },
  record_receipt: {
    label: { en: 'Record a payment', fr: 'Enregistrer un paiement' },
    subject: invoiceSubject,
    on: { table: 'invoices', when: { column: 'status', is: 'is', value: 'issued' } },
    args: {
      p_invoice_id: given('id', 'Invoice', 'Facture'),
      p_amount_minor: { label: { en: 'Amount (smallest unit)', fr: 'Montant (plus petite unité)' } },
      p_payment_method: { label: { en: 'Paid by', fr: 'Moyen de paiement' }, of: 'receipts.payment_method' },
      p_received_at: { label: { en: 'Received', fr: 'Reçu le' } },
      p_receipt_id: made('Receipt', 'Reçu'),
    },
  },
  archive_payment_events: {
    label: { en: 'Archive payment events', fr: 'Archiver les événements de paiement' },
    subject: `select ($1::jsonb ->> 'p_before')::timestamptz::date::text as before`,
    args: {
      p_before: { label: { en: 'From before', fr: 'Antérieurs au' } },
      p_archive_id: made('Archive', 'Archivage'),
    },
    confirm: {
      en: 'Handled reports from before that day leave the daily list for the archive.',
      fr: 'Les événements traités avant ce jour quittent la liste courante pour les archives.',
    },
  },
  resend_email: {
    label: { en: 'Send again', fr: 'Renvoyer' },
    subject: `
      select to_email as "to", subject as email from public.email_logs
      where id = ($1::jsonb ->> 'p_email_id')::uuid`,
    on: { table: 'email_logs', when: { column: 'status', is: 'one_of', values: ['bounced', 'failed'] } },
    args: {
      p_email_id: given('id', 'E-mail', 'E-mail'),
      p_resend_id: made('Repetition', 'Répétition'),
    },
  },
}
