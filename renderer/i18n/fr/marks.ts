import type { marks as words } from '../en/marks.ts'
import type { Words } from '../words.ts'

export const marks: Words<typeof words> = {
  pending: 'En attente',
  saved: 'Enregistré ici',
  conflict: 'Conflit',
  rejected: 'Refusé',
  proposed: 'Proposé',
  stale: 'Pas à jour',
  fetched: 'Récupéré',
  held: 'Suspendu',
  hint: {
    pending: 'Attend d’être envoyé. Partira dès que vous serez en ligne.',
    saved: 'Enregistré sur cet ordinateur. Sera envoyé quand vous serez en ligne.',
    conflict: 'Quelqu’un d’autre a modifié la même chose. À vous de choisir ce qui reste.',
    rejected: 'Le serveur l’a refusé. Rien n’y a été modifié.',
    proposed: 'Proposé. Quelqu’un d’autre doit le confirmer.',
    stale: 'Date d’un moment antérieur. Le plus récent sera cherché en ligne.',
    fetched: 'Pas gardé sur cet ordinateur, récupéré à la demande. Affiché tel qu’il était alors.',
    held: 'Attend une décision précédente qui a été refusée.',
  },
}
