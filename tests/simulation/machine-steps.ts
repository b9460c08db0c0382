import { existsSync, rmSync } from 'node:fs'
import { CRASH_POINTS } from '#main/sync/crash-points.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import type { Call } from '#tests/crash/support/console.ts'
import { damage, KINDS } from '#tests/crash/support/damage.ts'
import { type Client, workspace } from './client.ts'
import type { ClientStep, Run } from './run.ts'

/** What happens to the machine of a console, or to who sits at it, rather than in it. Rare: opening a mirror is what costs. */
export const machineSteps: readonly ClientStep[] = [
  { name: 'restart', weight: 0.5, happen: (_, client) => done(client.restart()) },
  { name: 'die', weight: 1, happen: (_, client) => done(client.die()) },
  { name: 'lose the mirror', weight: 0.5, happen: (_, client) => done(client.restart(() => withoutMirror(client))) },
  { name: 'die with a bad disk', weight: 0.7, happen: dieDamaged },
  { name: 'be killed elsewhere', weight: 0.3, happen: killedElsewhere },
  { name: 'back up', weight: 1.5, happen: backUp },
  { name: 'restore the backup', weight: 1, happen: restore },
  { name: 'sign out or in', weight: 0.6, happen: signOutOrIn },
]

async function done(work: Promise<unknown>): Promise<string> {
  await work
  return 'done'
}

function withoutMirror(client: Client): void {
  rmSync(client.mirror, { recursive: true, force: true })
}

/** What a power cut leaves: a mirror that was not closed, and not all of it written. */
async function dieDamaged({ random }: Run, client: Client): Promise<string> {
  const kind = random.pick(KINDS)
  let done = 'no mirror: it is signed out'
  await client.die(() => {
    if (!existsSync(client.mirror)) return
    damage(client.mirror, kind, () => random.next())
    done = kind
  })
  return done
}

/** Decides and syncs in a process of its own, which is killed at some step of it. */
async function killedElsewhere(run: Run, client: Client): Promise<string> {
  const { random, pools } = run
  const point = `${random.pick(CRASH_POINTS)}:${1 + random.below(3)}`
  const body = run.word()
  const requests = [0, 1, 2].map((n) => {
    const args = { p_dossier_id: random.pick(pools.dossiers), p_body: `${body}.${n}`, p_message_id: random.uuid() }
    return { kind: 'call', function: 'send_message', args } as const
  })
  const calls: Call[] = [
    ...requests.map((request): Call => ['entries.submit', { request }]),
    ['sync.now'],
    ['sync.now'],
  ]
  const { signal, replies } = await client.elsewhere(calls, point)
  await client.wire.quiet()
  const saved = requests.flatMap((request, at) => {
    const reply = replies[at]
    return reply?.ok ? [[(reply.value as { id: string }).id, request] as const] : []
  })
  for (const [id, request] of saved) client.known.saved.set(id, request)
  return `${point} ${signal ?? 'not reached'}, ${saved.length} saved`
}

async function backUp(_: Run, client: Client): Promise<string> {
  client.backUp()
  return 'done'
}

async function restore(_: Run, client: Client): Promise<string> {
  if (!client.hasBackup) return 'none'
  await client.restore()
  return 'done'
}

async function signOutOrIn({ random, scene }: Run, client: Client): Promise<string> {
  if (client.isBusy || client.wire.holds) return client.release()
  const { person } = await client.api.session.current({ workspace })
  if (person !== null) {
    await client.api.session.signOut({ workspace, keepPending: true })
    return 'out'
  }
  return signInAs(client, random.pick(scene.clients))
}

/** The console's own person signs in, unless somebody has, or somebody else's decisions wait there: then it is they. */
export async function signIn({ scene }: Run, client: Client): Promise<void> {
  for (const whoever of [client, ...scene.clients]) {
    const { person } = await client.api.session.current({ workspace })
    if (person === null) await signInAs(client, whoever)
  }
}

/** Whoever else sits at the console leaves, and its own person comes back. Answers whether somebody did. */
export async function comeHome(client: Client): Promise<boolean> {
  const { person } = await client.api.session.current({ workspace })
  if (person?.email === client.person.email) return false
  if (person !== null) await client.api.session.signOut({ workspace, keepPending: false })
  await client.api.session.signIn({ workspace, email: client.person.email, password: client.person.password })
  return true
}

async function signInAs(client: Client, { person }: Client): Promise<string> {
  const { email, password } = person
  try {
    await client.api.session.signIn({ workspace, email, password })
    client.known.rightsMoved ||= email !== client.person.email
    return `in as ${email}`
  } catch (error) {
    if (!(error instanceof OutpostError) || error.code === 'internal') throw error
    return error.code
  }
}
