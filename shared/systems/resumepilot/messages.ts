import type { Label } from '#shared/systems/manifest.ts'

/** The sentence for each code by which a function of the database says no, with the params in braces. */
export const messages: Readonly<Record<string, Label>> = {
  'resumepilot.staff_only': {
    en: 'Only active staff members can do this. Sign in with a staff account, or ask a super admin to let you back in.',
    fr: 'Seuls les membres actifs de l’équipe peuvent faire cela. Connectez-vous avec un compte de l’équipe ou demandez à un super administrateur de vous rétablir.',
  },
  'resumepilot.super_admin_only': {
    en: 'Only super admins can do this. Ask a super admin.',
    fr: 'Seuls les super administrateurs peuvent faire cela. Adressez-vous à l’un d’eux.',
  },
  'resumepilot.permission_needed': {
    en: 'You need the permission {{permission}} for this. Ask a super admin to grant it to you.',
    fr: 'Il vous faut pour cela le droit {{permission}}. Demandez à un super administrateur de vous l’accorder.',
  },
  'resumepilot.reason_required': {
    en: 'Write why: the reason stays in the log.',
    fr: 'Écrivez pourquoi : le motif reste dans le journal.',
  },
  'resumepilot.text_too_long': {
    en: 'The text has {{length}} characters; at most {{max}} are allowed. Shorten it.',
    fr: 'Le texte compte {{length}} caractères ; {{max}} au plus sont permis. Raccourcissez-le.',
  },
  'usage.only_up': {
    en: 'What has been used can’t be made smaller.',
    fr: 'Ce qui a été utilisé ne peut pas être réduit.',
  },
  'usage.action_unknown': {
    en: 'Choose what is counted: interview or cover_letter.',
    fr: 'Choisissez ce qui est compté : interview ou cover_letter.',
  },
  'usage.month_invalid': {
    en: 'Write the month as year and month, like 2026-03.',
    fr: 'Écrivez le mois sous la forme année et mois, comme 2026-03.',
  },
  'usage.gone': {
    en: 'This month is not kept any more. Nothing is left to correct.',
    fr: 'Ce mois n’est plus conservé. Il n’y a plus rien à corriger.',
  },
  'usage.count_invalid': {
    en: 'Enter a whole number, zero or more.',
    fr: 'Saisissez un nombre entier, zéro ou plus.',
  },
  'usage.counted': {
    en: 'The counter of {{month}} has moved meanwhile. Look at it and decide again.',
    fr: 'Le compteur de {{month}} a bougé entre-temps. Regardez-le et décidez à nouveau.',
  },
  'usage.unchanged': {
    en: 'The counter shows this already. Nothing would change.',
    fr: 'Le compteur l’indique déjà. Rien ne changerait.',
  },
  'person.unknown': { en: 'This person does not exist, or not any more.', fr: 'Cette personne n’existe pas, ou plus.' },
  'person.gone': {
    en: 'This person has been erased already. Nothing is left to do.',
    fr: 'Cette personne a déjà été effacée. Il n’y a plus rien à faire.',
  },
  'person.email_differs': {
    en: 'This is not the e-mail address of the person. Nothing was erased.',
    fr: 'Ce n’est pas l’adresse e-mail de la personne. Rien n’a été effacé.',
  },
  'person.is_staff': {
    en: 'This person is on the staff. Suspend them first.',
    fr: 'Cette personne fait partie de l’équipe. Suspendez-la d’abord.',
  },
  'generation.unknown': {
    en: 'This resume does not exist, or not any more.',
    fr: 'Ce CV n’existe pas, ou plus.',
  },
  'generation.not_failed': {
    en: 'This resume is not a failed one any more. Nothing is left to decide.',
    fr: 'Ce CV n’est plus en échec. Il n’y a plus rien à décider.',
  },
  'generation.failed_again': {
    en: 'It was tried again meanwhile and failed for another reason. Read it and decide again.',
    fr: 'Une nouvelle tentative a échoué entre-temps pour une autre raison. Lisez-la et décidez à nouveau.',
  },
  'subscription.unknown': {
    en: 'This subscription does not exist, or not any more.',
    fr: 'Cet abonnement n’existe pas, ou plus.',
  },
  'subscription.plan_required': { en: 'Choose a plan.', fr: 'Choisissez une formule.' },
  'subscription.status_required': { en: 'Choose a status.', fr: 'Choisissez un statut.' },
  'subscription.changed': {
    en: 'This subscription has changed meanwhile. Look at it and decide again.',
    fr: 'Cet abonnement a changé entre-temps. Regardez-le et décidez à nouveau.',
  },
  'subscription.unchanged': {
    en: 'It is so already. Nothing would change.',
    fr: 'C’est déjà le cas. Rien ne changerait.',
  },
  'subscription.not_running': {
    en: 'Only an active subscription can end at the end of its period.',
    fr: 'Seul un abonnement actif peut se terminer avec sa période.',
  },
  'subscription.another_active': {
    en: 'This person has another active subscription. End that one first.',
    fr: 'Cette personne a un autre abonnement actif. Mettez d’abord fin à celui-ci.',
  },
  'retention.kind_required': { en: 'Choose what is purged.', fr: 'Choisissez ce qui est purgé.' },
  'staff.unknown': { en: 'This person is not on the staff.', fr: 'Cette personne ne fait pas partie de l’équipe.' },
  'staff.own': {
    en: 'Nobody changes their own place on the staff. Ask another super admin.',
    fr: 'Personne ne modifie sa propre place dans l’équipe. Demandez à un autre super administrateur.',
  },
  'staff.permission_required': { en: 'Choose a permission.', fr: 'Choisissez un droit.' },
  'staff.changed': {
    en: 'Somebody has done this already for {{email}}. Nothing is left to decide.',
    fr: 'Quelqu’un l’a déjà fait pour {{email}}. Il n’y a plus rien à décider.',
  },
}
