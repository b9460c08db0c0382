import { safeStorage } from 'electron'
import type { Vault } from '../vault.ts'

const MARK = 'keychain1:'

/**
 * A vault under the key that the system's keychain keeps for this app. Where the system has none (Linux without a
 * keyring), `fallback` seals. What another host has sealed with the fallback can be opened here too.
 */
export function keychainVault(fallback: Vault): Vault {
  return {
    async seal(text) {
      if (!(await hasKeychain())) return await fallback.seal(text)
      return MARK + (await safeStorage.encryptStringAsync(text)).toString('base64')
    },
    async open(sealed) {
      if (!sealed.startsWith(MARK)) return await fallback.open(sealed)
      try {
        const { result } = await safeStorage.decryptStringAsync(Buffer.from(sealed.slice(MARK.length), 'base64'))
        return result
      } catch {
        return null
      }
    },
  }
}

/** Chromium's `basic_text` encrypts with a password that everybody knows. */
async function hasKeychain(): Promise<boolean> {
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return false
  return await safeStorage.isAsyncEncryptionAvailable()
}
