import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestDatabase } from '#tests/support/database.ts'
import { refusal } from '#tests/support/refusal.ts'
import { databases } from './databases.ts'
import { addTeam, signUp, type TestOwner } from './people.ts'

describe.each(databases)('the audit log on $engine', ({ open }) => {
  let db: TestDatabase
  let owner: TestOwner
  let admin: TestOwner
  let team: string
  beforeAll(async () => {
    db = await open()
    owner = await signUp(db, 'Owner')
    admin = await signUp(db, 'Admin', 'admin')
    team = await addTeam(db, owner)
  })
  afterAll(() => db?.close())

  test('can be changed by no one: not by staff, not by the service, not by the owner of the database', async () => {
    const attempts = [`update audit_logs set action = 'created'`, 'delete from audit_logs', 'truncate audit_logs']
    for (const sql of attempts) {
      expect(await refusal(db.exec(sql)), sql).toMatchObject({ sqlstate: '42501', code: 'audit.immutable' })
      for (const person of [admin, { sub: randomUUID(), role: 'service_role' }]) {
        const attempt = db.as(person, (query) => query(sql))
        expect(await refusal(attempt), sql).toMatchObject({ sqlstate: '42501' })
      }
    }
  })

  test('has the changed columns before and after, who did it, and what the customer did themselves', async () => {
    await db.as(owner, (query) => query(`update organizations set name = 'Atelier Nova' where id = $1`, [team]))
    await db.as(admin, (query) => query(`update organizations set description = 'Ceramics' where id = $1`, [team]))
    const entries = await db.query(
      `select action, actor_id, actor_type, old_values, new_values from audit_logs
       where org_id = $1 and entity_type = 'organizations' and action = 'updated' order by created_at`,
      [team],
    )
    expect(entries).toEqual([
      {
        action: 'updated',
        actor_id: owner.sub,
        actor_type: 'user',
        old_values: { name: 'Atelier Lumen' },
        new_values: { name: 'Atelier Nova' },
      },
      {
        action: 'updated',
        actor_id: admin.sub,
        actor_type: 'staff',
        old_values: { description: null },
        new_values: { description: 'Ceramics' },
      },
    ])
  })

  test('has the same entry wherever a decision of staff is run: its id comes from the decision', async () => {
    const change = randomUUID()
    const at = '2026-01-02T03:04:05+00:00'
    await db.as(admin, (query) => query('select change_seats($1, 5, 4, $2, $3)', [team, change, at]))
    const entries = await db.query(
      `select id, action, actor_type, old_values, new_values, created_at from audit_logs where id =
         (md5($1 || ':org_subscriptions ' || (select id from org_subscriptions where org_id = $2::uuid)))::uuid`,
      [change, team],
    )
    expect(entries).toMatchObject([
      {
        action: 'seats_changed',
        actor_type: 'staff',
        old_values: { seats: 5 },
        new_values: { seats: 4 },
        created_at: new Date(at),
      },
    ])
  })

  test('ends an act with its function: what comes after in the same transaction stands for itself', async () => {
    await db.as(admin, async (query) => {
      await query('select change_seats($1, 4, 5)', [team])
      await query(`update organizations set description = 'Pottery' where id = $1`, [team])
    })
    const actions = await db.query(
      `select action from audit_logs where org_id = $1 and new_values @> '{"description": "Pottery"}'`,
      [team],
    )
    expect(actions).toEqual([{ action: 'updated' }])
  })

  test('says that a secret has changed, and not to what', async () => {
    await db.as(owner, async (query) => {
      await query(`update users set payment_method = '{"iban": "FR76"}' where id = $1`, [owner.sub])
      await query(`select invite_member($1, 'secret@example.com', 'member')`, [team])
    })
    const [secrets] = await db.query<{ text: string }>(
      `select string_agg(coalesce(old_values::text, '') || new_values::text, '') as text from audit_logs`,
    )
    expect(secrets?.text).not.toContain('FR76')
    const [invite] = await db.query<{ token: string }>(`select token from invites where email = 'secret@example.com'`)
    expect(secrets?.text).not.toContain(invite?.token)
    expect(secrets?.text).toContain('•••')
  })

  test('is counted over the last days, of one organisation or of all, as far as one may see it', async () => {
    const stats = async (person: TestOwner, org: string | null) =>
      (
        await db.as(person, (query) =>
          query<{ s: { total: number; by_action: Record<string, number> } }>('select get_audit_stats($1) as s', [org]),
        )
      )[0]?.s
    expect((await stats(admin, team))?.by_action.member_invited).toBe(1)
    expect((await stats(admin, null))?.total).toBeGreaterThan((await stats(admin, team))?.total ?? 0)
    expect((await stats(await signUp(db, 'Else'), team))?.total).toBe(0)
  })
})
