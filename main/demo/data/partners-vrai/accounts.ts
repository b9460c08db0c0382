import type { Account } from '../demo-system.ts'

/**
 * People who can sign in to the demo cloud. Their passwords are public: they open nothing but data that was made up, on
 * the machine that made it.
 */
export const accounts = {
  marie: {
    id: 'a0000000-0000-4000-8000-000000000001',
    email: 'marie.lambert@partners-vrai.example',
    password: 'Quai-Voltaire-1789',
    role: 'agent',
    name: 'Marie Lambert',
    language: 'fr',
  },
  karim: {
    id: 'a0000000-0000-4000-8000-000000000002',
    email: 'karim.haddad@partners-vrai.example',
    password: 'Harbour-Lantern-42',
    role: 'agent',
    name: 'Karim Haddad',
    language: 'en',
  },
  elise: {
    id: 'a0000000-0000-4000-8000-000000000003',
    email: 'elise.fontaine@partners-vrai.example',
    password: 'Belvedere-Orage-77',
    role: 'super_admin',
    name: 'Élise Fontaine',
    language: 'fr',
  },
  camille: {
    id: 'c0000000-0000-4000-8000-000000000001',
    email: 'camille.moreau@ateliermoreau.example',
    password: 'Atelier-Cerise-2031',
    role: 'client',
    name: 'Camille Moreau',
    language: 'fr',
  },
  oliver: {
    id: 'c0000000-0000-4000-8000-000000000002',
    email: 'oliver.grant@granthill.example',
    password: 'Copper-Meadow-58',
    role: 'suspended',
    name: 'Oliver Grant',
    language: 'en',
  },
} as const satisfies Record<string, Account>
