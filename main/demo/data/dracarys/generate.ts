import type { Rows } from '#shared/systems/dracarys/rows/rows.ts'
import type { GenerateOptions } from '../demo-system.ts'
import { Random } from '../random.ts'
import { RowSink } from '../row-sink.ts'
import { addPasswords } from '../sign-ins.ts'
import { DAY, HOUR } from '../time.ts'
import { accounts } from './accounts.ts'
import { Board } from './board.ts'
import { columns, type Table } from './columns.ts'
import { addCourse } from './course.ts'
import { tellLearner } from './learner.ts'
import { makePerson, type Person } from './person.ts'
import { Program } from './program.ts'
import type { Scene } from './scene.ts'
import { addStaff, staff } from './staff.ts'
import { addPlans } from './subscription.ts'
import { announcements } from './words/talk.ts'

/** Learners, how long the school has been there, and the places of a session; about 72 rows come with a learner. */
const sizes = {
  small: { people: 14, days: 120, places: 2, rows: 1_000 },
  demo: { people: 280, days: 400, places: 6, rows: 20_000 },
  large: { people: 13_800, days: 1_400, places: 80, rows: 1_000_000 },
}

/** How many people are remembered as voters on what nobody has removed yet. */
const REMEMBERED = 12

/** The database's own ranking, of every week at once. */
const RANK = `
  update public.leaderboard l set rank = p.place, percentile = p.above
  from (
    select id, rank() over (w order by xp_points desc) as place,
      round((100 * percent_rank() over (w order by xp_points))::numeric, 2) as above
    from public.leaderboard
    window w as (partition by period, period_start_date)
  ) p
  where p.id = l.id`

/** Writes the rows of a demo. The same seed, size and `now` give the same rows. */
export async function generate({ loader, size, now: at, seed, onRows }: GenerateOptions): Promise<void> {
  const plan = sizes[size]
  const now = at.getTime()
  const random = new Random(seed, plan.people)
  const sink = new RowSink<Table, Rows>(loader, columns)
  const start = now - (plan.days + 30) * DAY
  const board = new Board(sink, random, now)
  const program = new Program(sink, random, now, start, plan.places)
  const scene: Scene = { sink, random, now, board, program }
  addCourse(sink, start)
  addPlans(sink, start)
  addStaff(sink, start)
  for (const [place, title] of announcements.entries()) {
    board.announce(staff[place % 2]?.id as string, title, now - (3 + place * 9) * DAY, place < 2)
  }

  const recent: Person[] = []
  for (const [number, joinedAt] of joinings(plan.people, plan.days, now, random).entries()) {
    const isKnown = number === Math.floor(plan.people / 3)
    const person = makePerson(random, number + 1, joinedAt, isKnown ? accounts.solene : undefined)
    tellLearner(scene, person)
    recent.push(person)
    if (recent.length > REMEMBERED) recent.shift()
    await sink.flushWhenFull()
    if (number % 100 === 0) onRows(sink.rows, plan.rows)
  }
  for (const [place, person] of recent.slice(0, 3).entries()) board.writeUnseen(person, now - (50 - place * 18) * HOUR)
  board.disapprove(recent)
  board.close()
  program.close()
  await sink.flush()
  await loader.query(RANK)
  await addPasswords(loader, Object.values(accounts))
  onRows(sink.rows, sink.rows)
}

/** A school that grows: when its learners joined, in order. */
function joinings(count: number, days: number, now: number, random: Random): number[] {
  const all = Array.from({ length: count }, (_none, at) => {
    const age = days * (1 - (at + random.unit()) / count) ** 1.8
    return now - age * DAY - 3 * HOUR
  })
  return all.sort((one, other) => one - other)
}
