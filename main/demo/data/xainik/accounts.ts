import type { Account } from '../demo-system.ts'

/**
 * People who can sign in to the demo cloud. Their passwords are public: they open nothing but data that was made up, on
 * the machine that made it. The veteran and the recruiter are there to be refused: the console is not for them.
 */
export const accounts = {
  meera: {
    id: 'a1000000-0000-4000-8000-000000000001',
    email: 'meera.krishnan@xainik.example',
    password: 'Banyan-Courtyard-61',
    role: 'admin',
    name: 'Meera Krishnan',
    language: 'en',
  },
  claire: {
    id: 'a1000000-0000-4000-8000-000000000002',
    email: 'claire.fournier@xainik.example',
    password: 'Tilleul-Horizon-1924',
    role: 'moderator',
    name: 'Claire Fournier',
    language: 'fr',
  },
  daniel: {
    id: 'a1000000-0000-4000-8000-000000000003',
    email: 'daniel.palmer@xainik.example',
    password: 'Signal-Orchard-38',
    role: 'moderator',
    name: 'Daniel Palmer',
    language: 'en',
  },
  vikram: {
    id: 'c1000000-0000-4000-8000-000000000001',
    email: 'vikram.rathore@mailbox.example',
    password: 'Monsoon-Compass-45',
    role: 'veteran',
    name: 'Vikram Rathore',
    language: 'en',
  },
  julien: {
    id: 'c1000000-0000-4000-8000-000000000002',
    email: 'julien.moreau@logistique-moreau.example',
    password: 'Entrepot-Cerisier-12',
    role: 'recruiter',
    name: 'Julien Moreau',
    language: 'fr',
  },
} as const satisfies Record<string, Account>
