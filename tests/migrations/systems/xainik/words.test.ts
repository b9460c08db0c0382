import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { xainik } from '#shared/systems/xainik/manifest.ts'
import { messages } from '#shared/systems/xainik/messages.ts'
import type { TestDatabase } from '#tests/support/database.ts'
import type { TestPerson } from '#tests/support/people.ts'
import { createDatabase } from '#tests/support/postgres.ts'
import { testWords } from '../manifest-words.ts'
import { addDraft, addEmail, addEndorsement, addLink, addPitch, addRequest, addUser } from './people.ts'

const { actions } = xainik

describe('the words of xainik', () => {
  let db: TestDatabase
  let admin: TestPerson

  beforeAll(async () => {
    db = await createDatabase({ layers: ['platform', 'xainik'] })
    admin = await addUser(db, 'admin')
  })
  afterAll(() => db?.close())

  testWords(xainik, messages, { db: () => db, admin: () => admin })

  test('say what each decision is about', async () => {
    const veteran = await addUser(db, 'veteran', { name: 'Vikram Rathore' })
    const recruiter = await addUser(db, 'recruiter', { name: 'Julien Moreau' })
    const pitch = await addPitch(db, veteran)
    const subject = async (action: string, args: Record<string, string>) =>
      (await db.as(admin, (query) => query(actions[action]?.subject ?? '', [JSON.stringify(args)])))[0]
    expect(await subject('moderate_pitch', { p_pitch_id: pitch })).toEqual({
      pitch: 'Logistics lead',
      veteran: 'Vikram Rathore',
    })
    const endorsement = await addEndorsement(db, veteran, recruiter)
    expect(await subject('moderate_endorsement', { p_endorsement_id: endorsement })).toEqual({
      endorser: 'Julien Moreau',
      veteran: 'Vikram Rathore',
    })
    const link = await addLink(db, recruiter, pitch)
    expect(await subject('moderate_shared_pitch', { p_shared_pitch_id: link })).toEqual({
      pitch: 'Logistics lead',
      sharer: 'Julien Moreau',
    })
    const person = { p_user_id: veteran.sub }
    expect(await subject('change_user_role', person)).toEqual({ person: 'Vikram Rathore' })
    expect(await subject('grant_permission', { ...person, p_permission: 'activity.read' })).toEqual({
      person: 'Vikram Rathore',
      permission: 'activity.read',
    })
    const [held] = await db.query<{ id: string }>(
      `insert into user_permissions (user_id, permission) values ($1, 'users.manage') returning id`,
      [recruiter.sub],
    )
    expect(await subject('revoke_permission', { p_permission_id: held?.id ?? '' })).toEqual({
      person: 'Julien Moreau',
      permission: 'users.manage',
    })
    const request = await addRequest(db, recruiter, veteran)
    for (const action of ['change_request_status', 'add_recruiter_note']) {
      expect(await subject(action, { p_request_id: request })).toEqual({
        job: 'Planner',
        company: null,
        veteran: 'Vikram Rathore',
        recruiter: 'Julien Moreau',
      })
    }
    const draft = await addDraft(db, recruiter)
    for (const action of ['issue_invoice', 'void_invoice', 'record_receipt']) {
      expect(await subject(action, { p_invoice_id: draft })).toEqual({ invoice: null, person: 'Julien Moreau' })
    }
    expect(await subject('resend_email', { p_email_id: await addEmail(db, veteran, 'failed') })).toEqual({
      to: 'old@example.com',
      email: 'Welcome',
    })
    expect(await subject('archive_payment_events', { p_before: '2026-01-31T00:00:00Z' })).toEqual({
      before: '2026-01-31',
    })
  })
})
