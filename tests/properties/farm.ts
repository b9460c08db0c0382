import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { expect } from 'vitest'
import { Mirror } from '#main/mirror/mirror.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import type { Operation, Request } from '#shared/model/entry.ts'
import { hello, pullPage, snapshotPage } from '#shared/model/protocol.ts'
import { entryOf, push } from '#tests/migrations/sync/rpc.ts'
import type { Query, TestDatabase } from '#tests/support/database.ts'
import { createDatabase } from '#tests/support/postgres.ts'
import { testTemplates } from '#tests/support/templates.ts'
import type { FarmStep } from './farm-steps.ts'

/** A product: a folder with migrations as good as a system's own, and the tables that they make. */
export interface Product {
  readonly folder: string
  readonly tables: readonly string[]
}

const SYSTEMS = join(import.meta.dirname, '../../migrations/systems')
const claims = { sub: randomUUID(), email: 'farmer@example.com' }

interface Decision {
  readonly id: string
  readonly seq: number
  readonly operation: Operation
  readonly dependsOn: readonly string[]
  /** The transaction that applied it, once it is on the server. */
  xid: string | null
}

/** A real server and a real mirror of it, with decisions on top; and what the mirror must show, worked out on the server. */
export class Farm {
  readonly #server: TestDatabase
  readonly #mirror: Mirror
  readonly #folder: string
  readonly #tables: readonly string[]
  #pending: Decision[] = []
  #seq = 0

  private constructor(server: TestDatabase, mirror: Mirror, folder: string, tables: readonly string[]) {
    this.#server = server
    this.#mirror = mirror
    this.#folder = folder
    this.#tables = tables
  }

  static async open({ folder: system, tables }: Product): Promise<Farm> {
    const server = await createDatabase({ layers: ['platform', 'sync'] })
    for (const file of readdirSync(system).sort()) await server.exec(readFileSync(join(system, file), 'utf8'))
    await server.query('select console_sync.track_all()')
    await server.query('insert into auth.users (id, email) values ($1, $2)', [claims.sub, claims.email])
    const folder = mkdtempSync(join(tmpdir(), 'outpost-farm-'))
    // Systems are named from where theirs lie.
    const mirror = await Mirror.open(join(folder, 'mirror'), relative(SYSTEMS, system), testTemplates)
    const farm = new Farm(server, mirror, folder, tables)
    await farm.#fill()
    return farm
  }

  async close(): Promise<void> {
    await this.#mirror.close()
    await this.#server.close()
    rmSync(this.#folder, { recursive: true })
  }

  /** From an empty farm on; after each cut the mirror is the server with the decisions on top, and without them the server. */
  async play(steps: readonly FarmStep[]): Promise<void> {
    this.#pending = []
    await this.#server.exec(`truncate ${this.#tables.map((name) => `public.${name}`).join(', ')}`)
    await this.#pull(100)
    for (const step of [...steps, { kind: 'pull', rows: 2 } as const]) await this.#take(step)
    this.#pending = []
    await this.#rebase(null)
    await this.#compare()
  }

  async #take(step: FarmStep): Promise<void> {
    switch (step.kind) {
      case 'server':
        // What the server's own rules refuse has not happened.
        return this.#server.exec(step.sql).catch(onlyOfDatabase)
      case 'decide':
        return this.#decide(step.request)
      case 'push':
        return this.#push()
      case 'giveUp': {
        const open = this.#pending.filter(({ xid }) => xid === null)
        const given = open[step.which % Math.max(1, open.length)]
        this.#pending = this.#pending.filter((decision) => decision !== given)
        return this.#rebase(null)
      }
      case 'pull':
        await this.#pull(step.rows)
        return this.#compare()
    }
  }

  async #decide(request: Request): Promise<void> {
    const id = randomUUID()
    const seq = this.#seq + 1
    try {
      await this.#mirror.submit({
        id,
        claims,
        request,
        subjectQuery: null,
        write: ({ operation, subject, dependsOn }) => {
          this.#seq = seq
          this.#pending.push({ id, seq, operation, dependsOn, xid: null })
          return {
            id,
            seq,
            person: claims.sub,
            device: id,
            madeAt: '2026-03-02T08:00:00Z',
            operation,
            subject,
            dependsOn,
          }
        },
      })
    } catch (error) {
      if (!(error instanceof OutpostError) || error.code === 'mirror_damaged') throw error
    }
  }

  async #push(): Promise<void> {
    const next = this.#pending.find(({ xid }) => xid === null)
    if (next === undefined) return
    const dependsOn = next.dependsOn.filter((id) => this.#pending.some((other) => other.id === id))
    const { receipts } = await push(this.#server, claims, [
      entryOf(claims, next.operation, { id: next.id, dependsOn: [...dependsOn] }),
    ])
    const [receipt] = receipts
    if (receipt?.outcome === 'applied') next.xid = receipt.xid
    else if (receipt?.outcome !== 'held') {
      this.#pending = this.#pending.filter((decision) => decision !== next)
      await this.#rebase(null)
    }
  }

  async #fill(): Promise<void> {
    const answer = hello.parse(await this.#ask('console_hello()'))
    await this.#mirror.attach(answer.relations)
    await this.#mirror.setFact('cursor', answer.cursor)
    for (const { relation } of await this.#mirror.loading()) {
      await this.#mirror.loadPage(snapshotPage.parse(await this.#ask('console_snapshot($1, null, 1000)', [relation])))
    }
  }

  async #pull(rows: number): Promise<void> {
    let { cursor = '' } = await this.#mirror.facts()
    for (let pages = 0; pages !== 1; ) {
      let after: string | null = null
      let next = ''
      pages = 0
      do {
        const page = pullPage.parse(await this.#ask('console_pull($1, $2, $3)', [cursor, after, rows]))
        await this.#mirror.stage(page)
        next ||= page.cursor
        after = page.next
        pages += 1
      } while (after !== null)
      cursor = next
    }
    const seen = await this.#mirror.seenBy(
      cursor,
      this.#pending.flatMap(({ xid }) => (xid === null ? [] : [xid])),
    )
    this.#pending = this.#pending.filter(({ xid }) => xid === null || !seen.has(xid))
    await this.#rebase(cursor)
  }

  async #rebase(cursor: string | null): Promise<void> {
    await this.#mirror.applyCut({ cursor, claims, pending: this.#pending })
  }

  /** The server must not have moved since the last pull. */
  async #compare(): Promise<void> {
    const rows: Record<string, unknown> = {}
    for (const name of this.#tables) rows[name] = await this.#mirror.read(claims, inOrder(name))
    expect({ pending: this.#pending, ...rows }).toEqual({ pending: this.#pending, ...(await this.#expected()) })
    for (const { relation, columns, count, hash } of await this.#mirror.proofs(await this.#mirror.travelling())) {
      const there = await this.#ask('console_proof($1, $2)', [relation, columns])
      expect({ relation, count, hash }).toMatchObject({ relation, ...pick(there) })
    }
  }

  /** The decisions run on the server's own rows, one after the other, in a transaction that is then taken back. */
  async #expected(): Promise<Record<string, unknown>> {
    const rows: Record<string, unknown> = {}
    const work = async (query: Query) => {
      for (const { operation } of this.#pending) {
        await query('savepoint decision')
        await query('select console_sync.run_operation($1::jsonb)', [JSON.stringify(operation)]).catch(
          async (error) => {
            onlyOfDatabase(error)
            await query('rollback to savepoint decision')
          },
        )
      }
      for (const name of this.#tables) rows[name] = await query(inOrder(name))
      throw new TakenBack()
    }
    await this.#server.as(claims, work).catch((error: unknown) => {
      if (!(error instanceof TakenBack)) throw error
    })
    return rows
  }

  async #ask(sql: string, params: unknown[] = []): Promise<unknown> {
    const [row] = await this.#server.as(claims, (query) =>
      query<{ answer: unknown }>(`select ${sql} as answer`, params),
    )
    return row?.answer
  }
}

class TakenBack extends Error {}

function inOrder(table: string): string {
  return `select t::text as row from public.${table} t order by t::text collate "C"`
}

function pick(proof: unknown): { count: unknown; hash: unknown } {
  const { count, hash } = proof as { count: unknown; hash: unknown }
  return { count, hash }
}

function onlyOfDatabase(error: unknown): void {
  if (!(error instanceof Error) || !('code' in error)) throw error
}
