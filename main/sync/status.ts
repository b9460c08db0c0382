import type { Problem } from '#shared/contract/errors.ts'
import { type Progress, proof, type Status } from '#shared/contract/sync.ts'
import { lastNotice } from './anchor.ts'
import { isNoWay } from './no-way.ts'
import type { Replica } from './replica.ts'

/** What the conductor knows at this moment. */
export interface Situation {
  readonly workOffline: boolean
  readonly busy: boolean
  readonly problem: Problem | null
  readonly progress: Progress | null
  /** Whether the server tells of changes at once. */
  readonly hinted: boolean
}

/** The one true line about a workspace. */
export async function statusOf(
  replica: Replica,
  name: string,
  files: () => number,
  situation: Situation,
): Promise<Status> {
  const person = replica.person()
  const counts = replica.journal.counts()
  const facts = person === null ? {} : await (await replica.mirror()).facts()
  const { workOffline, problem, progress } = situation
  return {
    workspace: name,
    state: stateOf(person !== null, situation),
    workOffline,
    problem,
    progress,
    ready: facts.ready === 'yes',
    pending: counts.pending + counts.held,
    conflicts: counts.conflict,
    rejected: counts.rejected,
    hinted: situation.hinted,
    clockAhead: farOff(replica.gateway.clockAhead()),
    waitingFor: waitingFor(replica, person?.id ?? null),
    journal: lastNotice(replica),
    lastPulledAt: replica.journal.fact('pulled_at'),
    proof: proofOf(replica),
    ...versionOf(replica),
    rows: Number(facts.rows ?? 0),
    files: files(),
    person,
  }
}

function stateOf(signedIn: boolean, { workOffline, busy, problem }: Situation): Status['state'] {
  if (!signedIn) return 'signed-out'
  if (workOffline) return 'offline'
  if (problem !== null) return isNoWay(problem) ? 'offline' : 'attention'
  return busy ? 'syncing' : 'online'
}

/** Whose decisions wait here beside those of the one who is signed in. */
export function waitingFor(replica: Replica, person: string | null): Status['waitingFor'] {
  const others = replica.journal.openByPerson().filter((one) => one.person !== person)
  return others.map(({ person: id, count }) => ({ email: replica.emailOf(id), count }))
}

function proofOf(replica: Replica): Status['proof'] {
  const kept = replica.journal.fact('proof')
  return kept === null ? null : proof.parse(JSON.parse(kept))
}

/** Milliseconds by which a clock may be wrong before anybody is told. */
const TOLERANCE = 120_000

function farOff(ahead: number | null): number | null {
  return ahead !== null && Math.abs(ahead) > TOLERANCE ? ahead : null
}

/** Work goes on with either: the mirror has the server's own rules. Screens made for one system may lack something new. */
function versionOf({ journal, manifest }: Replica): Pick<Status, 'serverVersion'> {
  const difference = Number(journal.fact('server_version')) - Number(manifest.schemaVersion)
  if (journal.fact('server_version') === null || manifest.schemaVersion === '' || !difference) return {}
  return { serverVersion: difference > 0 ? 'newer' : 'older' }
}
