import { expect, it } from 'vitest'
import { jsonObject } from '#main/cli/json-argument.ts'

it.each([
  ['{"n":12}', { n: 12 }],
  ['{"n":-0.5}', { n: -0.5 }],
  ['{"n":1e3}', { n: 1000 }],
  ['{"n":9007199254740993}', { n: '9007199254740993' }],
  ['{"n":123456789012345678901234567890}', { n: '123456789012345678901234567890' }],
  ['{"n":0.1234567890123456789}', { n: '0.1234567890123456789' }],
  ['{"n":1e999}', { n: '1e999' }],
  ['{"deep":[{"n":12345678901234567890}]}', { deep: [{ n: '12345678901234567890' }] }],
])('%s reaches the database with every digit that was typed', (text, value) => {
  expect(jsonObject(text, 'json')).toEqual(value)
})

it.each(['', '{', '[]', '1', 'null', '"x"', 'NaN', "{'a':1}"])(
  '%j is refused with the name of the argument',
  (text) => {
    expect(() => jsonObject(text, 'set-json')).toThrow(/^set-json must be/)
  },
)
