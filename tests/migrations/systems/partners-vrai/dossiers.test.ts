import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TestDatabase } from '#tests/support/database.ts'
import { addPerson, type TestPerson } from '#tests/support/people.ts'
import { refusal } from '#tests/support/refusal.ts'
import { databases } from './databases.ts'
import { addDossier, addProduct, type TestDossier, type TestProduct, upload } from './dossier.ts'

describe.each(databases)('dossiers on $engine', ({ open }) => {
  let db: TestDatabase
  let product: TestProduct
  let agent: TestPerson
  let other: TestPerson
  let client: TestPerson
  let dossier: TestDossier

  beforeAll(async () => {
    db = await open()
    product = await addProduct(db)
    agent = await addPerson(db, 'agent', 'Marie Dupont')
    other = await addPerson(db, 'agent', 'Karim Haddad')
    client = await addPerson(db, 'client', 'Ama Mensah')
  })
  afterAll(() => db?.close())
  beforeEach(async () => {
    dossier = await addDossier(db, product, client)
  })

  const call = (sql: string, params: unknown[], person = agent) =>
    db.as(person, (query) => query(`select ${sql}`, params))
  const move = (from: string, to: string, comment: string | null = null, id = randomUUID()) =>
    call('change_dossier_status($1, $2, $3, $4, $5)', [dossier.id, from, to, comment, id])
  const assign = (to: string | null, from: string | null, person = agent) =>
    call('assign_dossier($1, $2, $3)', [dossier.id, to, from], person)
  const row = async () =>
    (
      await db.query<{ status: string; assigned_to: string | null }>('select * from dossiers where id = $1', [
        dossier.id,
      ])
    )[0]

  test('the server numbers dossiers by year', () => {
    expect(dossier.reference).toMatch(/^D-\d{4}-\d{5}$/)
  })

  test('every allowed transition is taken, and every other one refused', async () => {
    const codes = (
      await db.query<{ code: string }>('select unnest(enum_range(null::dossier_status_code)) as code')
    ).map((entry) => entry.code)
    for (const from of codes) {
      const allowed = (await db.query<{ code: string }>('select allowed_dossier_transitions($1) as code', [from])).map(
        (entry) => entry.code,
      )
      for (const to of codes) {
        await db.query('update dossiers set status = $1 where id = $2', [from, dossier.id])
        if (allowed.includes(to)) {
          await move(from, to)
          expect((await row())?.status).toBe(to)
        } else {
          expect(await refusal(move(from, to)), `${from} to ${to}`).toMatchObject({
            sqlstate: 'OP400',
            code: 'dossier.transition_not_allowed',
            field: 'p_to_status',
          })
        }
      }
    }
  })

  test('finished dossiers stay finished', async () => {
    for (const status of ['COMPLETED', 'CANCELLED']) {
      expect(await db.query('select allowed_dossier_transitions($1)', [status])).toEqual([])
    }
  })

  test('a change writes one event with its id, and tells the client', async () => {
    const id = randomUUID()
    await move('AWAITING_DOCUMENTS', 'ON_HOLD', 'The client travels.', id)
    expect(await db.query('select * from events where id = $1', [id])).toMatchObject([
      {
        event_type: 'DOSSIER_STATUS_CHANGED',
        actor_type: 'AGENT',
        actor_id: agent.sub,
        payload: { from: 'AWAITING_DOCUMENTS', to: 'ON_HOLD', comment: 'The client travels.' },
      },
    ])
    expect(await db.query('select * from notifications where event_id = $1', [id])).toMatchObject([
      { user_id: client.sub, template: 'dossier.status_changed' },
    ])
  })

  test('a change decided on another status is a lost precondition; it can be repeated where still allowed', async () => {
    await call('change_dossier_status($1, $2, $3)', [dossier.id, 'AWAITING_DOCUMENTS', 'UNDER_REVIEW'], other)
    expect(await refusal(move('AWAITING_DOCUMENTS', 'ON_HOLD'))).toMatchObject({
      sqlstate: 'OP409',
      code: 'dossier.moved',
      params: { reference: dossier.reference },
      current: { status: 'UNDER_REVIEW', changed_by: 'Karim Haddad' },
      retryArgs: { p_from_status: 'UNDER_REVIEW' },
    })
    expect(await refusal(move('AWAITING_DOCUMENTS', 'FILED'))).toMatchObject({ code: 'dossier.moved', retryArgs: null })
    expect(await refusal(move('AWAITING_DOCUMENTS', 'UNDER_REVIEW'))).toMatchObject({ retryArgs: null })
  })

  test('entering the status of the next step completes the one before', async () => {
    await move('AWAITING_DOCUMENTS', 'IN_PREPARATION')
    const steps = await db.query(
      `select s.label, si.completed_at is not null as completed, si.id = d.current_step_instance_id as here
       from step_instances si join steps s on s.id = si.step_id join dossiers d on d.id = si.dossier_id
       where d.id = $1 order by s.label`,
      [dossier.id],
    )
    expect(steps).toEqual([
      { label: 'Documents', completed: true, here: false },
      { label: 'Filing', completed: false, here: true },
    ])
    expect(await db.query('select get_next_step_for_dossier($1) as step', [dossier.id])).toEqual([{ step: null }])
  })

  test('the next step of a new dossier is its first', async () => {
    await db.query('update dossiers set current_step_instance_id = null where id = $1', [dossier.id])
    expect(await db.query('select get_next_step_for_dossier($1) as step', [dossier.id])).toEqual([
      { step: product.documentsStep },
    ])
  })

  test('a step without a document is complete only when nothing is asked for', async () => {
    const complete = async (id: string) =>
      (await db.query<{ yes: boolean }>('select are_step_documents_complete($1) as yes', [id]))[0]?.yes
    expect(await complete(dossier.step)).toBe(false)
    expect(await complete(randomUUID())).toBe(false)
    await db.query('delete from documents where dossier_id = $1', [dossier.id])
    expect(await complete(dossier.step)).toBe(false)
    const [filing] = await db.query<{ id: string }>(
      'insert into step_instances (dossier_id, step_id) values ($1, $2) returning id',
      [dossier.id, product.filingStep],
    )
    expect(await complete(filing?.id ?? '')).toBe(true)
  })

  test('what a step asks for must be approved, wherever in the dossier it lies', async () => {
    const complete = async () =>
      (await db.query<{ yes: boolean }>('select are_step_documents_complete($1) as yes', [dossier.step]))[0]?.yes
    await db.query('update documents set step_instance_id = null where dossier_id = $1', [dossier.id])
    const versions = [
      await upload(db, client, dossier.id, dossier.passport),
      await upload(db, client, dossier.id, dossier.address),
    ]
    expect(await complete()).toBe(false)
    await call(`review_document($1, $2, 'APPROVED')`, [dossier.passport, versions[0]])
    expect(await complete()).toBe(false)
    await call(`review_document($1, $2, 'APPROVED')`, [dossier.address, versions[1]])
    expect(await complete()).toBe(true)
  })

  test('a comment that is too long is refused', async () => {
    expect(await refusal(move('AWAITING_DOCUMENTS', 'ON_HOLD', 'x'.repeat(2001)))).toMatchObject({
      code: 'dossier.comment_too_long',
      field: 'p_comment',
    })
    expect(await refusal(call('change_dossier_status($1, $2, $3)', [randomUUID(), 'NEW', 'ON_HOLD']))).toMatchObject({
      code: 'dossier.unknown',
    })
  })

  test('a dossier is taken over, handed on and given back, with its history', async () => {
    await assign(agent.sub, null)
    await assign(other.sub, agent.sub)
    expect((await row())?.assigned_to).toBe(other.sub)
    await assign(null, other.sub, other)
    expect((await row())?.assigned_to).toBeNull()
    const history = await db.query(
      `select agent_id, assigned_by, released_at is not null as released from dossier_assignments
       where dossier_id = $1 order by assigned_at`,
      [dossier.id],
    )
    expect(history).toEqual([
      { agent_id: agent.sub, assigned_by: agent.sub, released: true },
      { agent_id: other.sub, assigned_by: agent.sub, released: true },
    ])
    const events = await db.query(`select from events where dossier_id = $1 and event_type = 'DOSSIER_ASSIGNED'`, [
      dossier.id,
    ])
    expect(events).toHaveLength(3)
  })

  test('what somebody else took meanwhile is not taken from them silently', async () => {
    await assign(other.sub, null, other)
    const lost = await refusal(assign(agent.sub, null))
    expect(lost).toMatchObject({
      sqlstate: 'OP409',
      code: 'assignment.changed',
      params: { holder: 'Karim Haddad', reference: dossier.reference },
      current: { agent_id: other.sub, holder: 'Karim Haddad' },
      retryArgs: { p_from_agent_id: other.sub },
    })
    await assign(agent.sub, String(lost.retryArgs?.p_from_agent_id))
    expect((await row())?.assigned_to).toBe(agent.sub)
    await assign(null, agent.sub)
    expect(await refusal(assign(other.sub, agent.sub))).toMatchObject({ code: 'assignment.released' })
  })

  test('no dossier goes to someone who is not an active agent, nor to who has it already', async () => {
    const inactive = await addPerson(db, 'inactive')
    for (const sub of [inactive.sub, client.sub, randomUUID()]) {
      expect(await refusal(assign(sub, null))).toMatchObject({ code: 'assignment.agent_inactive', field: 'p_agent_id' })
    }
    await assign(agent.sub, null)
    expect(await refusal(assign(agent.sub, agent.sub))).toMatchObject({ code: 'assignment.unchanged' })
    const note = call('assign_dossier($1, $2, $3, $4)', [dossier.id, other.sub, agent.sub, 'x'.repeat(2001)])
    expect(await refusal(note)).toMatchObject({ code: 'assignment.note_too_long', field: 'p_note' })
  })

  test('a message reaches the dossier and the client is told', async () => {
    const id = randomUUID()
    await call('send_message($1, $2, $3)', [dossier.id, '  Bonjour  ', id])
    expect(await db.query('select * from messages where id = $1', [id])).toMatchObject([
      { sender_type: 'AGENT', sender_id: agent.sub, body: 'Bonjour' },
    ])
    expect(
      await db.query(`select * from notifications where id = md5($1 || ':notification')::uuid`, [id]),
    ).toMatchObject([{ user_id: client.sub, template: 'message.received' }])
    expect(await refusal(call('send_message($1, $2)', [dossier.id, ' \n']))).toMatchObject({ code: 'message.empty' })
    expect(await refusal(call('send_message($1, $2)', [dossier.id, 'x'.repeat(10_001)]))).toMatchObject({
      code: 'message.too_long',
      field: 'p_body',
    })
  })

  test('half an actor is no actor', async () => {
    const half = db.query(`insert into messages (dossier_id, sender_type, body) values ($1, 'AGENT', 'x')`, [
      dossier.id,
    ])
    expect(await refusal(half)).toMatchObject({ sqlstate: '23514', constraint: 'messages_actor_complete' })
    const event = db.query(
      `insert into events (event_type, entity_type, entity_id, actor_type, actor_id)
       values ('MESSAGE_SENT', 'messages', $1, 'SYSTEM', $1)`,
      [dossier.id],
    )
    expect(await refusal(event)).toMatchObject({ sqlstate: '23514', constraint: 'events_actor_complete' })
  })
})
