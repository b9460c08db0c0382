import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Vault } from './vault.ts'

const MARK = 'file1:'
const KEY_BYTES = 32
const IV_BYTES = 12
const TAG_BYTES = 16

/**
 * A vault without a keychain: AES-256-GCM under a key file that only this user may read. It protects a journal that
 * is copied or sent somewhere, not one whose whole folder is stolen; the desktop host uses the system's keychain.
 */
export function fileVault(home: string): Vault {
  const key = readOrMakeKey(home)
  return {
    async seal(text) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, iv)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return MARK + Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64')
    },
    async open(sealed) {
      if (!sealed.startsWith(MARK)) return null
      const bytes = Buffer.from(sealed.slice(MARK.length), 'base64')
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES))
        decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
        return decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
      } catch {
        return null
      }
    },
  }
}

/** Two processes may start at once: the key is written aside and linked into place, and only one link can win. */
function readOrMakeKey(home: string): Buffer {
  const file = join(home, 'vault.key')
  mkdirSync(home, { recursive: true, mode: 0o700 })
  try {
    return readKey(file)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
  const aside = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(aside, randomBytes(KEY_BYTES), { mode: 0o600, flush: true })
  try {
    linkSync(aside, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(aside, { force: true })
  }
  return readKey(file)
}

function readKey(file: string): Buffer {
  const key = readFileSync(file)
  if (key.length === KEY_BYTES) return key
  throw new Error(`${file} is not a key of Outpost. Delete it and sign in again.`)
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
