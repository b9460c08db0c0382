import { describe, expect, it } from 'vitest'
import { tableWords } from '#renderer/features/workspaces/systems.ts'
import { manifests } from '#shared/systems/systems.ts'

describe.each(manifests)('the names of the tables of $system', (manifest) => {
  it.each(['en', 'fr'])('tell accounts and people apart, in %s', (language) => {
    const accounts = tableWords(manifest, 'auth.users', language)
    const own = Object.keys(manifest.tables).map((table) => tableWords(manifest, `public.${table}`, language))
    expect(accounts).toBe(language === 'fr' ? 'Comptes (connexion)' : 'Accounts (sign-in)')
    expect(own).not.toContain(accounts)
  })
})

describe('the names of the tables of a project that nobody wrote words for', () => {
  it('are told apart as well, where it has a table of users', () => {
    expect(tableWords(undefined, 'public.users', 'en')).toBe('Users')
    expect(tableWords(undefined, 'auth.users', 'en')).toBe('Accounts (sign-in)')
  })
})
