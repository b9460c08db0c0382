import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filter as filterSchema } from '#shared/model/filter.ts'
import { linkdev } from '#shared/systems/linkdev/manifest.ts'
import { messages } from '#shared/systems/linkdev/messages.ts'
import type { Label } from '#shared/systems/manifest.ts'
import { messages as ofPartners } from '#shared/systems/partners-vrai/messages.ts'
import { manifestOf } from '#shared/systems/systems.ts'
import type { TestDatabase } from '#tests/support/database.ts'
import { createDatabase } from '#tests/support/postgres.ts'
import { addMember, addTeam, signUp, type TestOwner } from './people.ts'

const folder = join(import.meta.dirname, '../../../../migrations/systems/linkdev')

describe('the words of linkdev', () => {
  let db: TestDatabase
  let admin: TestOwner
  let member: TestOwner
  let team: string
  beforeAll(async () => {
    db = await createDatabase({ layers: ['platform', 'linkdev'] })
    admin = await signUp(db, 'Daniel Foster', 'admin')
    member = await signUp(db, 'Toby Wallis')
    team = await addTeam(db, await signUp(db, 'Solène Perrot'))
    await addMember(db, team, member, 'member')
  })
  afterAll(() => db?.close())

  const columnsOf = async () =>
    (
      await db.query<{ table: string; column: string }>(
        `select table_name as table, column_name as column from information_schema.columns where table_schema = 'public'`,
      )
    ).map(({ table, column }) => ({ table, column }))

  test('name every column, and no column that is not there', async () => {
    const found = await columnsOf()
    const unnamed = found.filter(
      ({ table, column }) => !(column in linkdev.columns) && !(`${table}.${column}` in linkdev.columns),
    )
    expect(unnamed).toEqual([])
    const there = new Set(found.flatMap(({ table, column }) => [column, `${table}.${column}`]))
    expect(Object.keys(linkdev.columns).filter((name) => !there.has(name))).toEqual([])
  })

  test('name every value of every enum and of every column with a fixed list, and no other', async () => {
    const enums = await db.query<{ type: string; values: string[] }>(
      `select t.typname as type, array_agg(e.enumlabel::text order by e.enumlabel) as values
       from pg_enum e join pg_type t on t.oid = e.enumtypid group by 1`,
    )
    const checks = await db.query<{ list: string; rule: string }>(
      `select conrelid::regclass || '.' || a.attname as list, pg_get_constraintdef(c.oid) as rule
       from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
       where contype = 'c' and cardinality(conkey) = 1 and c.connamespace = 'public'::regnamespace
         and pg_get_constraintdef(c.oid) ~ 'ANY \\(+ARRAY'`,
    )
    const wanted: Record<string, string[]> = Object.fromEntries(enums.map(({ type, values }) => [type, values]))
    for (const { list, rule } of checks) {
      wanted[list] = [...rule.matchAll(/'([^']+)'::text/g)].map(([, value]) => value as string).sort()
    }
    // Views show columns of tables: theirs are the same lists.
    for (const [view, table] of [
      ['organization_usage.plan_name', 'org_subscriptions.plan_name'],
      ['organization_usage.feature_key', 'plan_features.feature_key'],
      ['team_members.role', 'organization_members.role'],
    ] as const) {
      wanted[view] = wanted[table] as string[]
    }
    const named = Object.fromEntries(
      Object.entries(linkdev.labels).map(([list, words]) => [list, Object.keys(words).sort()]),
    )
    expect(named).toEqual(
      Object.fromEntries(Object.entries(wanted).map(([list, values]) => [list, [...values].sort()])),
    )
  })

  test('are there in both languages, everywhere', () => {
    const empty: string[] = []
    const look = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return
      if ('en' in value && 'fr' in value && typeof value.en === 'string') {
        const { en, fr } = value as Label
        if (!en.trim() || !fr.trim()) empty.push(path)
      } else for (const [name, inner] of Object.entries(value)) look(inner, `${path}.${name}`)
    }
    look(linkdev, 'linkdev')
    look(messages, 'messages')
    expect(empty).toEqual([])
  })

  test('have a sentence for every code that the functions raise, with the params that they give', async () => {
    const files = await readdir(folder)
    const sql = (await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))).join('\n')
    const refused = [...sql.matchAll(/linkdev\.(?:refuse|lost)\('[\s\S]*?;\n/g)].map(([call]) => call)
    const raised = new Set(
      refused.map((call) => call.replace(/linkdev\.refuse\(\s*'[a-z_]+',\s*/, '').match(/'([a-z]+\.[a-z_]+)'/)?.[1]),
    )
    for (const [, code] of sql.matchAll(/"code": "([a-z_.]+)"/g)) raised.add(code)
    for (const [, , code] of sql.matchAll(/linkdev\.refuse\((p_field|'[a-z_]+'), '([a-z]+\.[a-z_]+)'/g))
      raised.add(code)
    expect([...raised].filter(Boolean).sort()).toEqual(Object.keys(messages).sort())

    for (const [code, { en, fr }] of Object.entries(messages)) {
      const params = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()
      expect(params(fr), code).toEqual(params(en))
      const calls = refused.filter((call) => call.includes(`'${code}'`))
      for (const name of params(en)) {
        expect(
          calls.every((call) => call.includes(String(name))),
          code,
        ).toBe(true)
      }
    }
  })

  test('share no code with another system: a sentence is found by its code alone', () => {
    expect(Object.keys(messages).filter((code) => code in ofPartners)).toEqual([])
  })

  test('name a function in every action, each of its arguments in order, and columns that are there', async () => {
    const columns = await columnsOf()
    const has = (table: string, column: string) => columns.some((one) => one.table === table && one.column === column)
    for (const [name, { on, args }] of Object.entries(linkdev.actions)) {
      const [row] = await db.query<{ names: string[] }>(
        `select proargnames[: pronargs] as names from pg_proc where pronamespace = 'public'::regnamespace and proname = $1`,
        [name],
      )
      const inOrder = row?.names.filter((arg) => args && arg in args)
      expect(Object.keys(args ?? {}), name).toEqual(inOrder)
      expect(on && on.table in linkdev.tables, name).toBe(true)
      for (const { from } of Object.values(args ?? {})) if (from) expect(has(on?.table ?? '', from), name).toBe(true)
    }
    for (const [table, { name, list, scope }] of Object.entries(linkdev.tables)) {
      const by = typeof scope === 'object' ? [scope.by] : []
      for (const column of [...(list ?? []), ...by, ...(name ? [name] : [])])
        expect(has(table, column), column).toBe(true)
    }
  })

  test('lead to lists over columns that are there', async () => {
    const columns = await columnsOf()
    for (const { name, table, filter, sort, columns: shown } of linkdev.views) {
      expect(filterSchema.safeParse(filter).success, name).toBe(true)
      const used = [...JSON.stringify(filter).matchAll(/"column":"(\w+)"/g)].map(([, column]) => column)
      for (const column of [...used, ...sort.map((one) => one.column), ...(shown ?? [])]) {
        expect(
          columns.some((one) => one.table === table && one.column === column),
          `${name} ${column}`,
        ).toBe(true)
      }
    }
  })

  test('draw every chart from the database, and a sound one has nothing to say', async () => {
    for (const { charts } of linkdev.dashboards) {
      for (const { name, sql, as, x, y } of charts) {
        const rows = await db.as(admin, (query) => query(sql))
        if (as === 'check') expect(rows, name).toEqual([])
        for (const row of rows) expect(Object.keys(row), name).toEqual([...(x ? [x] : []), ...Object.keys(y ?? {})])
      }
    }
  })

  test('say what each decision is about', async () => {
    const subject = (action: string, args: Record<string, unknown>) =>
      db.as(admin, (query) => query(linkdev.actions[action]?.subject ?? '', [JSON.stringify(args)]))
    const one = async (sql: string) => (await db.query<{ id: string }>(sql, [team]))[0]?.id
    const invite = await one(
      `insert into invites (org_id, email, token, expires_at) values ($1, 'a@b.co', repeat('a', 43), now() + interval '1 day') returning id`,
    )
    const reminder = await one(`insert into reminders (org_id, title, due_at) values ($1, 'Call', now()) returning id`)
    const message = await one(
      `insert into notifications_outbox (org_id, event) values ($1, 'member.invited') returning id`,
    )
    const organization = 'Atelier Lumen'
    const about: Record<string, [Record<string, unknown>, Record<string, string>]> = {
      invite_member: [
        { p_org_id: team, p_email: 'a@b.co' },
        { person: 'a@b.co', organization },
      ],
      revoke_invite: [{ p_invite_id: invite }, { person: 'a@b.co', organization }],
      change_member_role: [
        { p_org_id: team, p_user_id: member.sub },
        { person: 'Toby Wallis', organization },
      ],
      remove_member: [
        { p_org_id: team, p_user_id: member.sub },
        { person: 'Toby Wallis', organization },
      ],
      change_account_type: [{ p_user_id: member.sub }, { person: 'Toby Wallis' }],
      change_organization_plan: [
        { p_org_id: team, p_to_plan: 'pro' },
        { organization, plan: 'pro' },
      ],
      change_seats: [{ p_org_id: team }, { organization }],
      cancel_subscription: [{ p_org_id: team }, { organization }],
      resume_subscription: [{ p_org_id: team }, { organization }],
      set_plan_feature: [
        { p_plan: 'pro', p_feature: 'max_mau' },
        { plan: 'pro', feature: 'max_mau' },
      ],
      complete_reminder: [{ p_reminder_id: reminder }, { reminder: 'Call', organization }],
      settle_notification: [{ p_notification_id: message }, { message: 'member.invited', receiver: organization }],
    }
    expect(Object.keys(about)).toEqual(Object.keys(linkdev.actions))
    for (const [action, [args, words]] of Object.entries(about))
      expect(await subject(action, args), action).toEqual([words])
  })

  test('tell the history of a row from the audit log, newest first', async () => {
    await db.as(admin, (query) => query('select change_seats($1, 5, 4)', [team]))
    const [row] = await db.query<{ id: string }>('select id from org_subscriptions where org_id = $1', [team])
    const told = await db.as(admin, (query) =>
      query(linkdev.history ?? '', ['org_subscriptions', JSON.stringify({ id: row?.id }), row?.id]),
    )
    expect(told).toMatchObject([
      { actor: 'Daniel Foster', action: 'seats_changed', before: { seats: 5 }, after: { seats: 4 } },
      { actor: 'system', action: 'updated', before: { seats: 1 } },
      { actor: 'Solène Perrot', action: 'created', before: null },
    ])
  })

  test('are found by the name of the system', () => {
    expect(manifestOf('linkdev')).toBe(linkdev)
  })
})
