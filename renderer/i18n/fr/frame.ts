import type { frame as words } from '../en/frame.ts'
import type { Words } from '../words.ts'

export const frame: Words<typeof words> = {
  workspaces: 'Espaces de travail',
  addWorkspace: 'Ajouter un espace de travail',
  pendingHere: '{{name}} : {{count}} non envoyé(s)',
  nav: {
    label: 'Pages de {{name}}',
    review: 'À vérifier',
    dossiers: 'Dossiers',
    sync: 'Synchronisation',
    outbox: 'Boîte d’envoi',
    conflicts: 'Conflits',
    settings: 'Réglages',
    collapse: 'Masquer la navigation',
    expand: 'Afficher la navigation',
  },
  person: {
    menu: 'Compte et réglages',
    signedInAs: 'Connecté en tant que',
    workOffline: 'Travailler hors ligne',
    settings: 'Réglages',
    signOut: 'Se déconnecter',
  },
}
