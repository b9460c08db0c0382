import type { Label } from '#shared/systems/manifest.ts'

/** The sentence for each code by which a function of the database says no, with the params in braces. */
export const messages: Readonly<Record<string, Label>> = {
  not_staff: {
    en: 'Only active staff members can do this. Sign in with a staff account, or ask a super admin to activate yours.',
    fr: 'Seuls les membres actifs de l’équipe peuvent faire cela. Connectez-vous avec un compte de l’équipe ou demandez à un super administrateur d’activer le vôtre.',
  },
  'events.immutable': {
    en: 'Events are a record of what happened: they can’t be changed or deleted.',
    fr: 'Les événements gardent la trace de ce qui s’est passé : ils ne peuvent être ni modifiés ni supprimés.',
  },
  'review.status_required': { en: 'Choose: approve or reject.', fr: 'Choisissez : approuver ou refuser.' },
  'review.comment_required': {
    en: 'Write what is wrong: the client is told when a document is rejected.',
    fr: 'Écrivez ce qui ne va pas : le client est informé quand un document est refusé.',
  },
  'review.comment_too_long': {
    en: 'The comment has {{length}} characters; at most {{max}} are allowed. Shorten it.',
    fr: 'Le commentaire compte {{length}} caractères ; {{max}} au plus sont permis. Raccourcissez-le.',
  },
  'review.document_unknown': {
    en: 'This document does not exist any more. Nothing is left to decide.',
    fr: 'Ce document n’existe plus. Il n’y a plus rien à décider.',
  },
  'review.version_unknown': {
    en: 'This document has no such version. Open it again and decide on the version that it shows.',
    fr: 'Ce document n’a pas cette version. Rouvrez-le et décidez de la version affichée.',
  },
  'review.superseded': {
    en: 'Version {{current_version}} has been uploaded since you decided on version {{version}}. Look at it and decide again.',
    fr: 'La version {{current_version}} a été déposée depuis votre décision sur la version {{version}}. Regardez-la et décidez à nouveau.',
  },
  'review.already_decided': {
    en: '{{reviewer}} has already decided on version {{version}}. Keep that decision, or replace it with yours.',
    fr: '{{reviewer}} a déjà décidé de la version {{version}}. Gardez cette décision ou remplacez-la par la vôtre.',
  },
  'review.nothing_to_replace': {
    en: 'The decision that you wanted to replace was not about version {{version}}. Decide again.',
    fr: 'La décision que vous vouliez remplacer ne portait pas sur la version {{version}}. Décidez à nouveau.',
  },
  'dossier.unknown': { en: 'This dossier does not exist.', fr: 'Ce dossier n’existe pas.' },
  'dossier.comment_too_long': {
    en: 'The comment has {{length}} characters; at most {{max}} are allowed. Shorten it.',
    fr: 'Le commentaire compte {{length}} caractères ; {{max}} au plus sont permis. Raccourcissez-le.',
  },
  'dossier.moved': {
    en: 'The status of dossier {{reference}} has been changed meanwhile. Look at it and decide again.',
    fr: 'Le statut du dossier {{reference}} a changé entre-temps. Regardez-le et décidez à nouveau.',
  },
  'dossier.transition_not_allowed': {
    en: 'A dossier can’t go from its status to this one. Choose one of the allowed statuses.',
    fr: 'Un dossier ne peut pas passer de son statut à celui-ci. Choisissez l’un des statuts permis.',
  },
  'assignment.agent_inactive': {
    en: 'This person is not an active agent. Choose another one.',
    fr: 'Cette personne n’est pas un agent actif. Choisissez-en une autre.',
  },
  'assignment.note_too_long': {
    en: 'The note has {{length}} characters; at most {{max}} are allowed. Shorten it.',
    fr: 'La note compte {{length}} caractères ; {{max}} au plus sont permis. Raccourcissez-la.',
  },
  'assignment.changed': {
    en: 'Dossier {{reference}} is held by {{holder}} now. Leave it so, or assign it all the same.',
    fr: 'Le dossier {{reference}} est maintenant suivi par {{holder}}. Laissez-le ainsi ou attribuez-le quand même.',
  },
  'assignment.released': {
    en: 'Dossier {{reference}} is held by no one now. Leave it so, or assign it all the same.',
    fr: 'Le dossier {{reference}} n’est plus suivi par personne. Laissez-le ainsi ou attribuez-le quand même.',
  },
  'assignment.unchanged': {
    en: 'The dossier is already held that way. Nothing would change.',
    fr: 'Le dossier est déjà attribué ainsi. Rien ne changerait.',
  },
  'link.product_not_sold': {
    en: 'This product is not sold. Choose another one.',
    fr: 'Ce produit n’est pas en vente. Choisissez-en un autre.',
  },
  'link.email_invalid': { en: 'Enter a complete e-mail address.', fr: 'Saisissez une adresse e-mail complète.' },
  'link.amount_invalid': {
    en: 'Enter an amount of zero or more, with at most two decimals.',
    fr: 'Saisissez un montant positif ou nul, avec deux décimales au plus.',
  },
  'link.expiry_invalid': {
    en: 'Choose an expiry within the next {{days}} days.',
    fr: 'Choisissez une expiration dans les {{days}} prochains jours.',
  },
  'link.token_invalid': {
    en: 'Leave the token out: it is made for you.',
    fr: 'Laissez le jeton de côté : il est créé pour vous.',
  },
  'reminder.order_unknown': { en: 'This order does not exist.', fr: 'Cette commande n’existe pas.' },
  'reminder.channel_required': {
    en: 'Choose how the reminder is sent.',
    fr: 'Choisissez comment le rappel est envoyé.',
  },
  'reminder.order_not_unpaid': {
    en: 'This order does not wait for a payment any more. No reminder is needed.',
    fr: 'Cette commande n’attend plus de paiement. Aucun rappel n’est nécessaire.',
  },
  'reminder.client_not_suspended': {
    en: 'Only suspended clients are reminded, and {{client}} is not.',
    fr: 'Seuls les clients suspendus reçoivent un rappel, et {{client}} ne l’est pas.',
  },
  'reminder.too_soon': {
    en: '{{client}} has been reminded in the last 3 days. Wait until {{next_on}}.',
    fr: '{{client}} a reçu un rappel au cours des 3 derniers jours. Attendez le {{next_on}}.',
  },
  'message.empty': { en: 'Write a message first.', fr: 'Écrivez d’abord un message.' },
  'message.too_long': {
    en: 'The message has {{length}} characters; at most {{max}} are allowed. Shorten it.',
    fr: 'Le message compte {{length}} caractères ; {{max}} au plus sont permis. Raccourcissez-le.',
  },
}
