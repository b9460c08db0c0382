import type { Label } from '#shared/systems/manifest.ts'

/** The sentence for each code by which a function of the database says no, with the params in braces. */
export const messages: Readonly<Record<string, Label>> = {
  staff_only: {
    en: 'Only staff members can do this. Sign in with a staff account, or ask a super admin to make yours one.',
    fr: 'Seuls les membres de l’équipe peuvent faire cela. Connectez-vous avec un compte de l’équipe ou demandez à un super administrateur d’y ajouter le vôtre.',
  },
  super_admin_only: {
    en: 'Only super admins can do this. Ask one of them.',
    fr: 'Seuls les super administrateurs peuvent faire cela. Adressez-vous à l’un d’eux.',
  },
  manager_only: {
    en: 'Only staff members and owners of the organisation can do this. Ask an owner.',
    fr: 'Seuls les membres de l’équipe et les propriétaires de l’organisation peuvent faire cela. Adressez-vous à un propriétaire.',
  },
  'audit.immutable': {
    en: 'The audit log is a record of what happened: it can’t be changed or deleted.',
    fr: 'Le journal d’audit garde la trace de ce qui s’est passé : il ne peut être ni modifié ni supprimé.',
  },
  'organization.unknown': { en: 'This organisation does not exist.', fr: 'Cette organisation n’existe pas.' },
  'organization.not_yours': {
    en: 'You don’t belong to this organisation.',
    fr: 'Vous ne faites pas partie de cette organisation.',
  },
  'invite.email_invalid': { en: 'Enter a complete e-mail address.', fr: 'Saisissez une adresse e-mail complète.' },
  'invite.role_invalid': {
    en: 'Choose member or viewer: an owner is made of a member.',
    fr: 'Choisissez membre ou lecteur : c’est un membre qui devient propriétaire.',
  },
  'invite.expiry_invalid': {
    en: 'Choose an expiry within the next {{days}} days.',
    fr: 'Choisissez une expiration dans les {{days}} prochains jours.',
  },
  'invite.token_invalid': {
    en: 'Leave the token out: it is made for you.',
    fr: 'Laissez le jeton de côté : il est créé pour vous.',
  },
  'invite.already_member': {
    en: '{{email}} belongs to this organisation already.',
    fr: '{{email}} fait déjà partie de cette organisation.',
  },
  'invite.already_pending': {
    en: '{{email}} has been invited already. Revoke that invitation first, or wait for the answer.',
    fr: '{{email}} a déjà reçu une invitation. Retirez-la d’abord ou attendez la réponse.',
  },
  'invite.no_seat_left': {
    en: 'The {{seats}} seats of {{organization}} are all taken by members and invitations. Add seats first.',
    fr: 'Les {{seats}} places de {{organization}} sont toutes prises par des membres et des invitations. Ajoutez d’abord des places.',
  },
  'invite.unknown': { en: 'This invitation does not exist.', fr: 'Cette invitation n’existe pas.' },
  'invite.not_pending': {
    en: 'The invitation of {{email}} is no longer open. Nothing is left to revoke.',
    fr: 'L’invitation de {{email}} n’est plus en attente. Il n’y a plus rien à retirer.',
  },
  'member.gone': {
    en: 'This person does not belong to {{organization}} any more.',
    fr: 'Cette personne ne fait plus partie de {{organization}}.',
  },
  'member.role_changed_meanwhile': {
    en: 'The role of this member of {{organization}} has been changed meanwhile. Look at it and decide again.',
    fr: 'Le rôle de ce membre de {{organization}} a changé entre-temps. Regardez-le et décidez à nouveau.',
  },
  'member.role_invalid': {
    en: 'Choose owner, member or viewer.',
    fr: 'Choisissez propriétaire, membre ou lecteur.',
  },
  'member.unchanged': {
    en: 'This person has that role already. Nothing would change.',
    fr: 'Cette personne a déjà ce rôle. Rien ne changerait.',
  },
  'member.personal_owner': {
    en: 'A personal organisation belongs to its person. It goes with their account.',
    fr: 'Une organisation personnelle appartient à sa personne. Elle disparaît avec son compte.',
  },
  'member.last_owner': {
    en: 'This is the last owner of {{organization}}. Make somebody else an owner first.',
    fr: 'C’est le dernier propriétaire de {{organization}}. Nommez d’abord quelqu’un d’autre.',
  },
  'account.type_invalid': {
    en: 'Choose super admin, admin or user.',
    fr: 'Choisissez super administrateur, administrateur ou client.',
  },
  'account.own': {
    en: 'Nobody changes their own rights. Ask another super admin.',
    fr: 'Personne ne change ses propres droits. Adressez-vous à un autre super administrateur.',
  },
  'account.unknown': { en: 'This person does not exist.', fr: 'Cette personne n’existe pas.' },
  'account.type_changed_meanwhile': {
    en: 'The account of {{person}} has been changed meanwhile. Look at it and decide again.',
    fr: 'Le compte de {{person}} a changé entre-temps. Regardez-le et décidez à nouveau.',
  },
  'account.unchanged': {
    en: 'This person is that already. Nothing would change.',
    fr: 'Cette personne l’est déjà. Rien ne changerait.',
  },
  'subscription.none': {
    en: 'This organisation has no subscription.',
    fr: 'Cette organisation n’a pas d’abonnement.',
  },
  'subscription.free': {
    en: 'The free plan has no period that could end.',
    fr: 'La formule gratuite n’a pas de période qui puisse prendre fin.',
  },
  'subscription.ended': { en: 'The subscription is over already.', fr: 'L’abonnement est déjà terminé.' },
  'subscription.ends_already': {
    en: 'Somebody else has canceled the subscription already.',
    fr: 'Quelqu’un d’autre a déjà résilié l’abonnement.',
  },
  'subscription.runs_already': { en: 'The subscription goes on already.', fr: 'L’abonnement continue déjà.' },
  'seats.invalid': {
    en: 'Enter a whole number of at least 1.',
    fr: 'Saisissez un nombre entier d’au moins 1.',
  },
  'seats.below_members': {
    en: 'The organisation has {{members}} members, and each needs a seat. Remove members first.',
    fr: 'L’organisation compte {{members}} membres, et chacun a besoin d’une place. Retirez d’abord des membres.',
  },
  'seats.above_plan': {
    en: 'The plan {{plan}} allows at most {{max}} seats. Choose fewer, or another plan.',
    fr: 'La formule {{plan}} permet {{max}} places au plus. Choisissez-en moins ou une autre formule.',
  },
  'seats.changed_meanwhile': {
    en: 'The organisation has {{seats}} seats now. Look at it and decide again.',
    fr: 'L’organisation a maintenant {{seats}} places. Regardez et décidez à nouveau.',
  },
  'seats.unchanged': {
    en: 'That is the number of seats already. Nothing would change.',
    fr: 'C’est déjà le nombre de places. Rien ne changerait.',
  },
  'plan.unknown': {
    en: 'Choose one of the plans: free, pro, business or enterprise.',
    fr: 'Choisissez l’une des formules : free, pro, business ou enterprise.',
  },
  'plan.changed_meanwhile': {
    en: 'The organisation has been moved to the plan {{plan}} meanwhile. Look at it and decide again.',
    fr: 'L’organisation est passée entre-temps à la formule {{plan}}. Regardez et décidez à nouveau.',
  },
  'plan.unchanged': {
    en: 'The organisation is on this plan already. Nothing would change.',
    fr: 'L’organisation a déjà cette formule. Rien ne changerait.',
  },
  'plan.too_many_members': {
    en: 'The plan {{plan}} allows {{max}} seats, and the organisation has {{members}} members. Remove members first.',
    fr: 'La formule {{plan}} permet {{max}} places, et l’organisation compte {{members}} membres. Retirez d’abord des membres.',
  },
  'feature.unknown': {
    en: 'No plan has this feature. Choose one of the list.',
    fr: 'Aucune formule n’a cette fonction. Choisissez-en une de la liste.',
  },
  'feature.switches_invalid': {
    en: 'Give every switch the value true or false.',
    fr: 'Donnez à chaque option la valeur true ou false.',
  },
  'feature.limit_invalid': {
    en: 'Enter a whole number of zero or more, or -1 for unlimited.',
    fr: 'Saisissez un nombre entier positif ou nul, ou -1 pour « illimité ».',
  },
  'feature.changed_meanwhile': {
    en: 'Somebody else has changed this feature of the plan {{plan}} meanwhile. Look at it and decide again.',
    fr: 'Quelqu’un d’autre a modifié entre-temps cette fonction de la formule {{plan}}. Regardez-la et décidez à nouveau.',
  },
  'feature.unchanged': {
    en: 'That is its value already. Nothing would change.',
    fr: 'C’est déjà sa valeur. Rien ne changerait.',
  },
  'reminder.unknown': { en: 'This reminder does not exist.', fr: 'Ce rappel n’existe pas.' },
  'reminder.changed_meanwhile': {
    en: 'The reminder has been changed meanwhile. Look at it and decide again.',
    fr: 'Le rappel a changé entre-temps. Regardez-le et décidez à nouveau.',
  },
  'reminder.closed': {
    en: 'This reminder is closed already. Nothing is left to do.',
    fr: 'Ce rappel est déjà clos. Il n’y a plus rien à faire.',
  },
  'notification.choice_invalid': {
    en: 'Choose: send again, or dismiss.',
    fr: 'Choisissez : renvoyer ou écarter.',
  },
  'notification.unknown': { en: 'This message does not exist.', fr: 'Ce message n’existe pas.' },
  'notification.changed_meanwhile': {
    en: 'The message has been changed meanwhile. Look at it and decide again.',
    fr: 'Le message a changé entre-temps. Regardez-le et décidez à nouveau.',
  },
  'notification.not_failed': {
    en: 'Only a message that could not be sent waits for a decision.',
    fr: 'Seul un message qui n’a pas pu être envoyé attend une décision.',
  },
  'usage.period_invalid': { en: 'Choose daily or monthly.', fr: 'Choisissez « daily » ou « monthly ».' },
  'usage.range_invalid': { en: 'Choose an end after the start.', fr: 'Choisissez une fin après le début.' },
  'attachment.expiry_invalid': {
    en: 'Choose between 1 second and 7 days.',
    fr: 'Choisissez entre 1 seconde et 7 jours.',
  },
  'attachment.unknown': {
    en: 'This file does not exist, or you may not see it.',
    fr: 'Ce fichier n’existe pas, ou vous ne pouvez pas le voir.',
  },
}
