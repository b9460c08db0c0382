import type { Account } from '../demo-system.ts'

/**
 * People who can sign in to the demo cloud. Their passwords are public: they open nothing but data that was made up, on
 * the machine that made it.
 */
export const accounts = {
  ines: {
    id: 'b0000000-0000-4000-8000-000000000001',
    email: 'ines.marchal@linkdev.example',
    password: 'Pavillon-Cobalt-31',
    role: 'super_admin',
    name: 'Inès Marchal',
    language: 'fr',
  },
  daniel: {
    id: 'b0000000-0000-4000-8000-000000000002',
    email: 'daniel.foster@linkdev.example',
    password: 'Harvest-Signal-64',
    role: 'admin',
    name: 'Daniel Foster',
    language: 'en',
  },
  solene: {
    id: 'd0000000-0000-4000-8000-000000000001',
    email: 'solene.perrot@ateliersolstice.example',
    password: 'Solstice-Ardoise-12',
    role: 'owner',
    name: 'Solène Perrot',
    language: 'fr',
  },
  toby: {
    id: 'd0000000-0000-4000-8000-000000000002',
    email: 'toby.wallis@ateliersolstice.example',
    password: 'Paper-Lantern-905',
    role: 'member',
    name: 'Toby Wallis',
    language: 'en',
  },
  awa: {
    id: 'd0000000-0000-4000-8000-000000000003',
    email: 'awa.diop@ateliersolstice.example',
    password: 'Corniche-Jasmin-48',
    role: 'viewer',
    name: 'Awa Diop',
    language: 'fr',
  },
} as const satisfies Record<string, Account>
