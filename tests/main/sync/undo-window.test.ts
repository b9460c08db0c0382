// Test double: the clock of this process, so that seconds pass at once.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { UndoWindow } from '#main/sync/undo-window.ts'

let undo: UndoWindow
let over: number
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  over = 0
  undo = new UndoWindow(() => {
    over += 1
  })
})
afterEach(() => {
  undo.close()
  vi.useRealTimers()
})

test('what is decided together stays as long as it takes, and its time begins with the last of it', () => {
  undo.hold('first')
  vi.advanceTimersByTime(3_600_000)
  expect(undo.isOver('first')).toBe(false)
  undo.hold('last')
  undo.openTogether(['first', 'last'])
  vi.advanceTimersByTime(11_000)
  expect([undo.isOver('first'), undo.isOver('last'), over]).toEqual([false, false, 0])
  vi.advanceTimersByTime(2_000)
  expect([undo.isOver('first'), undo.isOver('last'), over]).toEqual([true, true, 1])
})

test('what is held again, to be taken back, does not leave when its first time is over', () => {
  undo.hold('one')
  undo.openTogether(['one'])
  undo.hold('one')
  vi.advanceTimersByTime(3_600_000)
  expect(undo.isOver('one')).toBe(false)
})

test('what somebody has sent meanwhile is not offered again', () => {
  undo.hold('sent')
  undo.close()
  undo.hold('kept')
  undo.openTogether(['sent', 'kept'])
  expect([undo.isOver('sent'), undo.isOver('kept')]).toEqual([true, false])
})
