import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { generalReasons } from '#renderer/i18n/general-reasons.ts'
import { importReasons } from '#renderer/i18n/import-reasons.ts'
import { reasonLabel } from '#renderer/i18n/reasons.ts'

function sources(folder: string, ending: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => name.endsWith(ending) && !name.startsWith('demo'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
}

const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')

/** The error codes that are the reason of a whole problem: they have a sentence of their own under `errors`. */
const wholeProblems = ['not_staff', 'other_person', 'account_banned', 'account_gone']

describe('the reasons of a refusal', () => {
  const sql = sources('migrations/sync', '.sql')
  const named = found(sql, /"code": "([a-z_.]+)"/g)
  const written = found(sql, /'code', '([a-z_]+\.[a-z_.]+)',/g)
  const states = found(sql, /(?:when '\w{5}' |like '22%' )then '([a-z_]+)'/g)
  const rows = found(sql, /raise_conflict\('([a-z_]+)'/g).map((kind) => `row.${kind}`)
  const given = found(sources('main', '.ts'), /reason: '([a-z_]+\.[a-z_]+)'/g)
  const all = [...new Set([...named, ...written, ...states, ...rows, ...given, 'still_used', 'database_error'])]

  it('are found where they are made', () => {
    for (const list of [named, written, states, rows, given]) expect(list.length).toBeGreaterThan(0)
  })

  it.each(all.filter((code) => !wholeProblems.includes(code)))('%s has a sentence in both languages', (code) => {
    expect(reasonLabel(code)).toEqual({ en: expect.any(String), fr: expect.any(String) })
  })

  it('leave the same holes open in both languages', () => {
    const holes = (text: string) => text.match(/\{\{\w+\}\}/g) ?? []
    const reasons = { ...generalReasons, ...importReasons }
    for (const [code, { en, fr }] of Object.entries(reasons)) expect(holes(fr).sort(), code).toEqual(holes(en).sort())
  })
})
