import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { products } from '#main/demo/data/partners-vrai/catalogue.ts'
import { columns } from '#main/demo/data/partners-vrai/columns.ts'
import { transitions } from '#main/demo/data/partners-vrai/workflow.ts'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { hashesOf } from '#tests/support/hashes.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const now = new Date('2026-03-18T00:00:00Z')

describe('the same seed', () => {
  test('gives the same rows, over PGlite and over Postgres', async () => {
    const hashes: Record<string, unknown>[] = []
    for (const postgres of [false, true]) {
      const cloud = await startTestCloud({ postgres, now })
      hashes.push(await hashesOf(cloud, columns))
      await cloud.stop()
    }
    expect(hashes[0]).toEqual(hashes[1])
    expect(Object.keys(hashes[0] ?? {})).toHaveLength(Object.keys(columns).length)
  })
})

describe('the demo', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startTestCloud({ size: 'demo', postgres: true, now })
  })
  afterAll(() => cloud.stop())

  /** Rows that break a promise; a good demo has none. */
  const none = async (sql: string) => expect(await cloud.sql(`${sql} limit 5`)).toEqual([])
  const numberOf = async (sql: string) => Number((await cloud.sql<{ n: string }>(`select (${sql})::text as n`))[0]?.n)

  test('is of the promised size, with a queue of old and new items', async () => {
    const tables = Object.keys(columns).filter((table) => table.startsWith('public.'))
    const total = await numberOf(tables.map((table) => `(select count(*) from ${table})`).join(' + '))
    expect(total).toBeGreaterThan(17_000)
    expect(total).toBeLessThan(25_000)
    const waiting = `select count(*) from public.documents where status = 'PENDING'`
    expect(await numberOf(waiting)).toBeGreaterThan(90)
    expect(await numberOf(waiting)).toBeLessThan(180)
    expect(await numberOf(`${waiting} and waiting_since < timestamptz '2026-03-08'`)).toBeGreaterThan(5)
    expect(await numberOf(`${waiting} and waiting_since > timestamptz '2026-03-17'`)).toBeGreaterThan(5)
  })

  test('has every status, up to four versions, and money in every state', async () => {
    await none(
      `select s from unnest(enum_range(null::public.dossier_status_code)) s except select status from public.dossiers`,
    )
    await none(
      `select s from unnest(enum_range(null::public.document_status)) s except select status from public.documents`,
    )
    await none(`select s from unnest(enum_range(null::public.order_status)) s except select status from public.orders`)
    await none(`select s from unnest(enum_range(null::public.user_status)) s except select status from public.profiles`)
    expect(await numberOf('select max(version) from public.document_versions')).toBe(4)
    expect(
      await numberOf(
        `select count(*) from public.orders o join public.profiles p on p.id = o.user_id
         where o.status = 'PENDING' and p.status = 'SUSPENDED'`,
      ),
    ).toBeGreaterThan(20)
  })

  test('keeps every foreign key, although none was checked on the way in', async () => {
    const keys = await cloud.sql<{ child: string; parent: string; pairs: string; set: string }>(
      `select conrelid::regclass::text as child, confrelid::regclass::text as parent,
         string_agg(format('p.%I = c.%I', pa.attname, ca.attname), ' and ') as pairs,
         string_agg(format('c.%I is not null', ca.attname), ' and ') as set
       from pg_constraint k, unnest(conkey, confkey) as u (child, parent), pg_attribute ca, pg_attribute pa
       where contype = 'f' and connamespace = 'public'::regnamespace
         and ca.attrelid = conrelid and ca.attnum = u.child and pa.attrelid = confrelid and pa.attnum = u.parent
       group by k.oid, conrelid, confrelid`,
    )
    expect(keys.length).toBeGreaterThan(30)
    for (const { child, parent, pairs, set } of keys) {
      await none(
        `select ctid::text from ${child} c where ${set} and not exists (select from ${parent} p where ${pairs})`,
      )
    }
  })

  test('moves dossiers only along the transitions that the database allows', async () => {
    for (const [from, to] of Object.entries(transitions)) {
      const allowed = await cloud.sql<{ to: string }>(
        'select t::text as to from public.allowed_dossier_transitions($1::public.dossier_status_code) t',
        [from],
      )
      expect(allowed.map((row) => row.to).sort()).toEqual([...to].sort())
    }
    await none(
      `select id from public.events where event_type = 'DOSSIER_STATUS_CHANGED' and (payload ->> 'to')::public.dossier_status_code
         not in (select public.allowed_dossier_transitions((payload ->> 'from')::public.dossier_status_code))`,
    )
  })

  test('tells the history of each dossier without a gap, ending where the dossier is', async () => {
    const steps = `
      select dossier_id, payload ->> 'from' as came, payload ->> 'to' as went, id, created_at,
        lag(payload ->> 'to', 1, 'NEW') over (partition by dossier_id order by created_at, id) as was
      from public.events where event_type = 'DOSSIER_STATUS_CHANGED'`
    await none(`select id from (${steps}) s where came <> was`)
    await none(
      `select d.id from public.dossiers d left join lateral (
         select s.id, s.went, s.created_at from (${steps}) s where s.dossier_id = d.id order by s.created_at desc limit 1
       ) last on true
       where d.status::text <> coalesce(last.went, 'NEW') or d.status_change_id is distinct from last.id`,
    )
  })

  test('leaves behind each act what the database would have left', async () => {
    const derived = (main: string, kind: string) => `md5(${main}::text || ':${kind}')::uuid`
    await none(
      `select v.id from public.document_versions v left join public.events e on e.id = ${derived('v.id', 'uploaded')}
       where e.event_type is distinct from 'DOCUMENT_UPLOADED' or e.created_at <> v.uploaded_at`,
    )
    await none(
      `select r.id from public.document_reviews r
       left join public.events e on e.id = ${derived('r.id', 'reviewed')}
       left join public.notifications n on n.id = ${derived('r.id', 'notification')} and n.event_id = e.id
       where n.id is null or e.payload ->> 'status' <> r.status::text or e.actor_id <> r.reviewer_id`,
    )
    await none(
      `select n.id from public.notifications n join public.profiles p on p.id = n.user_id
       where n.template <> 'payment.reminder' and (select count(*) from public.notification_deliveries d
         where d.notification_id = n.id) <> cardinality(p.notification_channels)`,
    )
    await none(
      `select d.id from public.documents d join public.document_versions v on v.document_id = d.id
       where v.version > (select version from public.document_versions where id = d.current_version_id)`,
    )
    await none(
      `select d.id from public.documents d where d.status in ('APPROVED', 'REJECTED') and d.status::text is distinct from (
         select r.status::text from public.document_reviews r where r.document_version_id = d.current_version_id)`,
    )
    await none(
      `select s.id from public.step_instances s join public.dossiers o on o.current_step_instance_id = s.id
       where s.completed_at is null and o.status in ('UNDER_REVIEW', 'AWAITING_DOCUMENTS', 'CORRECTIONS_REQUESTED')
         and public.are_step_documents_complete(s.id)`,
    )
  })

  test('reminds nobody twice within three days', async () => {
    await none(
      `select a.id from public.payment_reminders a join public.payment_reminders b
         on b.order_id = a.order_id and b.id <> a.id and abs(extract(epoch from b.sent_at - a.sent_at)) < 3 * 86400`,
    )
  })

  test('happens before now', async () => {
    for (const table of ['events', 'document_versions', 'messages', 'notifications', 'orders', 'dossiers']) {
      const column = table === 'document_versions' ? 'uploaded_at' : 'created_at'
      await none(`select id from public.${table} where ${column} > timestamptz '${now.toISOString()}'`)
    }
  })

  test('goes on with numbers where the seed has stopped', async () => {
    expect(await numberOf(`select nextval('public.dossier_reference_number')`)).toBe(
      (await numberOf('select count(*) from public.dossiers')) + 1,
    )
    expect(products.length).toBe(await numberOf('select count(*) from public.products'))
  })
})
