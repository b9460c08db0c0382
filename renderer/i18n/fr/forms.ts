import type { forms as words } from '../en/forms.ts'
import type { Words } from '../words.ts'

export const forms: Words<typeof words> = {
  actions: 'Actions',
  choose: 'Choisir',
  byDefault: 'par défaut',
  nothingFound: 'Rien trouvé',
  notJson: 'Ce n’est pas du JSON : vérifiez les guillemets et les virgules.',
  saved: 'Enregistré : {{what}}',
}
