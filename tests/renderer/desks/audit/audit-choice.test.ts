import { expect, test } from 'vitest'
import { auditFilter, choiceOf, isNarrowed, paramsOf } from '#renderer/desks/audit/audit-choice.ts'
import { filter } from '#shared/model/filter.ts'

const read = (address: string) => choiceOf(new URLSearchParams(address))

test('an address that was made of a choice is read as the same choice', () => {
  const address = 'who=staff&who=b0000000-0000-4000-8000-000000000002&action=updated&table=invites&days=7&org=x'
  expect(paramsOf(read(address)).toString()).toBe(address)
  expect(isNarrowed(read(address))).toBe(true)
  expect(isNarrowed(read(''))).toBe(false)
  expect(auditFilter(read(''))).toBeNull()
})

test('what is not understood narrows nothing', () => {
  expect(read('days=many&from=yesterday&to=2026-1-1')).toEqual(read(''))
  expect(auditFilter(read('from=2026-99-99'))).toBeNull()
})

test('kinds of actor and people are either or, everything else holds together', () => {
  const made = auditFilter(read('who=staff&who=b0000000-0000-4000-8000-000000000002&action=updated&days=7'))
  expect(filter.parse(made)).toEqual({
    all: [
      {
        any: [
          { column: 'actor_type', is: 'one_of', values: ['staff'] },
          { column: 'actor_id', is: 'one_of', values: ['b0000000-0000-4000-8000-000000000002'] },
        ],
      },
      { column: 'action', is: 'one_of', values: ['updated'] },
      { column: 'created_at', is: 'at_least', value: { ago: 7, unit: 'days' } },
    ],
  })
})

test('the last day of a range is in it, whole', () => {
  const start = (day: string) => new Date(`${day}T00:00:00`).toISOString()
  expect(auditFilter(read('from=2026-03-01&to=2026-03-31'))).toEqual({
    all: [
      { column: 'created_at', is: 'at_least', value: start('2026-03-01') },
      { column: 'created_at', is: 'less', value: start('2026-04-01') },
    ],
  })
})
