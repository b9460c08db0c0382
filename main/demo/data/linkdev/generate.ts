import type { Rows } from '#shared/systems/linkdev/rows/rows.ts'
import type { GenerateOptions } from '../demo-system.ts'
import { Random } from '../random.ts'
import { RowSink } from '../row-sink.ts'
import { addPasswords } from '../sign-ins.ts'
import { DAY } from '../time.ts'
import * as companies from '../words/companies.ts'
import { accounts } from './accounts.ts'
import { addCatalogue } from './catalogue.ts'
import { columns, type Table } from './columns.ts'
import { addContent } from './content.ts'
import { addGuards } from './guards.ts'
import { addOrganization, type Organization } from './organization.ts'
import { addPerson, type Person, slugOf } from './person.ts'
import { Sheets } from './sheets.ts'
import { addStaff } from './staff.ts'
import type { Story } from './story.ts'
import { addSubscription, likelySubscription, type Subscription } from './subscription.ts'
import { addMember, addUnansweredInvites } from './team.ts'
import { addUsage } from './usage.ts'
import { addWorkshop } from './workshop.ts'

/** Teams and the largest of them, people who only have their own organisation, and how busy all of them are. */
const sizes = {
  small: { teams: 5, alone: 8, largest: 6, days: 150, activity: 0.5, rows: 1_000 },
  demo: { teams: 95, alone: 230, largest: 60, days: 420, activity: 0.36, rows: 20_000 },
  large: { teams: 4_300, alone: 9_800, largest: 240, days: 1_300, activity: 0.4, rows: 1_000_000 },
}

type Size = (typeof sizes)[keyof typeof sizes]

/** Writes the rows and files of a demo. The same seed, size and `now` give the same rows. */
export async function generate(options: GenerateOptions): Promise<void> {
  const plan = sizes[options.size]
  const sink = new RowSink<Table, Rows>(options.loader, columns)
  const story: Story = {
    sink,
    files: await Sheets.make(options.store),
    random: new Random(options.seed, plan.teams),
    now: options.now.getTime(),
  }
  const start = story.now - (plan.days + 30) * DAY
  addStaff(story, start)
  addCatalogue(story, start)
  addWorkshop(story)

  const total = plan.teams + plan.alone
  let number = 1
  for (let at = 0; at < total; at++) {
    // A business that grows: more people sign up from month to month.
    const createdAt = story.now - plan.days * DAY * (1 - (at + story.random.unit()) / total) ** 1.8 - DAY / 4
    const isTeam = Math.floor(((at + 1) * plan.teams) / total) > Math.floor((at * plan.teams) / total)
    number += isTeam ? addTeam(story, number, createdAt, plan) : addAlone(story, number, createdAt, plan)
    await sink.flushWhenFull()
    if (at % 50 === 0) options.onRows(sink.rows, plan.rows)
  }
  await sink.flush()
  await addPasswords(options.loader, Object.values(accounts))
  options.onRows(sink.rows, sink.rows)
}

/** @returns how many people it has added */
function addAlone(story: Story, number: number, createdAt: number, { activity }: Size): number {
  const { random } = story
  const { person, organization } = addPerson(story, { number, createdAt })
  const paid = random.chance(0.12) ? likelySubscription(random, 1) : null
  addSubscription(story, organization, paid)
  live(story, organization, [person], paid, activity)
  return 1
}

/** @returns how many people it has added */
function addTeam(story: Story, number: number, createdAt: number, { activity, largest }: Size): number {
  const { random, now } = story
  const company = nameCompany(random, number)
  const size = Math.min(largest, Math.max(1, Math.round(random.longTailed(2.2, 4.6))))
  const join = (at: number) => {
    const joinedAt = at === 0 ? createdAt - DAY / 4 : createdAt + random.unit() ** 2 * (now - createdAt) * 0.9
    const { person, organization } = addPerson(story, { number: number + at, createdAt: joinedAt, company })
    addSubscription(story, organization, null)
    return person
  }
  const owner = join(0)
  const organization = addOrganization(story, {
    id: random.uuid(),
    name: company.name,
    owner,
    type: random.weighted({ business: 80, education: 8, family: 5, other: 7 }),
    slug: `${slugOf(company.name)}-${number}`,
    createdAt,
  })
  const members = [owner]
  for (let at = 1; at < size; at++) {
    const person = join(at)
    addMember(story, organization, person, random.weighted({ owner: 6, member: 72, viewer: 22 }))
    members.push(person)
  }
  const paid = size > 1 || random.chance(0.3) ? likelySubscription(random, size) : null
  addSubscription(story, organization, paid)
  addUnansweredInvites(story, organization, (paid?.seats ?? 1) - size)
  live(story, organization, members, paid, activity)
  if (paid && random.chance(0.35)) addGuards(story, organization)
  return size
}

/** What an organisation keeps and uses. A few on the free plan have filled it up. */
function live(
  story: Story,
  organization: Organization,
  members: readonly Person[],
  paid: Subscription | null,
  activity: number,
): void {
  const { random } = story
  const isTeam = organization.type !== 'personal'
  const full = !paid && random.chance(0.012)
  const usual = random.chance(isTeam ? 0.85 : 0.4) ? random.longTailed(isTeam ? 9 : 3, 4) : 0
  const records = full ? random.int(88, 104) : Math.min(Math.round(usual), paid ? 2_000 : 80)
  const schedules = paid ? random.pick([0, 1, 1, 2, 4]) : random.pick([0, 0, 0, 1, 2])
  const uses = addContent(story, organization, members, { records, schedules })
  addUsage(story, organization, members, { plan: paid?.plan ?? 'free', activity, uses })
}

function nameCompany(random: Random, number: number): { name: string; domain: string; country: string } {
  const isFrench = random.chance(0.6)
  const name = isFrench
    ? `${random.pick(companies.frenchFirst)} ${random.pick(companies.frenchSecond)}`
    : `${random.pick(companies.englishFirst)} ${random.pick(companies.englishSecond)}`
  return { name, domain: `${slugOf(name)}-${number}.example`, country: isFrench ? 'FR' : random.pick(['GB', 'US']) }
}
