import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { countdown } from '#main/gateway/countdown.ts'

function busyFor(ms: number) {
  const until = performance.now() + ms
  while (performance.now() < until);
}

test('a process that was too busy to hear an answer has not waited for it', async () => {
  let ended = false
  const stop = countdown(1_000, () => {
    ended = true
  })
  await wait(10)
  busyFor(1_500)
  await wait(10)
  expect(ended).toBe(false)
  stop()
})

test('it ends when its time has passed, once', async () => {
  let times = 0
  await new Promise<void>((resolve) => {
    countdown(300, () => {
      times += 1
      resolve()
    })
  })
  await wait(300)
  expect(times).toBe(1)
})

test('stopped, it never ends', async () => {
  let ended = false
  countdown(20, () => {
    ended = true
  })()
  await wait(60)
  expect(ended).toBe(false)
})
