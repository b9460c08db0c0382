import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Cloud, startCloud } from '#main/demo/cloud.ts'
import type { DemoAccount } from '#shared/contract/workspaces.ts'
import { AUDIT } from './audit.ts'
import { Client, workspace } from './client.ts'
import { FaultyWire } from './faulty-wire.ts'

/** Who sits at the consoles: the first may change the catalogue and has the third console too, the second has the fifth. */
const PEOPLE = ['elise.fontaine', 'marie.lambert', 'elise.fontaine', 'karim.haddad', 'marie.lambert']

/** A cloud and consoles that have synced once, made new for each run in the time of a copy. */
export interface Stage {
  /** The same state every time it is called; what was made before is thrown away. */
  fresh(): Promise<Scene>
  /** The scene as the last run has left it. */
  scene(): Promise<Scene>
  close(): Promise<void>
}

export interface Scene {
  readonly cloud: Cloud
  readonly clients: readonly Client[]
  /** A connection of its own to the cloud's database, as superuser. */
  connect(): Promise<pg.Client>
  close(): Promise<void>
}

/**
 * The cloud's database is a copy of a template under the template's own number: a server is known by it.
 * @param cluster connection string of a Postgres of at least version 15 on which databases may be made
 */
export async function openStage(cluster: string, consoles: number): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'outpost-simulation-'))
  const name = `simulation_${process.pid}`
  const oid = 1_000_000 + process.pid
  const url = Object.assign(new URL(cluster), { pathname: `/${name}` }).href
  const wires = await Promise.all(Array.from({ length: consoles }, () => FaultyWire.open()))
  const admin = await connected(cluster)
  const make = (template: string) => admin.query(`create database ${name} template ${template} oid ${oid}`)
  const start = (dataDir: string) =>
    startCloud({ system: 'partners-vrai', size: 'small', dataDir, postgres: { url }, now: new Date('2026-03-02') })

  await make('template0')
  const first = await start(join(folder, 'cloud'))
  const owner = await connected(url)
  await owner.query(AUDIT)
  await owner.end()
  await prepareHomes(folder, first, wires)
  await first.stop()
  await dropped(admin, `${name}_kept`)
  await admin.query(`create database ${name}_kept template ${name}`)

  let scene: Scene | null = null
  const stage: Stage = {
    async scene() {
      return scene ?? stage.fresh()
    },
    async fresh() {
      await scene?.close()
      await dropped(admin, name)
      await make(`${name}_kept`)
      // Nobody waits for a transaction that this process alone can end.
      await admin.query(`alter database ${name} set lock_timeout = '400ms'`)
      const place = mkdtempSync(join(folder, 'run-'))
      cpSync(join(folder, 'cloud'), join(place, 'cloud'), { recursive: true })
      const cloud = await start(join(place, 'cloud'))
      const clients = await Promise.all(
        wires.map(async (wire, at) => {
          const home = join(place, `home-${at}`)
          cpSync(join(folder, `home-${at}`), home, { recursive: true })
          wire.lead(cloud.url)
          return Client.open(at, home, wire, personOf(cloud, at))
        }),
      )
      scene = {
        cloud,
        clients,
        connect: () => connected(url),
        close: async () => {
          scene = null
          for (const client of clients) await client.close()
          await cloud.stop()
          rmSync(place, { recursive: true, force: true })
        },
      }
      return scene
    },
    async close() {
      await scene?.close()
      for (const wire of wires) await wire.close()
      await dropped(admin, name)
      await dropped(admin, `${name}_kept`)
      await admin.end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return stage
}

async function prepareHomes(folder: string, cloud: Cloud, wires: readonly FaultyWire[]): Promise<void> {
  for (const [at, wire] of wires.entries()) {
    const person = personOf(cloud, at)
    wire.lead(cloud.url)
    const client = await Client.open(at, join(folder, `home-${at}`), wire, person)
    await client.api.workspaces.add({ name: workspace, system: 'partners-vrai', url: wire.url, key: cloud.key })
    await client.api.session.signIn({ workspace, email: person.email, password: person.password })
    await client.api.sync.now({ workspace })
    await client.close()
  }
}

function personOf(cloud: Cloud, console: number): DemoAccount {
  const name = PEOPLE[console % PEOPLE.length] ?? ''
  const person = cloud.accounts.find(({ email }) => email.startsWith(name))
  if (person === undefined) throw new Error(`The demo cloud has no ${name}.`)
  return person
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  // A database that is dropped takes its connections along.
  client.on('error', () => undefined)
  await client.connect()
  return client
}

async function dropped(admin: pg.Client, name: string): Promise<void> {
  await admin.query(`drop database if exists ${name} with (force)`)
}
