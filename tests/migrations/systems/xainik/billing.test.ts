import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TestDatabase } from '#tests/support/database.ts'
import type { TestPerson } from '#tests/support/people.ts'
import { refusal } from '#tests/support/refusal.ts'
import { databases } from './databases.ts'
import { addDraft, addEmail, addPaymentEvent, addUser } from './people.ts'

describe.each(databases)('billing and e-mail on $engine', ({ open }) => {
  let db: TestDatabase
  let admin: TestPerson
  let moderator: TestPerson
  let recruiter: TestPerson
  let draft: string

  beforeAll(async () => {
    db = await open()
    admin = await addUser(db, 'admin', { name: 'Meera Krishnan' })
    moderator = await addUser(db, 'moderator')
    recruiter = await addUser(db, 'recruiter')
  })
  afterAll(() => db?.close())
  beforeEach(async () => {
    draft = await addDraft(db, recruiter)
  })

  const call = async (sql: string, params: unknown[], person = admin) =>
    (await db.as(person, (query) => query<{ answer: Record<string, unknown> }>(`select ${sql} as answer`, params)))[0]
      ?.answer ?? {}
  const issue = (id = draft, days = 14) => call('issue_invoice($1, $2)', [id, days])
  const pay = (amount: number, id = draft) => call(`record_receipt($1, $2, 'bank_transfer')`, [id, amount])
  const invoice = async (id = draft) =>
    (await db.query<Record<string, unknown>>('select * from invoices where id = $1', [id]))[0]

  test('an issued invoice has the next number, and a due day', async () => {
    const numbers = [(await issue()).invoice_number, (await issue(await addDraft(db, recruiter))).invoice_number]
    const [first, second] = numbers.map((number) => Number(/^INV-\d{4}-(\d{6})$/.exec(String(number))?.[1]))
    expect(second).toBe((first ?? 0) + 1)
    expect(await invoice()).toMatchObject({ status: 'issued', invoice_number: numbers[0] })
  })

  test('an invoice is issued once, and only when it bills something', async () => {
    await issue()
    const { invoice_number } = (await invoice()) ?? {}
    expect(await refusal(issue())).toMatchObject({
      sqlstate: 'OP409',
      code: 'invoice.no_draft',
      current: { status: 'issued', invoice_number },
      retryArgs: null,
    })
    expect(await refusal(issue(await addDraft(db, recruiter, 0)))).toMatchObject({ code: 'invoice.empty' })
    expect(await refusal(issue(await addDraft(db, recruiter), 121))).toMatchObject({
      code: 'invoice.due_invalid',
      field: 'p_due_in_days',
    })
  })

  test('a refused issue takes no number', async () => {
    const before = await db.query('select last_number from numbering_state')
    await refusal(
      db.as(admin, async (query) => {
        await query('select issue_invoice($1)', [draft])
        await query('select 1 / 0')
      }),
    )
    expect(await db.query('select last_number from numbering_state')).toEqual(before)
  })

  test('what has a number keeps it, and is deleted by nobody, not even with its person', async () => {
    await issue()
    const refused = { sqlstate: '42501', code: 'numbering.keeps' }
    expect(await refusal(db.query('delete from invoices where id = $1', [draft]))).toMatchObject(refused)
    expect(await refusal(db.query('update invoices set invoice_number = null where id = $1', [draft]))).toMatchObject(
      refused,
    )
    expect(await refusal(db.query('delete from auth.users where id = $1', [recruiter.sub]))).toMatchObject(refused)
    const other = await addUser(db, 'recruiter')
    await addDraft(db, other)
    await db.query('delete from auth.users where id = $1', [other.sub])
    expect(await db.query('select from invoices where user_id = $1', [other.sub])).toEqual([])
  })

  test('a void invoice keeps its number and its reason', async () => {
    const void_ = (reason: string, from = 'issued') => call('void_invoice($1, $2, $3)', [draft, from, reason])
    expect(await refusal(void_('Twice.', 'draft'))).toMatchObject({ code: 'invoice.not_voidable' })
    await issue()
    expect(await refusal(void_(' '))).toMatchObject({ code: 'invoice.reason_required', field: 'p_reason' })
    await void_('Billed twice.')
    expect(await invoice()).toMatchObject({
      status: 'void',
      void_reason: 'Billed twice.',
      invoice_number: expect.any(String),
    })
    expect(await refusal(void_('Again.'))).toMatchObject({
      sqlstate: 'OP409',
      code: 'invoice.moved',
      current: { status: 'void', void_reason: 'Billed twice.' },
      retryArgs: null,
    })
  })

  test('receipts have numbers of their own, and an invoice is paid when nothing is left open', async () => {
    expect(await refusal(pay(10))).toMatchObject({ code: 'receipt.draft' })
    await issue()
    await pay(180)
    expect(await invoice()).toMatchObject({ status: 'issued', paid_at: null })
    expect(await refusal(pay(1001))).toMatchObject({
      code: 'receipt.too_much',
      field: 'p_amount_minor',
      params: { open: 1000, currency: 'INR' },
    })
    expect(await refusal(call(`void_invoice($1, 'issued', 'No.')`, [draft]))).toMatchObject({
      code: 'invoice.partly_paid',
    })
    await pay(1000)
    expect(await invoice()).toMatchObject({ status: 'paid', paid_at: expect.any(Date) })
    const numbers = await db.query('select receipt_number from receipts where invoice_id = $1', [draft])
    expect(numbers).toEqual([1, 2].map(() => ({ receipt_number: expect.stringMatching(/^RCT-\d{4}-\d{6}$/) })))
    expect(await refusal(pay(1))).toMatchObject({ sqlstate: 'OP409', code: 'receipt.not_open' })
    expect(await refusal(pay(0))).toMatchObject({ code: 'receipt.amount_invalid', field: 'p_amount_minor' })
    expect(await refusal(call(`record_receipt($1, 5, 'gold')`, [draft]))).toMatchObject({
      code: 'receipt.method_required',
    })
  })

  test('handled reports from before the day go to the archive once, as they were; the others stay', async () => {
    const [old, failed, fresh] = [
      await addPaymentEvent(db, 'processed', 120),
      await addPaymentEvent(db, 'failed', 120),
      await addPaymentEvent(db, 'processed', 100),
    ]
    const [before] = await db.query<{ row: object }>('select to_jsonb(e) as row from payment_events e where id = $1', [
      old,
    ])
    const archive = () => call(`archive_payment_events(now() - interval '110 days')`, [])
    expect(await archive()).toEqual({ archived: 1 })
    expect(await archive()).toEqual({ archived: 0 })
    const kept = await db.query<{ id: string }>('select id from payment_events')
    expect(kept.map(({ id }) => id).sort()).toEqual([failed, fresh].sort())
    const archived = await db.query<{ row: object }>('select to_jsonb(e) as row from payment_events_archive e')
    expect(archived).toMatchObject([{ row: { ...before?.row, archived_by: admin.sub } }])
    expect(await refusal(call(`archive_payment_events(now() - interval '89 days')`, []))).toMatchObject({
      code: 'payment_events.too_recent',
      field: 'p_before',
    })
  })

  test('a failed e-mail goes out once more, to the address that the person has now', async () => {
    const id = await addEmail(db, recruiter, 'bounced')
    const again = randomUUID()
    await call('resend_email($1, $2)', [id, again])
    expect(
      await db.query('select to_email, status, resend_of, requested_by from email_logs where id = $1', [again]),
    ).toEqual([{ to_email: recruiter.email, status: 'queued', resend_of: id, requested_by: admin.sub }])
    expect(await refusal(call('resend_email($1)', [id]))).toMatchObject({
      sqlstate: 'OP409',
      code: 'email.resent',
      current: { requested_by: 'Meera Krishnan' },
      retryArgs: null,
    })
    const sent = await addEmail(db, recruiter, 'delivered')
    expect(await refusal(call('resend_email($1)', [sent]))).toMatchObject({ code: 'email.not_failed' })
  })

  test('a moderator does none of this without the permission', async () => {
    const needed = (permission: string) => ({
      sqlstate: '42501',
      code: 'xainik.permission_needed',
      params: { permission },
    })
    expect(await refusal(call('issue_invoice($1)', [draft], moderator))).toMatchObject(needed('billing.manage'))
    const email = await addEmail(db, recruiter, 'failed')
    expect(await refusal(call('resend_email($1)', [email], moderator))).toMatchObject(needed('emails.manage'))
    await call(`grant_permission($1, 'billing.manage')`, [moderator.sub])
    expect(await call('issue_invoice($1)', [draft], moderator)).toMatchObject({ invoice_id: draft })
  })
})
