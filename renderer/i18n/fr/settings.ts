import type { settings as words } from '../en/settings.ts'
import type { Words } from '../words.ts'

export const settings: Words<typeof words> = {
  title: 'Réglages',
  note: 'Sur cet ordinateur',
  theme: { label: 'Thème', system: 'Comme le système', light: 'Clair', dark: 'Sombre' },
  language: { label: 'Langue', en: 'English', fr: 'Français' },
  density: { label: 'Densité des listes', compact: 'Serrée', normal: 'Normale', comfortable: 'Aérée' },
  offline: {
    label: 'Travailler hors ligne',
    hint: 'Rien de {{workspace}} n’est envoyé ni récupéré. Vos décisions restent sur cet ordinateur jusqu’à votre retour en ligne.',
  },
}
