import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestDatabase } from '#tests/support/database.ts'
import type { TestPerson } from '#tests/support/people.ts'
import { createDatabase } from '#tests/support/postgres.ts'
import { addDraft, addPaymentEvent, addUser } from './people.ts'

describe('several people at once on Postgres', () => {
  let db: TestDatabase
  let admins: TestPerson[]
  let recruiter: TestPerson

  beforeAll(async () => {
    db = await createDatabase({ layers: ['platform', 'xainik'] })
    recruiter = await addUser(db, 'recruiter')
    admins = []
    for (let number = 0; number < 8; number += 1) admins.push(await addUser(db, 'admin'))
  })
  afterAll(() => db?.close())

  test('eight writers, a third of whom roll back, leave numbers without a gap and without a double', async () => {
    const rounds = 6
    const drafts = await Promise.all(
      admins.map(() => Promise.all(Array.from({ length: rounds }, () => addDraft(db, recruiter)))),
    )
    let rolledBack = 0
    await Promise.all(
      admins.map(async (admin, writer) => {
        for (const [round, id] of (drafts[writer] ?? []).entries()) {
          const fails = (writer + round) % 3 === 0
          const work = db.as(admin, async (query) => {
            await query('select issue_invoice($1)', [id])
            await query('select pg_sleep(0.005)')
            if (fails) throw new Error('The writer changed its mind.')
          })
          await work.catch((error: Error) => {
            if (!fails) throw error
            rolledBack += 1
          })
        }
      }),
    )
    const issued = admins.length * rounds - rolledBack
    expect(rolledBack).toBe(16)
    const numbers = await db.query<{ n: number }>(
      `select split_part(invoice_number, '-', 3)::int as n from invoices where invoice_number is not null order by 1`,
    )
    expect(numbers.map(({ n }) => n)).toEqual(Array.from({ length: issued }, (_none, place) => place + 1))
    expect(await db.query(`select last_number from numbering_state where series = 'invoice'`)).toEqual([
      { last_number: String(issued) },
    ])
  })

  test('the first number of a series is given once, however many ask for it at the same moment', async () => {
    for (let round = 0; round < 10; round += 1) {
      await db.query(`delete from numbering_state where series = 'receipt'`)
      const given = await Promise.all(
        admins.map(() => db.query<{ number: string }>(`select xainik.next_number('receipt', now()) as number`)),
      )
      const numbers = given.map(([row]) => Number(row?.number.split('-')[2])).sort((one, other) => one - other)
      expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    }
  })

  test('several archivings at once move every row exactly once', async () => {
    for (let number = 0; number < 40; number += 1) await addPaymentEvent(db, 'processed', 120 + number)
    const answers = await Promise.all(
      admins.map((admin) =>
        db.as(admin, (query) =>
          query<{ answer: { archived: number } }>(
            `select archive_payment_events(now() - interval '110 days') as answer`,
          ),
        ),
      ),
    )
    const moved = answers.reduce((sum, [row]) => sum + (row?.answer.archived ?? 0), 0)
    expect(moved).toBe(40)
    expect(await db.query('select from payment_events')).toEqual([])
    expect(await db.query('select from payment_events_archive')).toHaveLength(40)
  })

  test('two admins who take each other’s role at the same moment: one stays', async () => {
    await db.query(`update users set is_active = false where role = 'admin'`)
    const [one, two] = [await addUser(db, 'admin'), await addUser(db, 'admin')]
    const demote = (by: TestPerson, whom: TestPerson) =>
      db.as(by, (query) => query(`select change_user_role($1, 'admin', 'supporter')`, [whom.sub]))
    const outcomes = await Promise.allSettled([demote(one, two), demote(two, one)])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db.query(`select from users where role = 'admin' and is_active`)).toHaveLength(1)
  })
})
