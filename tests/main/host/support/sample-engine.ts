import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OpenEngine } from '#main/host/engine-runner.ts'
import type { EngineEvent, Reply } from '#shared/contract/contract.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import { settingsValue } from '#shared/contract/settings.ts'

/**
 * A stand-in for the engine, so that its host's behaviour can be called up at will: it echoes, hangs, throws, tells
 * and dies on command. The engine itself is tested by its own tests and by the journeys.
 */
export const openSampleEngine: OpenEngine = async ({ home, vault }) => {
  if (existsSync(join(home, 'broken'))) throw new OutpostError('disk_full', 'The disk is full.')
  const listeners = new Set<(event: EngineEvent) => void>()
  async function call(path: string, input: unknown): Promise<Reply> {
    switch (path) {
      case 'sample.throw':
        throw new Error('a defect with a secret in it')
      case 'sample.dieOnce':
        if (existsSync(join(home, 'died'))) return { ok: true, value: { path, input } }
        writeFileSync(join(home, 'died'), '')
        setImmediate(() => {
          throw new Error('died as asked')
        })
        return await new Promise<Reply>(() => {})
      case 'entries.submit':
      case 'sample.wait':
        return await new Promise<Reply>(() => {})
      case 'sample.tell':
        for (const listener of listeners) listener({ event: 'workspacesChanged' })
        return { ok: true, value: listeners.size }
      case 'sample.seal': {
        const sealed = await vault.seal(String(input))
        return { ok: true, value: [sealed.split(':')[0], await vault.open(sealed)] }
      }
      case 'settings.get':
        return { ok: true, value: { theme: 'dark', language: 'en', density: 'normal' } }
      case 'sample.settings':
        for (const listener of listeners) listener({ event: 'settingsChanged', settings: settingsValue.parse(input) })
        return { ok: true, value: null }
      default:
        return { ok: true, value: { path, input } }
    }
  }
  return {
    call,
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async close() {
      if (existsSync(join(home, 'stuck'))) await new Promise<void>(() => {})
      writeFileSync(join(home, 'closed'), '')
    },
  }
}
