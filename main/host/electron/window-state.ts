import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { BrowserWindow, Rectangle } from 'electron'
import { z } from 'zod'

export const MIN_WIDTH = 960
export const MIN_HEIGHT = 600
/** So much of the window must lie on a screen for a person to get hold of it. Pixels. */
const REACHABLE = 120
/** Moves come in hundreds: the place is kept once they have ended. Milliseconds. */
const SETTLED = 500

const pixels = z.int().min(-100_000).max(100_000)
const windowState = z.object({
  x: pixels.exactOptional(),
  y: pixels.exactOptional(),
  width: pixels.min(MIN_WIDTH),
  height: pixels.min(MIN_HEIGHT),
  maximized: z.boolean(),
})
export type WindowState = z.infer<typeof windowState>

const initial: WindowState = { width: 1440, height: 900, maximized: false }

/** Where the window was, or where it begins when that can't be read or lies on no screen any more. */
export function readWindowState(file: string, screens: readonly Rectangle[]): WindowState {
  let state: WindowState
  try {
    state = windowState.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return initial
  }
  if (isReachable(state, screens)) return state
  return { width: state.width, height: state.height, maximized: state.maximized }
}

/** Keeps the window's place in `file` from now on. */
export function keepWindowState(window: BrowserWindow, file: string): void {
  let timer: NodeJS.Timeout | undefined
  const keep = () => {
    clearTimeout(timer)
    if (!window.isDestroyed()) writeWindowState(file, { ...window.getNormalBounds(), maximized: window.isMaximized() })
  }
  const keepSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(keep, SETTLED)
  }
  window.on('resize', keepSoon)
  window.on('move', keepSoon)
  window.on('close', keep)
}

function writeWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(state))
    renameSync(`${file}.new`, file)
  } catch {
    // A window that opens elsewhere next time is no reason to disturb anybody now.
  }
}

function isReachable(state: WindowState, screens: readonly Rectangle[]): boolean {
  const { x, y, width } = state
  if (x === undefined || y === undefined) return false
  return screens.some((screen) => {
    const across = Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x)
    return across >= REACHABLE && y >= screen.y && y <= screen.y + screen.height - REACHABLE
  })
}
