import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import type { PendingEntry } from '#main/mirror/cut.ts'
import { Mirror } from '#main/mirror/mirror.ts'
import type { Entry, Operation, Request } from '#shared/model/entry.ts'
import { hello, pullPage, snapshotPage } from '#shared/model/protocol.ts'
import type { TestDatabase } from '#tests/support/database.ts'
import { addPerson, type TestPerson } from '#tests/support/people.ts'
import { createDatabase } from '#tests/support/postgres.ts'
import { testTemplates } from '#tests/support/templates.ts'

/** A mirror and the server that it is of, without a journal or a network between them. */
export interface ServedMirror {
  readonly server: TestDatabase
  readonly mirror: Mirror
  /** Closes the mirror, changes it behind its back, and opens it again. */
  tamper(sql: string): Promise<void>
  readonly claims: { readonly sub: string; readonly email: string }
  /** The first copy. */
  fill(): Promise<void>
  /** Stages what changed; answers the cursor to which it leads. */
  stage(): Promise<string>
  /** Takes a decision here; they count from 1. */
  decide(request: Request): Promise<PendingEntry>
  close(): Promise<void>
}

export async function openServedMirror(): Promise<ServedMirror> {
  const server = await createDatabase({ layers: ['platform', 'partners-vrai', 'sync'] })
  const agent: TestPerson = await addPerson(server, 'super_admin', 'Élise')
  const folder = mkdtempSync(join(tmpdir(), 'outpost-mirror-'))
  const open = () => Mirror.open(join(folder, 'mirror'), 'partners-vrai', testTemplates)
  let mirror = await open()
  const claims = { sub: agent.sub, email: agent.email }
  let decided = 0

  const ask = async (sql: string, params: unknown[] = []) => {
    const [row] = await server.as(agent, (query) => query<{ answer: unknown }>(`select ${sql} as answer`, params))
    return row?.answer
  }

  return {
    server,
    get mirror() {
      return mirror
    },
    claims,
    tamper: async (sql) => {
      await mirror.close()
      const database = await PGlite.create({
        dataDir: join(folder, 'mirror'),
        extensions: { pg_trgm, pgcrypto, unaccent },
      })
      await database.exec(sql)
      await database.close()
      mirror = await open()
    },
    fill: async () => {
      const answer = hello.parse(await ask('console_hello()'))
      await mirror.attach(answer.relations)
      await mirror.setFact('cursor', answer.cursor)
      for (const { relation } of await mirror.loading()) {
        await mirror.loadPage(snapshotPage.parse(await ask('console_snapshot($1, null, 50000)', [relation])))
      }
    },
    stage: async () => {
      const { cursor } = await mirror.facts()
      const page = pullPage.parse(await ask('console_pull($1, null, 20000)', [cursor]))
      await mirror.stage(page)
      return page.cursor
    },
    decide: async (request) => {
      const id = randomUUID()
      decided += 1
      const seq = decided
      let written: { operation: Operation; dependsOn: string[] } | undefined
      const write = ({ operation, subject, dependsOn }: Pick<Entry, 'operation' | 'subject' | 'dependsOn'>): Entry => {
        written = { operation, dependsOn }
        const madeAt = '2026-11-20T08:00:00Z'
        return { id, seq, person: agent.sub, device: id, madeAt, operation, subject, dependsOn }
      }
      await mirror.submit({ id, claims, request, subjectQuery: null, write })
      if (!written) throw new Error('Nothing was written.')
      return { id, seq, ...written }
    },
    close: async () => {
      await mirror.close()
      await server.close()
      rmSync(folder, { recursive: true })
    },
  }
}
