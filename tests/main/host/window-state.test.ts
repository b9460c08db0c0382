import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readWindowState } from '#main/host/electron/window-state.ts'
import { scratch } from './support/sample-host.ts'

const folder = scratch()
afterAll(() => folder.remove())
const file = join(folder.path, 'window.json')
const screens = [
  { x: 0, y: 0, width: 1920, height: 1080 },
  { x: 1920, y: 0, width: 1280, height: 1024 },
]
const begin = { width: 1440, height: 900, maximized: false }

function kept(state: unknown): unknown {
  writeFileSync(file, typeof state === 'string' ? state : JSON.stringify(state))
  return readWindowState(file, screens)
}

it('a window opens where it was, on any of the screens', () => {
  const state = { x: 2000, y: 40, width: 1000, height: 700, maximized: true }
  expect(kept(state)).toEqual(state)
})

it('a window whose screen is gone keeps its size and opens where the system puts it', () => {
  for (const [x, y] of [
    [4000, 0],
    [-1500, 0],
    [0, -300],
    [0, 1070],
  ])
    expect(kept({ x, y, width: 1000, height: 700, maximized: false })).toEqual({
      width: 1000,
      height: 700,
      maximized: false,
    })
})

it.each([
  '',
  '{',
  'null',
  { width: 1, height: 1, maximized: false },
  { x: 'left', y: 0, width: 1000, height: 700, maximized: false },
  { x: 1e300, y: 0, width: 1000, height: 700, maximized: false },
])('a state that can’t be right (%j) is forgotten', (state) => {
  expect(kept(state)).toEqual(begin)
})

it('a first start has a place too', () => {
  expect(readWindowState(join(folder.path, 'none.json'), screens)).toEqual(begin)
})
