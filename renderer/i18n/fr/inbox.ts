import type { inbox as words } from '../en/inbox.ts'
import type { Words } from '../words.ts'

export const inbox: Words<typeof words> = {
  title: 'Boîte de réception',
  hint: 'Ce qui attend dans tous les espaces de cet ordinateur',
  needs_one: '{{count}} a besoin de vous',
  needs_other: '{{count}} ont besoin de vous',
  part: '{{name}}, {{workspace}}',
  signIn: 'Se reconnecter',
  signInHint: 'Rien n’est envoyé d’ici là.',
  problem: 'Demande votre attention',
  pending_one: '{{count}} décision attend d’être envoyée',
  pending_other: '{{count}} décisions attendent d’être envoyées',
  more_one: '{{count}} autre conflit ou refus',
  more_other: '{{count}} autres conflits et refus',
  waitingFor_one: '{{count}} décision attend {{email}}',
  waitingFor_other: '{{count}} décisions attendent {{email}}',
  somebody: 'quelqu’un d’autre',
  work_one: '{{number}} ligne attend',
  work_other: '{{number}} lignes attendent',
  empty: {
    title: 'Rien n’attend',
    hint: 'Tout est envoyé, et personne ne vous attend dans aucun espace de cet ordinateur.',
  },
}
