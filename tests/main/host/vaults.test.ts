import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { keychainVault } from '#main/host/electron/keychain-vault.ts'
import { fileVault } from '#main/host/file-vault.ts'
import { safeStorage } from './support/electron.ts'
import { scratch } from './support/sample-host.ts'

vi.mock('electron', () => import('./support/electron.ts'))

const folder = scratch()
const other = scratch()
afterAll(() => {
  folder.remove()
  other.remove()
})

describe('the vault with a key file', () => {
  it('opens what it sealed, also after a restart, and shows nothing of it', async () => {
    const sealed = await fileVault(folder.path).seal('a token é')
    expect(sealed).not.toContain('token')
    expect(await fileVault(folder.path).open(sealed)).toBe('a token é')
    expect(await fileVault(folder.path).seal('a token é')).not.toBe(sealed)
  })

  it('opens nothing that was changed, or sealed by another vault', async () => {
    const vault = fileVault(folder.path)
    const sealed = await vault.seal('a token')
    const changed = `${sealed.slice(0, -4)}${sealed.endsWith('A===') ? 'BBBB' : 'AAAA'}`
    for (const text of [changed, 'file1:', 'file1:AAAA', '', 'a token', 'keychain1:AAAA'])
      expect(await vault.open(text)).toBeNull()
    expect(await fileVault(other.path).open(sealed)).toBeNull()
  })

  it('keeps its key where only this user can read it', async () => {
    fileVault(folder.path)
    expect(statSync(join(folder.path, 'vault.key')).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(folder.path, 'vault.key'))).toHaveLength(32)
  })

  it('says what to do when its key is damaged', () => {
    writeFileSync(join(other.path, 'vault.key'), 'short')
    expect(() => fileVault(other.path)).toThrow('Delete it and sign in again')
  })
})

describe('the vault in the keychain', () => {
  const fallback = fileVault(folder.path)
  const vault = keychainVault(fallback)
  beforeEach(() => Object.assign(safeStorage, { available: true, backend: 'gnome_libsecret' }))

  it('seals with the keychain', async () => {
    const sealed = await vault.seal('token')
    expect(sealed).toMatch(/^keychain1:/)
    expect(await vault.open(sealed)).toBe('token')
    expect(await fallback.open(sealed)).toBeNull()
  })

  it.each([{ available: false }, { backend: 'basic_text' }])(
    'seals with the key file where there is no real one (%j)',
    async (state) => {
      Object.assign(safeStorage, state)
      expect(await vault.seal('token')).toMatch(/^file1:/)
    },
  )

  it('opens what the command line sealed', async () => {
    expect(await vault.open(await fallback.seal('token'))).toBe('token')
  })

  it('answers null, and does not fail, when the keychain has lost its key', async () => {
    expect(await vault.open(`keychain1:${Buffer.from('lost').toString('base64')}`)).toBeNull()
  })
})
