import { createHash, randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { inject } from 'vitest'
import { impersonate, type Layer, migrationsOf, type Query, type TestDatabase } from '#tests/support/database.ts'

/**
 * A fresh database on the run's Postgres, copied from a template that holds the layers. Several people can be at work
 * in it at once: `as` has a connection of its own.
 */
export async function createDatabase(options: { readonly layers: readonly Layer[] }): Promise<TestDatabase> {
  const cluster = await clusterUrl()
  const template = await ensureTemplate(cluster, options.layers)
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await once(cluster, (client) => client.query(`create database ${name} template ${template}`))

  const url = withDatabase(cluster, name)
  const pool = new pg.Pool({ connectionString: url, max: 16 })
  return {
    url,
    query: queryOn(pool),
    exec: async (sql) => {
      await pool.query(sql)
    },
    as: async (person, work) => {
      const client = await pool.connect()
      try {
        const { role, claims } = impersonate(person)
        await client.query('begin')
        await client.query(`select set_config('request.jwt.claims', $1, true)`, [claims])
        await client.query(`set local role ${role}`)
        const result = await work(queryOn(client))
        await client.query('commit')
        return result
      } catch (error) {
        await client.query('rollback')
        throw error
      } finally {
        client.release()
      }
    },
    close: async () => {
      await pool.end()
      await once(cluster, (client) => dropWhenFree(client, name))
    },
  }
}

/** A closed connection lingers a moment. A database that stays in use goes with the cluster, at the end of the run. */
async function dropWhenFree(client: pg.Client, name: string): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    try {
      await client.query(`drop database ${name}`)
      return
    } catch (error) {
      if ((error as { code?: string }).code !== '55006') throw error
      await setTimeout(50)
    }
  }
}

function queryOn(connection: pg.Pool | pg.PoolClient): Query {
  return async <T>(sql: string, params: readonly unknown[] = []) =>
    (await connection.query(sql, [...params])).rows as T[]
}

let door: Promise<string> | undefined

function clusterUrl(): Promise<string> {
  door ??= fetch(inject('postgresDoor')).then(async (response) => {
    const text = await response.text()
    if (!response.ok) throw new Error(text)
    return text
  })
  return door
}

/** Named by what it holds, so that a changed migration makes another template. */
async function ensureTemplate(cluster: string, layers: readonly Layer[]): Promise<string> {
  const migrations = await migrationsOf(layers)
  const hash = createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 16)
  const template = `template_${hash}`
  await once(cluster, async (client) => {
    // Two workers may need the same template; roles belong to the whole cluster.
    await client.query('select pg_advisory_lock(7230)')
    const found = await client.query('select from pg_database where datname = $1', [template])
    if (found.rowCount === 0) {
      const draft = `${template}_draft`
      await client.query(`drop database if exists ${draft}`)
      await client.query(`create database ${draft}`)
      await once(withDatabase(cluster, draft), (fresh) => apply(fresh, migrations))
      await client.query(`alter database ${draft} rename to ${template}`)
    }
  })
  return template
}

async function apply(client: pg.Client, migrations: readonly { name: string; sql: string }[]): Promise<void> {
  for (const { name, sql } of migrations) {
    try {
      await client.query(sql)
    } catch (error) {
      throw new Error(`${name} did not apply: ${String(error)}`, { cause: error })
    }
  }
}

async function once<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
