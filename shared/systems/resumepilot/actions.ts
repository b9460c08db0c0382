import type { ActionManifest, ArgumentManifest } from '#shared/systems/manifest.ts'

const reason: ArgumentManifest = { label: { en: 'Reason', fr: 'Motif' }, as: 'long text' }
const made = (en: string, fr: string): ArgumentManifest => ({ label: { en, fr }, as: 'made' })
const given = (column: string, en: string, fr: string): ArgumentManifest => ({ label: { en, fr }, from: column })
const change = made('Change', 'Changement')

/** The person of a row, by name where they have given one, else by the first part of their id. */
const personOf = (table: string, argument: string, more: string) => `
  select coalesce(p.full_name, left(t.user_id::text, 8)) as person, ${more}
  from public.${table} t
  left join lateral (
    select x.full_name from public.profiles x where x.user_id = t.user_id order by x.created_at, x.id limit 1
  ) p on true
  where t.id = ($1::jsonb ->> '${argument}')::uuid`
const adminSubject = `select email as person from public.admin_users where id = ($1::jsonb ->> 'p_admin_id')::uuid`

/** The functions that staff call, each with its name and the words for what a call is about. */
export const actions: Readonly<Record<string, ActionManifest>> = {
  correct_usage: {
    label: { en: 'Correct the counter', fr: 'Corriger le compteur' },
    subject: personOf('usage_tracking', 'p_usage_id', 't.month'),
    on: { table: 'usage_tracking' },
    args: {
      p_usage_id: given('id', 'Month of use', 'Mois d’utilisation'),
      p_seen_interviews: given('interviews_used', 'Interviews so far', 'Entretiens actuels'),
      p_seen_cover_letters: given('cover_letters_used', 'Cover letters so far', 'Lettres actuelles'),
      p_interviews: { label: { en: 'Interviews', fr: 'Entretiens' } },
      p_cover_letters: { label: { en: 'Cover letters', fr: 'Lettres' } },
      p_reason: reason,
      p_correction_id: made('Correction', 'Correction'),
    },
  },
  requeue_generation: {
    label: { en: 'Make it again', fr: 'Relancer' },
    subject: personOf('resume_generations', 'p_generation_id', 't.role_type as resume'),
    on: { table: 'resume_generations', when: { column: 'generation_status', is: 'is', value: 'failed' } },
    args: {
      p_generation_id: given('id', 'Resume', 'CV'),
      p_seen_error: given('error_message', 'Error read', 'Erreur lue'),
      p_requeue_id: made('Attempt', 'Tentative'),
    },
  },
  change_subscription: {
    label: { en: 'Change the subscription', fr: 'Modifier l’abonnement' },
    subject: personOf('subscriptions', 'p_subscription_id', 't.plan_name as plan'),
    on: { table: 'subscriptions' },
    args: {
      p_subscription_id: given('id', 'Subscription', 'Abonnement'),
      p_from_plan: given('plan_name', 'Plan so far', 'Formule actuelle'),
      p_from_status: given('status', 'Status so far', 'Statut actuel'),
      p_from_cancel: given('cancel_at_period_end', 'End so far', 'Fin actuelle'),
      p_plan: { label: { en: 'Plan', fr: 'Formule' } },
      p_status: { label: { en: 'Status', fr: 'Statut' } },
      p_cancel_at_period_end: { label: { en: 'Ends with the period', fr: 'Se termine avec la période' } },
      p_reason: reason,
      p_change_id: change,
    },
    confirm: {
      en: 'The limits change at once. Stripe is not told: what it bills is changed there.',
      fr: 'Les limites changent aussitôt. Stripe n’en est pas informé : ce qu’il facture se modifie là-bas.',
    },
  },
  purge_due: {
    label: { en: 'Purge what is due', fr: 'Purger ce qui est échu' },
    subject: `select $1::jsonb ->> 'p_kind' as kind`,
    args: {
      p_kind: { label: { en: 'What', fr: 'Quoi' } },
      p_purge_id: made('Purge', 'Purge'),
    },
    confirm: {
      en: 'Everything that has been kept long enough is deleted for good, on the server too.',
      fr: 'Tout ce qui a été conservé assez longtemps est supprimé définitivement, sur le serveur aussi.',
    },
  },
  erase_person: {
    label: { en: 'Erase the person', fr: 'Effacer la personne' },
    // Not the name: the entry outlives the person.
    subject: `select left($1::jsonb ->> 'p_user_id', 8) as person`,
    on: { table: 'profiles' },
    args: {
      p_user_id: given('user_id', 'Person', 'Personne'),
      p_email: {
        label: { en: 'E-mail address of the person, typed again', fr: 'Adresse e-mail de la personne, à ressaisir' },
      },
      p_reason: reason,
      p_erasure_id: made('Erasure', 'Effacement'),
    },
    confirm: {
      en: 'The account and everything about the person are deleted for good, and their events lose all details. Export it first if the person wants it.',
      fr: 'Le compte et tout ce qui concerne la personne sont supprimés définitivement, et ses événements perdent tout détail. Exportez d’abord ces données si la personne les veut.',
    },
  },
  change_permission: {
    label: { en: 'Change a permission', fr: 'Modifier un droit' },
    subject: `
      select email as person, $1::jsonb ->> 'p_permission' as permission
      from public.admin_users where id = ($1::jsonb ->> 'p_admin_id')::uuid`,
    on: { table: 'admin_users', when: { column: 'role', is: 'is', value: 'admin' } },
    args: {
      p_admin_id: given('id', 'Staff member', 'Membre de l’équipe'),
      p_permission: { label: { en: 'Permission', fr: 'Droit' } },
      p_allowed: { label: { en: 'Allowed', fr: 'Permis' } },
      p_reason: reason,
      p_change_id: change,
    },
  },
  suspend_admin: {
    label: { en: 'Suspend or let back in', fr: 'Suspendre ou rétablir' },
    subject: adminSubject,
    on: { table: 'admin_users' },
    args: {
      p_admin_id: given('id', 'Staff member', 'Membre de l’équipe'),
      p_suspended: { label: { en: 'Suspended', fr: 'Suspendu' } },
      p_reason: reason,
      p_change_id: change,
    },
    confirm: {
      en: 'Who is suspended sees and does nothing in the console, from the next sync on.',
      fr: 'Une personne suspendue ne voit et ne fait plus rien dans la console, dès la prochaine synchronisation.',
    },
  },
}
