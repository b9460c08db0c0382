import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { resumepilot } from '#shared/systems/resumepilot/manifest.ts'
import { messages } from '#shared/systems/resumepilot/messages.ts'
import type { TestDatabase } from '#tests/support/database.ts'
import type { TestPerson } from '#tests/support/people.ts'
import { createDatabase } from '#tests/support/postgres.ts'
import { testWords } from '../manifest-words.ts'
import { addGeneration, addSubscription, addUsage, addUser } from './people.ts'

const { actions } = resumepilot

describe('the words of resumepilot', () => {
  let db: TestDatabase
  let admin: TestPerson

  beforeAll(async () => {
    db = await createDatabase({ layers: ['platform', 'resumepilot'] })
    admin = await addUser(db, 'super_admin')
  })
  afterAll(() => db?.close())

  testWords(resumepilot, messages, { db: () => db, admin: () => admin })

  test('say what each decision is about', async () => {
    const person = await addUser(db, 'user', { name: 'Camille Petit' })
    const colleague = await addUser(db, 'admin')
    const subject = async (action: string, args: Record<string, string>) =>
      (await db.as(admin, (query) => query(actions[action]?.subject ?? '', [JSON.stringify(args)])))[0]
    const [usage] = await db.query<{ month: string }>('select usage_month() as month')
    expect(await subject('correct_usage', { p_usage_id: await addUsage(db, person, 3) })).toEqual({
      person: 'Camille Petit',
      month: usage?.month,
    })
    expect(await subject('requeue_generation', { p_generation_id: await addGeneration(db, person) })).toEqual({
      person: 'Camille Petit',
      resume: 'engineer',
    })
    const subscription = await addSubscription(db, colleague, 'pro')
    expect(await subject('change_subscription', { p_subscription_id: subscription })).toEqual({
      person: colleague.sub.slice(0, 8),
      plan: 'pro',
    })
    expect(await subject('purge_due', { p_kind: 'usage' })).toEqual({ kind: 'usage' })
    expect(await subject('erase_person', { p_user_id: person.sub })).toEqual({ person: person.sub.slice(0, 8) })
    const place = { p_admin_id: colleague.row }
    expect(await subject('suspend_admin', place)).toEqual({ person: colleague.email })
    expect(await subject('change_permission', { ...place, p_permission: 'people' })).toEqual({
      person: colleague.email,
      permission: 'people',
    })
    expect(Object.keys(actions)).toHaveLength(7)
  })
})
