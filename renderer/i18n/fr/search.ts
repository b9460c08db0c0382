import type { search as words } from '../en/search.ts'
import type { Words } from '../words.ts'

export const search: Words<typeof words> = {
  title: 'Tout chercher',
  placeholder: 'Un nom, une référence, un identifiant ou une page',
  found: 'Ce qui a été trouvé',
  goTo: 'Aller à',
  kind: { page: 'Page', view: 'Vue', table: 'Table' },
  more_one: '{{number}} autre ligne',
  more_other: '{{number}} autres lignes',
  hint: 'La recherche porte sur toutes les tables de cet espace, sur cet ordinateur.',
  searching: 'Recherche en cours…',
  nothing: 'Aucune ligne ne contient « {{text}} ».',
  rows_one: '{{number}} ligne trouvée',
  rows_other: '{{number}} lignes trouvées',
}
