import type { ActionManifest, ArgumentManifest } from '#shared/systems/manifest.ts'

const ofOrganization = `
  select o.name as organization
  from public.organizations o
  where o.id = ($1::jsonb ->> 'p_org_id')::uuid`

const ofMember = `
  select o.name as organization, coalesce(u.full_name, u.email) as person
  from public.organizations o
  join public.users u on u.id = ($1::jsonb ->> 'p_user_id')::uuid
  where o.id = ($1::jsonb ->> 'p_org_id')::uuid`

const organization = (from: string): ArgumentManifest => ({
  label: { en: 'Organisation', fr: 'Organisation' },
  from,
})
const change: ArgumentManifest = { label: { en: 'Change', fr: 'Modification' }, as: 'made' }
const role: ArgumentManifest = { label: { en: 'Role until now', fr: 'Rôle jusqu’ici' }, from: 'role' }
const person: ArgumentManifest = { label: { en: 'Person', fr: 'Personne' }, from: 'user_id' }
const status: ArgumentManifest = { label: { en: 'Status until now', fr: 'Statut jusqu’ici' }, from: 'status' }

/** The functions that staff call, each with its name and the words for what a call is about. */
export const actions: Readonly<Record<string, ActionManifest>> = {
  invite_member: {
    label: { en: 'Invite a member', fr: 'Inviter un membre' },
    subject: `
      select $1::jsonb ->> 'p_email' as person, o.name as organization
      from public.organizations o
      where o.id = ($1::jsonb ->> 'p_org_id')::uuid`,
    on: { table: 'organizations' },
    args: {
      p_org_id: organization('id'),
      p_email: { label: { en: 'E-mail', fr: 'E-mail' } },
      p_role: { label: { en: 'Role', fr: 'Rôle' }, of: 'invites.role' },
      p_expires_at: { label: { en: 'Expires', fr: 'Expire le' } },
      p_invite_id: { label: { en: 'Invitation', fr: 'Invitation' }, as: 'made' },
    },
  },
  revoke_invite: {
    label: { en: 'Revoke the invitation', fr: 'Retirer l’invitation' },
    subject: `
      select i.email as person, o.name as organization
      from public.invites i
      join public.organizations o on o.id = i.org_id
      where i.id = ($1::jsonb ->> 'p_invite_id')::uuid`,
    on: { table: 'invites', when: { column: 'status', is: 'is', value: 'pending' } },
    args: { p_invite_id: { label: { en: 'Invitation', fr: 'Invitation' }, from: 'id' }, p_change_id: change },
    confirm: {
      en: 'The link in the e-mail will stop working.',
      fr: 'Le lien de l’e-mail cessera de fonctionner.',
    },
  },
  change_member_role: {
    label: { en: 'Change the role', fr: 'Changer le rôle' },
    subject: ofMember,
    on: { table: 'organization_members' },
    args: {
      p_org_id: organization('org_id'),
      p_user_id: person,
      p_from_role: role,
      p_to_role: { label: { en: 'New role', fr: 'Nouveau rôle' }, of: 'organization_members.role' },
      p_change_id: change,
    },
  },
  remove_member: {
    label: { en: 'Remove from the organisation', fr: 'Retirer de l’organisation' },
    subject: ofMember,
    on: { table: 'organization_members' },
    args: { p_org_id: organization('org_id'), p_user_id: person, p_from_role: role, p_change_id: change },
    confirm: {
      en: 'This person will no longer see anything of the organisation.',
      fr: 'Cette personne ne verra plus rien de l’organisation.',
    },
  },
  change_account_type: {
    label: { en: 'Change the account', fr: 'Changer le compte' },
    subject: `
      select coalesce(u.full_name, u.email) as person
      from public.users u
      where u.id = ($1::jsonb ->> 'p_user_id')::uuid`,
    on: { table: 'users' },
    args: {
      p_user_id: { label: { en: 'Person', fr: 'Personne' }, from: 'id' },
      p_from_type: { label: { en: 'Account until now', fr: 'Compte jusqu’ici' }, from: 'account_type' },
      p_to_type: { label: { en: 'New account', fr: 'Nouveau compte' }, of: 'users.account_type' },
      p_change_id: change,
    },
    confirm: {
      en: 'This decides whether the person may use the console, and how far.',
      fr: 'Cela décide si la personne a accès à la console, et jusqu’où.',
    },
  },
  change_organization_plan: {
    label: { en: 'Move to another plan', fr: 'Changer de formule' },
    subject: `
      select o.name as organization, $1::jsonb ->> 'p_to_plan' as plan
      from public.organizations o
      where o.id = ($1::jsonb ->> 'p_org_id')::uuid`,
    on: { table: 'org_subscriptions' },
    args: {
      p_org_id: organization('org_id'),
      p_from_plan: { label: { en: 'Plan until now', fr: 'Formule jusqu’ici' }, from: 'plan_name' },
      p_to_plan: { label: { en: 'New plan', fr: 'Nouvelle formule' }, of: 'org_subscriptions.plan_name' },
      p_seats: { label: { en: 'Seats', fr: 'Places' } },
      p_change_id: change,
    },
  },
  change_seats: {
    label: { en: 'Change the seats', fr: 'Changer le nombre de places' },
    subject: ofOrganization,
    on: { table: 'org_subscriptions' },
    args: {
      p_org_id: organization('org_id'),
      p_from_seats: { label: { en: 'Seats until now', fr: 'Places jusqu’ici' }, from: 'seats' },
      p_to_seats: { label: { en: 'Seats', fr: 'Places' } },
      p_change_id: change,
    },
  },
  cancel_subscription: {
    label: { en: 'Cancel at the end of the period', fr: 'Résilier à la fin de la période' },
    subject: ofOrganization,
    on: {
      table: 'org_subscriptions',
      when: {
        all: [
          { column: 'plan_name', is: 'is_not', value: 'free' },
          { column: 'cancel_at_period_end', is: 'false' },
          { column: 'status', is: 'none_of', values: ['canceled', 'incomplete', 'incomplete_expired'] },
        ],
      },
    },
    args: { p_org_id: organization('org_id'), p_change_id: change },
    confirm: {
      en: 'The organisation keeps its plan until the period ends.',
      fr: 'L’organisation garde sa formule jusqu’à la fin de la période.',
    },
  },
  resume_subscription: {
    label: { en: 'Let it go on', fr: 'Laisser continuer' },
    subject: ofOrganization,
    on: { table: 'org_subscriptions', when: { column: 'cancel_at_period_end', is: 'true' } },
    args: { p_org_id: organization('org_id'), p_change_id: change },
  },
  set_plan_feature: {
    label: { en: 'Change the feature', fr: 'Modifier la fonction' },
    subject: `select $1::jsonb ->> 'p_plan' as plan, $1::jsonb ->> 'p_feature' as feature`,
    on: { table: 'plan_features' },
    args: {
      p_plan: { label: { en: 'Plan', fr: 'Formule' }, from: 'plan_name' },
      p_feature: { label: { en: 'Feature', fr: 'Fonction' }, from: 'feature_key' },
      p_from_value: { label: { en: 'Value until now', fr: 'Valeur jusqu’ici' }, from: 'feature_value' },
      p_value: { label: { en: 'New value', fr: 'Nouvelle valeur' } },
      p_change_id: change,
    },
  },
  complete_reminder: {
    label: { en: 'Mark as done', fr: 'Marquer comme fait' },
    subject: `
      select r.title as reminder, o.name as organization
      from public.reminders r
      join public.organizations o on o.id = r.org_id
      where r.id = ($1::jsonb ->> 'p_reminder_id')::uuid`,
    on: { table: 'reminders', when: { column: 'status', is: 'one_of', values: ['pending', 'sent'] } },
    args: {
      p_reminder_id: { label: { en: 'Reminder', fr: 'Rappel' }, from: 'id' },
      p_from_status: status,
      p_change_id: change,
    },
  },
  settle_notification: {
    label: { en: 'Send again or dismiss', fr: 'Renvoyer ou écarter' },
    subject: `
      select n.event as message, coalesce(u.full_name, o.name) as receiver
      from public.notifications_outbox n
      left join public.users u on u.id = n.user_id
      left join public.organizations o on o.id = n.org_id
      where n.id = ($1::jsonb ->> 'p_notification_id')::uuid`,
    on: { table: 'notifications_outbox', when: { column: 'status', is: 'is', value: 'failed' } },
    args: {
      p_notification_id: { label: { en: 'Message', fr: 'Message' }, from: 'id' },
      p_from_status: status,
      p_to_status: { label: { en: 'What to do', fr: 'Que faire' } },
      p_change_id: change,
    },
  },
}
