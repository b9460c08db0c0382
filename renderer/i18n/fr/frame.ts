import type { frame as words } from '../en/frame.ts'
import type { Words } from '../words.ts'

export const frame: Words<typeof words> = {
  skip: 'Aller à la page',
  workspaces: 'Espaces de travail',
  addWorkspace: 'Ajouter un espace de travail',
  notSent_one: '{{count}} non envoyée',
  notSent_other: '{{count}} non envoyées',
  state: {
    'signed-out': 'déconnecté',
    online: 'en ligne',
    syncing: 'synchronisation',
    offline: 'hors ligne',
    attention: 'à regarder',
  },
  linkLost: 'Le moteur de la console ne répond pas. Ce qui était enregistré est en sûreté ; reconnexion…',
  noWorkspace: 'Aucun espace « {{name}} » sur cet ordinateur.',
  noWorkspaceHint: 'Choisissez-en un autre à gauche, ou ajoutez-le.',
  nav: {
    label: 'Pages de {{name}}',
    review: 'À vérifier',
    dossiers: 'Dossiers',
    organizations: 'Organisations',
    plans: 'Formules',
    audit: 'Journal d’audit',
    tables: 'Tables',
    allTables: 'Toutes les tables',
    dashboards: 'Tableaux de bord',
    sql: 'SQL',
    sync: 'Synchronisation',
    status: 'État',
    outbox: 'Boîte d’envoi',
    conflicts: 'Conflits',
    settings: 'Réglages',
    collapse: 'Masquer la navigation',
    expand: 'Afficher la navigation',
  },
  person: {
    menu: 'Compte et réglages',
    workOffline: 'Travailler hors ligne',
    settings: 'Réglages',
    signOut: 'Se déconnecter',
  },
  role: {
    agent: 'Agent',
    admin: 'Administrateur',
    super_admin: 'Super-administrateur',
    client: 'Client',
    suspended: 'Suspendu',
    authenticated: 'Membre',
  },
  signOut: {
    title: 'Se déconnecter de {{workspace}} ?',
    nothing:
      'Tout ce que vous avez décidé est sur le serveur. Les lignes et les fichiers quittent cet ordinateur et reviendront à votre prochaine connexion.',
    pending_one:
      '{{count}} décision n’est pas encore envoyée. Elle reste sur cet ordinateur et partira à votre prochaine connexion.',
    pending_other:
      '{{count}} décisions ne sont pas encore envoyées. Elles restent sur cet ordinateur et partiront à votre prochaine connexion.',
  },
}
