import type { Rows } from '#shared/systems/xainik/rows/rows.ts'
import type { Account, GenerateOptions } from '../demo-system.ts'
import { Random } from '../random.ts'
import { RowSink } from '../row-sink.ts'
import { addPasswords } from '../sign-ins.ts'
import { DAY, HOUR } from '../time.ts'
import { accounts } from './accounts.ts'
import { columns, type Table } from './columns.ts'
import { Ledger } from './ledger.ts'
import { addArchivings } from './payments.ts'
import { makePerson, type Person, type Role } from './person.ts'
import { addPlans } from './plans.ts'
import { tellRecruiter } from './recruiter.ts'
import { remember, type Scene } from './scene.ts'
import { addStaff } from './staff.ts'
import { tellPartner, tellSupporter } from './supporter.ts'
import { tellVeteran } from './veteran.ts'

/** People besides the staff, and how long the service has been there; about 26 rows come with a person. */
const sizes = {
  small: { people: 30, days: 300, rows: 1_000 },
  demo: { people: 640, days: 700, rows: 20_000 },
  large: { people: 30_000, days: 1_500, rows: 1_000_000 },
}

const tell: Readonly<Record<Role, (scene: Scene, person: Person) => void>> = {
  veteran: tellVeteran,
  recruiter: tellRecruiter,
  supporter: tellSupporter,
  partner: tellPartner,
}

/** Writes the rows of a demo. The same seed, size and `now` give the same rows. */
export async function generate({ loader, size, now: at, seed, onRows }: GenerateOptions): Promise<void> {
  const plan = sizes[size]
  const now = at.getTime()
  const random = new Random(seed, plan.people)
  const sink = new RowSink<Table, Rows>(loader, columns)
  const scene: Scene = { sink, ledger: new Ledger(), random, now, pitches: [], people: [], isWaiting: false }
  const start = now - (plan.days + 20) * DAY
  addPlans(sink, new Date(start))
  addStaff(sink, start)

  for (const [number, { joinedAt, role, account, isWaiting }] of planned(
    plan.people,
    plan.days,
    now,
    random,
  ).entries()) {
    const person = makePerson(random, { number: number + 1, role, joinedAt }, account)
    tell[role]({ ...scene, isWaiting }, person)
    remember(scene.people, person)
    await sink.flushWhenFull()
    if (number % 100 === 0) onRows(sink.rows, plan.rows)
  }
  addArchivings(scene, start)
  await scene.ledger.close(sink)
  await sink.flush()
  await addPasswords(loader, Object.values(accounts))
  onRows(sink.rows, sink.rows)
}

interface Planned {
  readonly joinedAt: number
  readonly role: Role
  readonly account?: Account
  readonly isWaiting: boolean
}

/** A service that grows, with a few people at the end whose items wait in every demo. */
function planned(count: number, days: number, now: number, random: Random): Planned[] {
  const people: Planned[] = [
    { joinedAt: now - days * 0.6 * DAY, role: 'veteran', account: accounts.vikram, isWaiting: false },
    { joinedAt: now - days * 0.5 * DAY, role: 'recruiter', account: accounts.julien, isWaiting: false },
    ...[13, 9, 6, 3].map((ago) => ({ joinedAt: now - ago * DAY, role: 'veteran' as const, isWaiting: true })),
    ...[45, 30, 26].map((ago) => ({ joinedAt: now - ago * DAY, role: 'recruiter' as const, isWaiting: true })),
  ]
  for (let at = 0; at < count; at++) {
    const age = days * (1 - (at + random.unit()) / count) ** 2.2
    const role = random.weighted({ veteran: 54, supporter: 29, recruiter: 15, partner: 2 })
    people.push({ joinedAt: now - age * DAY - 3 * HOUR, role, isWaiting: false })
  }
  return people.sort((one, other) => one.joinedAt - other.joinedAt)
}
