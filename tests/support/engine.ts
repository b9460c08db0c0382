import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { type Engine, type EngineOptions, openEngine } from '#main/engine.ts'
import { fileVault } from '#main/host/file-vault.ts'
import { openLog } from '#main/host/log.ts'
import type { Api, EngineEvent } from '#shared/contract/contract.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import { testTemplates } from './templates.ts'

/** An engine in this process, asked through its contract. */
export interface TestEngine {
  readonly home: string
  readonly api: Api
  readonly events: EngineEvent[]
  /** Closes it and opens it again on the same folder. */
  restart(): Promise<void>
  /** Closes it, lets something be done to its folder, and opens it again. */
  whileClosed(work: () => Promise<void> | void): Promise<void>
  /** Closes it, changes its mirror behind its back, and opens it again. */
  tamper(folder: string, sql: string): Promise<void>
  /** Waits until something holds, looking again whenever the engine tells something. */
  until(holds: () => Promise<boolean>): Promise<void>
  close(): Promise<void>
}

export async function openTestEngine(more: Partial<EngineOptions> = {}): Promise<TestEngine> {
  const home = await mkdtemp(join(tmpdir(), 'outpost-engine-'))
  await mkdir(testTemplates, { recursive: true })
  await symlink(testTemplates, join(home, 'templates'))
  const events: EngineEvent[] = []
  let engine = await open(home, events, more)
  return {
    home,
    events,
    api: apiOver((path, input) => engine.call(path, input)),
    restart: async () => {
      await engine.close()
      engine = await open(home, events, more)
    },
    whileClosed: async (work) => {
      await engine.close()
      await work()
      engine = await open(home, events, more)
    },
    tamper: async (folder, sql) => {
      await engine.close()
      const database = await PGlite.create({ dataDir: folder, extensions: { pg_trgm, pgcrypto, unaccent } })
      await database.exec(`set session_replication_role = replica; ${sql}`)
      await database.close()
      engine = await open(home, events, more)
    },
    until: async (holds) => {
      const deadline = Date.now() + 150_000
      while (!(await holds())) {
        if (Date.now() > deadline) throw new Error('It did not come true in time.')
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
    close: async () => {
      await engine.close()
      await rm(home, { recursive: true, force: true })
    },
  }
}

async function open(home: string, events: EngineEvent[], more: Partial<EngineOptions>): Promise<Engine> {
  const engine = await openEngine({ home, vault: fileVault(home), log: openLog(home, 'engine'), ...more })
  engine.listen((event) => events.push(event))
  return engine
}

/** The contract as functions that throw the problem of a refusal, as the screens have it. */
export function apiOver(call: Engine['call']): Api {
  const subject = (name: string) =>
    new Proxy({}, { get: (_, method: string) => (input: unknown) => answered(call(`${name}.${method}`, input)) })
  return new Proxy({}, { get: (_, name: string) => subject(name) }) as Api
}

async function answered(reply: ReturnType<Engine['call']>): Promise<unknown> {
  const answer = await reply
  if (answer.ok) return answer.value
  const { code, message, ...more } = answer.error
  throw new OutpostError(code, message, more)
}
