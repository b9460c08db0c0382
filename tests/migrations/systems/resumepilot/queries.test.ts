import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { resumepilot } from '#shared/systems/resumepilot/manifest.ts'
import type { TestDatabase } from '#tests/support/database.ts'
import type { TestPerson } from '#tests/support/people.ts'
import { databases } from './databases.ts'
import { addGeneration, addSession, addSubscription, addUsage, addUser } from './people.ts'

describe.each(databases)('the charts of the document on $engine', ({ open }) => {
  let db: TestDatabase
  let admin: TestPerson
  let person: TestPerson
  let other: TestPerson

  beforeAll(async () => {
    db = await open()
    admin = await addUser(db, 'admin')
    person = await addUser(db)
    other = await addUser(db)
  })
  afterAll(() => db?.close())

  const chart = async (dashboard: string, name: string) => {
    const charts = resumepilot.dashboards.find((one) => one.name === dashboard)?.charts
    const found = charts?.find((one) => one.name === name)
    if (!found) throw new Error(`There is no chart ${name}.`)
    return { rows: await db.as(admin, (query) => query(found.sql)), as: found.as }
  }
  const rows = async (dashboard: string, name: string) => (await chart(dashboard, name)).rows

  test('count the people of this month once, and nobody of another month', async () => {
    await addUsage(db, person, 1)
    await addUsage(db, person, 1, 0, '2024-01')
    await addUsage(db, other, 1, 0, '2024-01')
    expect(await rows('activity', 'active-users')).toEqual([{ people: '1' }])
    expect(await rows('activity', 'active-by-month')).toMatchObject([
      { month: '2024-01', people: '2' },
      { people: '1' },
    ])
  })

  test('count active subscriptions by plan, the most popular first', async () => {
    for (const [plan, status] of [
      ['pro', 'active'],
      ['pro', 'canceled'],
      ['coach', 'active'],
      ['coach', 'active'],
      ['starter', 'past_due'],
    ] as const) {
      await addSubscription(db, await addUser(db), plan, status)
    }
    expect(await rows('billing', 'plans')).toEqual([
      { plan_name: 'coach', count: '2' },
      { plan_name: 'pro', count: '1' },
    ])
  })

  test('give the completion rate of the last 30 days by kind of interview', async () => {
    for (const [type, status, age] of [
      ['voice', 'completed', '1 day'],
      ['voice', 'abandoned', '29 days'],
      ['voice', 'active', '1 hour'],
      ['voice', 'completed', '31 days'],
      ['chat', 'completed', '2 days'],
    ] as const) {
      await addSession(db, person, { type, status, age })
    }
    expect(await rows('activity', 'completion')).toEqual([
      { session_type: 'chat', total: '1', completed: '1', rate: '100.00' },
      { session_type: 'voice', total: '3', completed: '1', rate: '33.33' },
    ])
  })

  test('find what does not fit together, and nothing where all fits', async () => {
    const checks = resumepilot.dashboards.find(({ name }) => name === 'health')?.charts ?? []
    for (const { name, as } of checks) {
      expect(as).toBe('check')
      expect(await rows('health', name), name).toEqual([])
    }
    await db.query(`insert into profiles (full_name) values ('Nobody')`)
    await db.query('insert into profiles (user_id) values ($1)', [other.sub])
    await addSubscription(db, person, 'pro', 'canceled')
    await addSubscription(db, person, 'starter')
    await db.query(`insert into interview_sessions (session_type) values ('chat')`)
    const failed = await addGeneration(db, person)
    expect(await rows('health', 'orphans')).toMatchObject([{ full_name: 'Nobody' }])
    expect(await rows('health', 'profiles')).toEqual([{ user_id: other.sub, profiles: '2' }])
    expect(await rows('health', 'subscriptions')).toEqual([{ user_id: person.sub, subscriptions: '2' }])
    expect(await rows('health', 'ownerless')).toMatchObject([{ table: 'interview_sessions' }])
    expect(await rows('health', 'generations')).toMatchObject([{ id: failed }])
  })
})
