import { expect, test } from 'vitest'
import { nextAttempt, nextLook, passes } from '#main/sync/pace.ts'
import { OutpostError } from '#shared/contract/errors.ts'

test('looks are quick after something happened and slow when nothing does', () => {
  expect(nextLook(0, false)).toBe(2_000)
  expect(nextLook(60_000, false)).toBe(15_000)
  expect(nextLook(3_600_000, false)).toBe(60_000)
  expect(nextLook(0, true)).toBe(60_000)
})

test('attempts grow apart to half a minute, spread by a third to either side', () => {
  const down = new OutpostError('unreachable', '')
  expect(nextAttempt(1, down, 0.5)).toBe(1_000)
  expect(nextAttempt(3, down, 0.5)).toBe(4_000)
  expect(nextAttempt(20, down, 0)).toBe(20_000)
  expect(nextAttempt(20, down, 1)).toBe(40_000)
})

test('a server that says when to come back is obeyed', () => {
  expect(nextAttempt(1, new OutpostError('rate_limited', '', { params: { retryAfter: 90 } }), 0)).toBe(90_000)
})

test('only failures that pass by themselves are tried again soon; others are looked at rarely', () => {
  expect(passes(new OutpostError('offline', ''))).toBe(true)
  expect(passes(new OutpostError('signed_out', ''))).toBe(false)
  // An administrator gives the right back; the console finds that out by itself, in no hurry.
  expect(passes(new OutpostError('not_staff', ''))).toBe(true)
  expect(nextAttempt(1, new OutpostError('not_staff', ''), 0)).toBe(60_000)
  expect(passes(new OutpostError('server_replaced', ''))).toBe(false)
  expect(nextAttempt(1, new OutpostError('wrong_key', ''), 0.5)).toBe(60_000)
})
