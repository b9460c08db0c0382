import { OutpostError } from '#shared/contract/errors.ts'
import type { CopyRows, PullPage, RelationInfo } from '#shared/model/protocol.ts'
import type { Transaction } from '../database.ts'
import { copy } from '../loading.ts'
import { quoted } from './build.ts'

/**
 * Where the rows of tables wait that come in a new shape: as text, since the types may not be here yet. The mirror
 * goes on showing the old shape until the cut that brings the new one.
 */
export class Coming {
  readonly #keys: ReadonlyMap<string, readonly string[]>
  /** The columns that travel, by relation, as far as rows have come. */
  readonly columns = new Map<string, readonly string[]>()

  /** @param tables each with its key and its columns */
  constructor(tables: readonly RelationInfo[]) {
    this.#keys = new Map(tables.map(({ relation, key }) => [relation, key]))
  }

  get relations(): readonly string[] {
    return [...this.#keys.keys()]
  }

  has(relation: string): boolean {
    return this.#keys.has(relation)
  }

  /** Begins to fetch a table; what was there of it before is let go. */
  async clear(tx: Transaction, relation: string): Promise<void> {
    await tx.exec(`drop table if exists ${placeOf(relation)}`)
    this.columns.delete(relation)
  }

  /** Adds rows; those that came before with the same key make place. */
  async add(tx: Transaction, rows: CopyRows): Promise<void> {
    const place = placeOf(rows.relation)
    if (!this.columns.has(rows.relation)) {
      await this.clear(tx, rows.relation)
      await tx.exec(`create table ${place} (${rows.columns.map((name) => `${quoted(name)} text`).join(', ')})`)
      await tx.exec(`create index on ${place} (${this.#key(rows.relation).map(quoted).join(', ')})`)
      this.columns.set(rows.relation, rows.columns)
    }
    if (this.columns.get(rows.relation)?.join() !== rows.columns.join()) {
      throw new OutpostError('server_error', 'The server’s tables are being changed. It will be tried again.')
    }
    await tx.exec(`create temp table incoming (like ${place}) on commit drop`)
    await copy(tx, 'pg_temp.incoming', rows)
    const same = this.#key(rows.relation).map((name) => `t.${quoted(name)} = i.${quoted(name)}`)
    await tx.exec(
      `delete from ${place} t using pg_temp.incoming i where ${same.join(' and ')};
       insert into ${place} select * from pg_temp.incoming; drop table pg_temp.incoming`,
    )
  }

  /** Takes what concerns these tables out of a page of changes; answers the rest of it. */
  async take(tx: Transaction, page: PullPage): Promise<PullPage> {
    for (const rows of page.changed) if (this.has(rows.relation)) await this.add(tx, rows)
    for (const { relation, keys } of page.gone) if (this.columns.has(relation)) await this.#remove(tx, relation, keys)
    return {
      ...page,
      changed: page.changed.filter(({ relation }) => !this.has(relation)),
      gone: page.gone.filter(({ relation }) => !this.has(relation)),
    }
  }

  /** Moves everything into the tables, which have their new shape by now, and are empty. */
  async arrive(tx: Transaction): Promise<void> {
    for (const [relation, columns] of this.columns) {
      const { rows } = await tx.query<{ name: string; type: string }>(
        `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type from pg_attribute a
         where a.attrelid = to_regclass($1) and a.attnum > 0 and not a.attisdropped and a.attname = any ($2)`,
        [nameOf(relation), columns],
      )
      const names = rows.map(({ name }) => quoted(name)).join(', ')
      const values = rows.map(({ name, type }) => `${quoted(name)}::${type}`).join(', ')
      if (rows.length > 0) {
        await tx.exec(
          `insert into ${nameOf(relation)} (${names}) overriding system value select ${values} from ${placeOf(relation)}`,
        )
      }
      await tx.exec(`drop table ${placeOf(relation)}`)
      await tx.query('update outpost.relations set travelling = $2 where relation = $1', [relation, columns])
    }
    await tx.query('update outpost.loading set done = true where relation = any ($1)', [[...this.columns.keys()]])
  }

  async #remove(tx: Transaction, relation: string, keys: readonly string[]): Promise<void> {
    const same = this.#key(relation).map((name, at) => `t.${quoted(name)} = k::jsonb ->> ${at}`)
    await tx.query(`delete from ${placeOf(relation)} t using unnest($1::text[]) k where ${same.join(' and ')}`, [keys])
  }

  #key(relation: string): readonly string[] {
    return this.#keys.get(relation) ?? []
  }
}

function nameOf(relation: string): string {
  return relation.split('.').map(quoted).join('.')
}

function placeOf(relation: string): string {
  return `outpost_coming.${quoted(relation)}`
}
