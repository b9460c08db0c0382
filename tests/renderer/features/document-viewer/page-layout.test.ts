import { expect, test } from 'vitest'
import {
  layoutPages,
  offsetOf,
  PAGE_GAP,
  pagesWithin,
  placeAt,
  scaleFor,
  stepZoom,
} from '#renderer/features/document-viewer/page-layout.ts'

const pane = { width: 624, height: 800 }
const portrait = { width: 600, height: 800 }
const landscape = { width: 800, height: 600 }

test('fitting the width fits each page by itself, so that one wide page does not make the others small', () => {
  const { pages, width } = layoutPages([portrait, landscape], 'fit-width', 0, pane)
  expect(pages.map((page) => page.width)).toEqual([600, 600])
  expect(pages.map((page) => page.scale)).toEqual([1, 0.75])
  expect(width).toBe(pane.width)
})

test('a small page is not blown up to the width of a wide pane', () => {
  expect(scaleFor('fit-width', { width: 100, height: 150 }, pane)).toBe(2)
})

test('a quarter turn swaps width and height', () => {
  const [page] = layoutPages([portrait], 1, 90, pane).pages
  expect([page?.width, page?.height]).toEqual([800, 600])
})

test('the same place is found again after a zoom', () => {
  const before = layoutPages([portrait, portrait, portrait], 1, 0, pane)
  const place = placeAt(before, { left: 0, top: 1_200, width: pane.width })
  expect(offsetOf(before, place)).toBeCloseTo(1_200)
  const after = layoutPages([portrait, portrait, portrait], 2, 0, pane)
  expect(placeAt(after, { left: 0, top: offsetOf(after, place), width: pane.width }).page).toBe(place.page)
  expect(offsetOf(after, { page: 0, down: 0, across: 0.5 })).toBe(0)
})

test('of a thousand pages only those in sight are drawn', () => {
  const layout = layoutPages(
    Array.from({ length: 1_000 }, () => portrait),
    1,
    0,
    pane,
  )
  const top = 500 * (portrait.height + PAGE_GAP)
  expect(pagesWithin(layout, top, top + pane.height)).toEqual({ first: 499, last: 500 })
})

test('zoom steps are round and end at both limits', () => {
  expect(stepZoom(0.55, 1)).toBe(0.67)
  expect(stepZoom(0.55, -1)).toBe(0.5)
  expect(stepZoom(8, 1)).toBe(8)
  expect(stepZoom(0.1, -1)).toBe(0.1)
})
