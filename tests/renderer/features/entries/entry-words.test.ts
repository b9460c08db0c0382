import { createInstance, type i18n as I18n } from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { entryWords } from '#renderer/features/entries/entry-words.ts'
import { rowOf } from '#renderer/features/entries/exact-json.ts'
import { en, fr } from '#renderer/i18n/resources.ts'
import { partnersVrai } from '#shared/systems/partners-vrai/manifest.ts'

async function speak(language: string): Promise<I18n> {
  const i18n = createInstance()
  await i18n.init({ lng: language, fallbackLng: 'en', ns: Object.keys(en), resources: { en, fr } as never })
  return i18n
}

let english: I18n
let french: I18n
beforeAll(async () => {
  english = await speak('en')
  french = await speak('fr')
})

const review = {
  operation: { kind: 'call', function: 'review_document', args: { p_status: 'REJECTED', p_comment: 'Blurred.' } },
  subject: { document: 'Passport', client: 'Ama Mensah', version: '2' },
} as const

describe('entryWords', () => {
  it('says a decision as a sentence, and whom it concerns', () => {
    expect(entryWords(english, partnersVrai, review)).toEqual({
      what: 'Reject Passport',
      about: 'Ama Mensah · version 2',
    })
    expect(entryWords(french, partnersVrai, review).what).toBe('Refuser Passport')
  })

  it('takes the manifest’s label when a word of the sentence is missing', () => {
    const entry = { ...review, subject: { client: 'Ama Mensah' } }
    expect(entryWords(french, partnersVrai, entry)).toEqual({ what: 'Examiner un document', about: 'Ama Mensah' })
  })

  it('names values in words', () => {
    const args = { p_from_status: 'FILED', p_to_status: 'ON_HOLD' }
    const operation = { kind: 'call', function: 'change_dossier_status', args } as const
    const { what } = entryWords(french, partnersVrai, { operation, subject: { dossier: 'D-1' } })
    expect(what).toContain('D-1')
    expect(what).toContain('En pause')
  })

  it('says so when something is given to nobody', () => {
    const operation = { kind: 'call', function: 'assign_dossier', args: { p_agent_id: null } } as const
    const subject = { dossier: 'D-1', client: 'Ama Mensah' }
    expect(entryWords(english, partnersVrai, { operation, subject }).what).toBe('Give D-1 back')
    const named = { ...subject, agent: 'Karim Haddad' }
    expect(entryWords(french, partnersVrai, { operation, subject: named }).what).toBe('Confier D-1 à Karim Haddad')
  })

  it('has words for a function and a table that nobody described', () => {
    const call = { kind: 'call', function: 'requeue_failed_job', args: {} } as const
    expect(entryWords(english, undefined, { operation: call, subject: {} }).what).toBe('Requeue failed job')
    const set = { billing_address: 'x' }
    const update = { kind: 'update', relation: 'public.org_members', key: { id: 1 }, set, base: '{}' } as const
    expect(entryWords(english, undefined, { operation: update, subject: {} }).what).toBe('Change Org members')
  })
})

describe('rowOf', () => {
  it('keeps every digit of a number', () => {
    expect(rowOf('{"amount": 12345678901234567890.10, "note": "a"}')).toEqual({
      amount: '12345678901234567890.10',
      note: 'a',
    })
  })

  it('is empty for a row that is gone', () => {
    expect(rowOf(null)).toEqual({})
  })
})
