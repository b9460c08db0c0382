import type { z } from 'zod'

type Issue = Parameters<NonNullable<z.core.$ZodErrorMap>>[0]

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'yes or no',
  array: 'a list',
  object: 'a set of named values',
  record: 'a set of named values',
}

const formats: Readonly<Record<string, string>> = {
  uuid: 'Enter an id.',
  url: 'Enter an address that begins with https:// or http://.',
  datetime: 'Enter a date and time.',
}

/** What is wrong with an input, and what to do, for schemas that do not say it in their own words. */
export function sentence(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'This is missing.'
        : `Enter ${kinds[issue.expected] ?? 'another kind of value'}.`
    case 'invalid_format':
      return formats[issue.format] ?? 'This is not written as it must be.'
    case 'too_small':
      return tooSmall(issue)
    case 'too_big':
      return tooBig(issue)
    case 'invalid_value':
      return `Choose one of: ${issue.values.map(String).join(', ')}.`
    case 'unrecognized_keys':
      return `There is nothing called ${issue.keys.join(', ')} here.`
    default:
      return 'This value is not allowed here.'
  }
}

function tooSmall({ origin, minimum }: Extract<Issue, { code: 'too_small' }>): string {
  if (origin === 'string') return minimum === 1 ? 'Fill this in.' : `Enter at least ${minimum} characters.`
  if (origin === 'array') return `Choose at least ${minimum}.`
  return `Enter ${minimum} or more.`
}

function tooBig({ origin, maximum }: Extract<Issue, { code: 'too_big' }>): string {
  if (origin === 'string') return `Enter at most ${maximum} characters.`
  if (origin === 'array') return `Choose at most ${maximum}.`
  return `Enter ${maximum} or less.`
}
