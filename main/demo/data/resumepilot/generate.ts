import type { Rows } from '#shared/systems/resumepilot/rows/rows.ts'
import type { GenerateOptions } from '../demo-system.ts'
import { Random } from '../random.ts'
import { RowSink } from '../row-sink.ts'
import { addPasswords } from '../sign-ins.ts'
import { DAY } from '../time.ts'
import { accounts } from './accounts.ts'
import { columns, type Table } from './columns.ts'
import { makePerson } from './person.ts'
import { addStaff } from './staff.ts'
import { tell } from './story.ts'

/** People besides the staff, and how long the service has been there. */
const sizes = {
  small: { people: 5, days: 820, rows: 1_000 },
  demo: { people: 200, days: 900, rows: 20_000 },
  large: { people: 12_200, days: 1_200, rows: 1_000_000 },
}

/** Days since those joined of whom something waits, in every demo. */
const waiting = [34, 20, 9]

/** Writes the rows of a demo. The same seed, size and `now` give the same rows. */
export async function generate({ loader, size, now: at, seed, onRows }: GenerateOptions): Promise<void> {
  const plan = sizes[size]
  const now = at.getTime()
  const random = new Random(seed, plan.people)
  const sink = new RowSink<Table, Rows>(loader, columns)
  addStaff(sink, now - (plan.days + 90) * DAY)
  const people = [
    { joinedAt: now - 200 * DAY, account: accounts.hannah, isWaiting: false },
    ...waiting.map((ago) => ({ joinedAt: now - ago * DAY, isWaiting: true })),
    // A service that grows.
    ...Array.from({ length: plan.people }, (_, place) => {
      const age = plan.days * (1 - (place + random.unit()) / plan.people) ** 1.4
      return { joinedAt: now - age * DAY, isWaiting: false }
    }),
  ].sort((one, other) => one.joinedAt - other.joinedAt)

  for (const [number, { joinedAt, isWaiting, ...rest }] of people.entries()) {
    const account = 'account' in rest ? rest.account : undefined
    tell({ sink, random, now, isWaiting }, makePerson(random, number + 1, joinedAt, account))
    await sink.flushWhenFull()
    if (number % 100 === 0) onRows(sink.rows, plan.rows)
  }
  await sink.flush()
  await addPasswords(loader, Object.values(accounts))
  onRows(sink.rows, sink.rows)
}
