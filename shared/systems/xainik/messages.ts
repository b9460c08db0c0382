import type { Label } from '#shared/systems/manifest.ts'

/** The sentence for each code by which a function of the database says no, with the params in braces. */
export const messages: Readonly<Record<string, Label>> = {
  'xainik.staff_only': {
    en: 'Only active staff members can do this. Sign in with a staff account, or ask an admin to activate yours.',
    fr: 'Seuls les membres actifs de l’équipe peuvent faire cela. Connectez-vous avec un compte de l’équipe ou demandez à un administrateur d’activer le vôtre.',
  },
  'xainik.permission_needed': {
    en: 'You need the permission {{permission}} for this. Ask an admin to grant it to you.',
    fr: 'Il vous faut pour cela le droit {{permission}}. Demandez à un administrateur de vous l’accorder.',
  },
  'xainik.text_too_long': {
    en: 'The text has {{length}} characters; at most {{max}} are allowed. Shorten it.',
    fr: 'Le texte compte {{length}} caractères ; {{max}} au plus sont permis. Raccourcissez-le.',
  },
  'activity.immutable': {
    en: 'The activity log is a record of what happened: it can’t be changed or deleted.',
    fr: 'Le journal d’activité garde la trace de ce qui s’est passé : il ne peut être ni modifié ni supprimé.',
  },
  'moderation.status_required': { en: 'Choose: approve or hide.', fr: 'Choisissez : approuver ou masquer.' },
  'moderation.reason_required': {
    en: 'Write why: the author is told when something is hidden.',
    fr: 'Écrivez pourquoi : l’auteur est informé quand un contenu est masqué.',
  },
  'moderation.gone': {
    en: 'It has been deleted meanwhile. Nothing is left to decide.',
    fr: 'Ce contenu a été supprimé entre-temps. Il n’y a plus rien à décider.',
  },
  'moderation.edited': {
    en: 'The author has edited it since you read it. Read it again and decide again.',
    fr: 'L’auteur l’a modifié depuis votre lecture. Relisez-le et décidez à nouveau.',
  },
  'moderation.already_decided': {
    en: 'Somebody else has decided meanwhile ({{moderator}}). Keep that decision, or replace it with yours.',
    fr: 'Quelqu’un d’autre a décidé entre-temps ({{moderator}}). Gardez cette décision ou remplacez-la par la vôtre.',
  },
  'moderation.unchanged': {
    en: 'It is so already. Nothing would change.',
    fr: 'C’est déjà le cas. Rien ne changerait.',
  },
  'user.unknown': { en: 'This person does not exist.', fr: 'Cette personne n’existe pas.' },
  'user_role.required': { en: 'Choose a role.', fr: 'Choisissez un rôle.' },
  'user_role.own': {
    en: 'Nobody changes their own role. Ask another admin.',
    fr: 'Personne ne change son propre rôle. Demandez à un autre administrateur.',
  },
  'user_role.changed': {
    en: '{{user}} has been given another role meanwhile. Look at it and decide again.',
    fr: '{{user}} a reçu un autre rôle entre-temps. Regardez et décidez à nouveau.',
  },
  'user_role.unchanged': {
    en: '{{user}} has this role already. Nothing would change.',
    fr: '{{user}} a déjà ce rôle. Rien ne changerait.',
  },
  'user_role.admins_only': {
    en: 'Only admins make admins, or take the role from one.',
    fr: 'Seuls les administrateurs nomment des administrateurs ou leur retirent ce rôle.',
  },
  'user_role.last_admin': {
    en: '{{user}} is the last admin. Make somebody else an admin first.',
    fr: '{{user}} est le dernier administrateur. Nommez d’abord quelqu’un d’autre.',
  },
  'user_permission.unknown': {
    en: 'Choose one of the permissions on the list.',
    fr: 'Choisissez l’un des droits de la liste.',
  },
  'user_permission.not_for_users': {
    en: '{{user}} is no member of the staff. Permissions are for staff only: change the role first.',
    fr: '{{user}} ne fait pas partie de l’équipe. Les droits sont réservés à l’équipe : changez d’abord le rôle.',
  },
  'user_permission.own': {
    en: 'Nobody grants permissions to themselves. Ask an admin.',
    fr: 'Personne ne s’accorde de droits. Demandez à un administrateur.',
  },
  'user_permission.admins_only': {
    en: 'Only admins hand this permission on, or take it back.',
    fr: 'Seuls les administrateurs transmettent ce droit ou le retirent.',
  },
  'user_permission.held': { en: '{{user}} holds this permission already.', fr: '{{user}} a déjà ce droit.' },
  'user_permission.gone': { en: 'This permission does not exist.', fr: 'Ce droit n’existe pas.' },
  'user_permission.revoked': {
    en: 'Somebody has revoked this permission meanwhile.',
    fr: 'Quelqu’un a retiré ce droit entre-temps.',
  },
  'request.unknown': { en: 'This request does not exist.', fr: 'Cette demande n’existe pas.' },
  'request.moved': {
    en: 'The request has been moved on meanwhile. Look at it and decide again.',
    fr: 'La demande a avancé entre-temps. Regardez-la et décidez à nouveau.',
  },
  'request.transition_not_allowed': {
    en: 'A request can’t go from its status to this one. Choose one of the allowed statuses.',
    fr: 'Une demande ne peut pas passer de son statut à celui-ci. Choisissez l’un des statuts permis.',
  },
  'request.comment_required': {
    en: 'Write why: the recruiter is told when a request is declined.',
    fr: 'Écrivez pourquoi : le recruteur est informé quand une demande est refusée.',
  },
  'request.note_empty': { en: 'Write a note first.', fr: 'Écrivez d’abord une note.' },
  'numbering.keeps': {
    en: 'What has a number stays: it can’t be deleted, and keeps its number. Make the invoice void instead.',
    fr: 'Ce qui porte un numéro reste : cela ne peut pas être supprimé et garde son numéro. Annulez plutôt la facture.',
  },
  'invoice.unknown': { en: 'This invoice does not exist.', fr: 'Cette facture n’existe pas.' },
  'invoice.due_invalid': {
    en: 'Choose a term of payment between 0 and {{days}} days.',
    fr: 'Choisissez un délai de paiement de 0 à {{days}} jours.',
  },
  'invoice.no_draft': {
    en: 'This invoice has been issued meanwhile ({{number}}).',
    fr: 'Cette facture a été émise entre-temps ({{number}}).',
  },
  'invoice.empty': {
    en: 'This invoice bills nothing. Add lines and amounts to the draft first.',
    fr: 'Cette facture ne facture rien. Ajoutez d’abord des lignes et des montants au brouillon.',
  },
  'invoice.reason_required': {
    en: 'Write why it is made void: the reason stays on the invoice.',
    fr: 'Écrivez pourquoi elle est annulée : le motif reste sur la facture.',
  },
  'invoice.moved': {
    en: 'The status of invoice {{number}} has changed meanwhile. Look at it and decide again.',
    fr: 'Le statut de la facture {{number}} a changé entre-temps. Regardez-la et décidez à nouveau.',
  },
  'invoice.not_voidable': {
    en: 'Only an issued invoice that is not paid can be made void.',
    fr: 'Seule une facture émise et impayée peut être annulée.',
  },
  'invoice.partly_paid': {
    en: 'A part of this invoice has been paid. It can’t be made void.',
    fr: 'Une partie de cette facture a été payée. Elle ne peut pas être annulée.',
  },
  'receipt.method_required': { en: 'Choose how it was paid.', fr: 'Choisissez le moyen de paiement.' },
  'receipt.amount_invalid': { en: 'Enter an amount above zero.', fr: 'Saisissez un montant supérieur à zéro.' },
  'receipt.not_open': {
    en: 'Invoice {{number}} does not wait for a payment any more.',
    fr: 'La facture {{number}} n’attend plus de paiement.',
  },
  'receipt.draft': {
    en: 'This invoice is a draft. Issue it first.',
    fr: 'Cette facture est un brouillon. Émettez-la d’abord.',
  },
  'receipt.too_much': {
    en: 'Only {{open}} {{currency}} are still to be paid, in the smallest unit.',
    fr: 'Il ne reste à payer que {{open}} {{currency}}, dans la plus petite unité.',
  },
  'payment_events.too_recent': {
    en: 'Reports of the last {{days}} days stay where they are. Choose an earlier day.',
    fr: 'Les événements des {{days}} derniers jours restent en place. Choisissez un jour antérieur.',
  },
  'email.unknown': { en: 'This e-mail does not exist.', fr: 'Cet e-mail n’existe pas.' },
  'email.resent': {
    en: '{{to}} has been sent this e-mail again already.',
    fr: 'Cet e-mail a déjà été renvoyé à {{to}}.',
  },
  'email.not_failed': {
    en: 'Only an e-mail that failed or came back is sent again.',
    fr: 'Seul un e-mail échoué ou revenu est renvoyé.',
  },
}
