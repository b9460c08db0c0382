import { expect, test } from 'vitest'
import type { WorkspaceHandle } from '#main/api/context.ts'
import { kept } from '#main/api/kept.ts'

/** Only the version matters here. */
const handleAt = (version: number) => ({ version }) as WorkspaceHandle & { version: number }

test('a question is asked once until rows change', async () => {
  const handle = handleAt(1)
  let asked = 0
  const ask = async () => ++asked
  expect(await Promise.all([kept(handle, 'count', ask), kept(handle, 'count', ask)])).toEqual([1, 1])
  expect(await kept(handle, 'count', ask)).toBe(1)
  handle.version = 2
  expect(await kept(handle, 'count', ask)).toBe(2)
  expect(await kept(handleAt(2), 'count', ask)).toBe(3)
})

test('a failure is not kept', async () => {
  const handle = handleAt(1)
  await expect(kept(handle, 'count', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await kept(handle, 'count', async () => 7)).toBe(7)
})

test('of many questions only the latest are kept', async () => {
  const handle = handleAt(1)
  let asked = 0
  const ask = async () => ++asked
  for (let at = 0; at < 30; at += 1) await kept(handle, `question ${at}`, ask)
  await kept(handle, 'question 29', ask)
  expect(asked).toBe(30)
  await kept(handle, 'question 0', ask)
  expect(asked).toBe(31)
})
