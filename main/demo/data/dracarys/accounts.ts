import type { Account } from '../demo-system.ts'

/**
 * People who can sign in to the demo cloud. Their passwords are public: they open nothing but data that was made up, on
 * the machine that made it. The learner is there to be refused: the console is not for them.
 */
export const accounts = {
  nadia: {
    id: 'a2000000-0000-4000-8000-000000000001',
    email: 'nadia.benali@dracarys.example',
    password: 'Ember-Balcony-72',
    role: 'admin',
    name: 'Nadia Benali',
    language: 'fr',
  },
  callum: {
    id: 'a2000000-0000-4000-8000-000000000002',
    email: 'callum.reid@dracarys.example',
    password: 'Harbour-Thistle-19',
    role: 'moderator',
    name: 'Callum Reid',
    language: 'en',
  },
  solene: {
    id: 'c2000000-0000-4000-8000-000000000001',
    email: 'solene.marchal@courriel.example',
    password: 'Bougie-Riviere-54',
    role: 'learner',
    name: 'Solène Marchal',
    language: 'fr',
  },
} as const satisfies Record<string, Account>
