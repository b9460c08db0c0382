import type { Account } from '../demo-system.ts'

/**
 * People who can sign in to the demo cloud. Their passwords are public: they open nothing but data that was made up, on
 * the machine that made it. The last one uses the product, and is there to be refused: the console is not for them.
 */
export const accounts = {
  nora: {
    id: 'a2000000-0000-4000-8000-000000000001',
    email: 'nora.whitfield@resumepilot.example',
    password: 'Paper-Lantern-47',
    role: 'super_admin',
    name: 'Nora Whitfield',
    language: 'en',
  },
  antoine: {
    id: 'a2000000-0000-4000-8000-000000000002',
    email: 'antoine.garnier@resumepilot.example',
    password: 'Verger-Boussole-19',
    role: 'admin',
    name: 'Antoine Garnier',
    language: 'fr',
  },
  hannah: {
    id: 'c2000000-0000-4000-8000-000000000001',
    email: 'hannah.okafor@mailbox.example',
    password: 'Kettle-Harvest-82',
    role: 'user',
    name: 'Hannah Okafor',
    language: 'en',
  },
} as const satisfies Record<string, Account>
