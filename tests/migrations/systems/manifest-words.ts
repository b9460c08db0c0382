import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Filter, filter } from '#shared/model/filter.ts'
import type { Label, Manifest } from '#shared/systems/manifest.ts'
import { manifestOf, manifests } from '#shared/systems/systems.ts'
import type { TestDatabase } from '#tests/support/database.ts'
import type { TestPerson } from '#tests/support/people.ts'

interface Place {
  readonly db: () => TestDatabase
  /** Somebody who may see every row. */
  readonly admin: () => TestPerson
}

/** What holds for the words of every system: they name everything that is there, in both languages, and nothing else. */
export function testWords(manifest: Manifest, messages: Readonly<Record<string, Label>>, { db, admin }: Place): void {
  const { system, tables, columns, labels, actions, views, dashboards } = manifest

  const names = async (sql: string) => (await db().query<{ name: string }>(sql)).map((row) => row.name)
  const catalogue = () =>
    names(
      `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`,
    )

  test('name every table and view, every column, and nothing else', async () => {
    const relations = await names(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v') order by 1`,
    )
    expect(Object.keys(tables).sort()).toEqual(relations)
    const all = await catalogue()
    for (const column of all) {
      expect(columns[column] ?? columns[column.split('.')[1] as string], column).toBeDefined()
    }
    for (const name of Object.keys(columns)) {
      expect(
        all.some((column) => column === name || column.endsWith(`.${name}`)),
        name,
      ).toBe(true)
    }
  })

  test('name every value of every enum, and of every column with a fixed list', async () => {
    const enums = await names(
      `select t.typname || '.' || e.enumlabel as name from pg_enum e join pg_type t on t.oid = e.enumtypid`,
    )
    const checks = await db().query<{ at: string; check: string }>(
      `select conrelid::regclass || '.' || a.attname as at, pg_get_constraintdef(c.oid) as check
       from pg_constraint c join pg_attribute a on a.attrelid = conrelid and a.attnum = conkey[1]
       where contype = 'c' and connamespace = 'public'::regnamespace and cardinality(conkey) = 1
         and pg_get_constraintdef(c.oid) like '%= ANY (%ARRAY[%'`,
    )
    const listed = checks.flatMap(({ at, check }) =>
      [...check.matchAll(/'([^']+)'::(?:text|character varying)/g)].map(([, value]) => `${at}.${value}`),
    )
    const named = Object.entries(labels).flatMap(([type, words]) =>
      Object.keys(words).map((value) => `${type}.${value}`),
    )
    expect(named.sort()).toEqual([...enums, ...listed].sort())
  })

  test('are there in both languages, and are two different texts where languages differ', () => {
    const all: Label[] = [
      ...Object.values(tables).flatMap(({ label, one, group }) => [label, one, group]),
      ...Object.values(columns),
      ...Object.values(labels).flatMap((words) => Object.values(words)),
      ...Object.values(actions).flatMap(({ label, confirm, args }) => [
        label,
        confirm,
        ...Object.values(args ?? {}).map((argument) => argument.label),
      ]),
      ...views.map(({ label }) => label),
      ...dashboards.flatMap(({ label, charts }) => [label, ...charts.map((chart) => chart.label)]),
      ...Object.values(messages),
    ].filter((label) => label !== undefined)
    for (const { en, fr } of all) expect([en.trim() === '', fr.trim() === ''], en).toEqual([false, false])
    expect(all.filter(({ en, fr }) => en !== fr).length).toBeGreaterThan(all.length * 0.8)
  })

  test('have a sentence for every code that the functions raise, with the params that they give', async () => {
    const folder = join(import.meta.dirname, `../../../migrations/systems/${system}`)
    const files = await readdir(folder)
    const sql = (await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))).join('\n')
    const refused = [...sql.matchAll(new RegExp(`${system}\\.(?:refuse|lost|problem)\\([\\s\\S]*?;\\n`, 'g'))].map(
      ([call]) => call,
    )
    const raised = new Set(
      refused.flatMap((call) => [...call.matchAll(/'([a-z_]+\.[a-z_]+)'/g)].map(([, code]) => code)),
    )
    for (const [, code] of sql.matchAll(/["']code["'](?::|,) ["']([a-z_]+\.[a-z_]+)["']/g)) raised.add(code)
    expect([...raised].sort()).toEqual(Object.keys(messages).sort())
    for (const [code, { en, fr }] of Object.entries(messages)) {
      const params = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()
      expect(params(fr), code).toEqual(params(en))
      for (const call of refused.filter((one) => one.includes(`'${code}'`))) {
        // The place of a problem is among its params always.
        const given = call.startsWith(`${system}.problem`) ? `${call} 'path'` : call
        for (const name of params(en)) expect(given, code).toMatch(new RegExp(`['"]${name}['"]`))
      }
    }
  })

  test('clash with no code of another system', async () => {
    const others = manifests.filter((other) => other !== manifest)
    for (const { system: other } of others) {
      const file: { messages: object } = await import(`../../../shared/systems/${other}/messages.ts`)
      expect(Object.keys(file.messages).filter((code) => code in messages)).toEqual([])
    }
  })

  test('describe every argument of every action, in columns and tables that exist', async () => {
    const all = await catalogue()
    for (const [name, { args = {}, on }] of Object.entries(actions)) {
      const inputs = await db().query<{ name: string; type: string; optional: boolean }>(
        `select a.name, format_type(p.proargtypes[a.at::int - 1], null) as type, a.at > p.pronargs - p.pronargdefaults as optional
         from pg_proc p, unnest(p.proargnames) with ordinality a (name, at)
         where p.pronamespace = 'public'::regnamespace and p.proname = $1`,
        [name],
      )
      expect(inputs.map((input) => input.name)).toEqual(expect.arrayContaining(Object.keys(args)))
      // Times of decision are left out: the console fills them in, as it does every other default.
      for (const input of inputs) {
        if (!(input.name in args))
          expect(input, name).toMatchObject({ type: 'timestamp with time zone', optional: true })
        else if (args[input.name]?.as === 'made') expect(input.type, name).toBe('uuid')
      }
      for (const argument of Object.values(args)) {
        if (argument.from) expect(all, name).toContain(`${on?.table}.${argument.from}`)
        if (argument.of) expect(Object.keys(labels), name).toContain(argument.of)
      }
      if (on?.when) for (const column of columnsOf(on.when)) expect(all, name).toContain(`${on.table}.${column}`)
    }
  })

  test('list and filter by columns that exist, and chart by queries that run', async () => {
    const all = await catalogue()
    for (const [table, { list = [], name, scope }] of Object.entries(tables)) {
      for (const column of [...list, ...(name ? [name] : [])]) expect(all).toContain(`${table}.${column}`)
      if (typeof scope === 'object') expect(all).toContain(`${table}.${scope.by}`)
    }
    for (const view of views) {
      expect(filter.safeParse(view.filter).success, view.name).toBe(true)
      const used = [...columnsOf(view.filter), ...view.sort.map(({ column }) => column), ...(view.columns ?? [])]
      for (const column of used) expect(all, view.name).toContain(`${view.table}.${column}`)
    }
    for (const { charts } of dashboards) {
      for (const { name, sql, x, y, as } of charts) {
        await db().as(admin(), (query) => query(sql))
        await db().exec(`create view ${system}.chart as ${sql}`)
        const shown = await names(
          `select attname as name from pg_attribute where attrelid = '${system}.chart'::regclass and attnum > 0`,
        )
        await db().exec(`drop view ${system}.chart`)
        for (const column of [...(x ? [x] : []), ...Object.keys(y ?? {})]) expect(shown, name).toContain(column)
        if (as === 'check') expect(await db().as(admin(), (query) => query(sql)), name).toEqual([])
      }
    }
  })

  test('are known by the name of the system', () => {
    expect(manifestOf(system)).toBe(manifest)
  })
}

function columnsOf(of: Filter): string[] {
  if ('all' in of) return of.all.flatMap(columnsOf)
  if ('any' in of) return of.any.flatMap(columnsOf)
  return [of.column]
}
