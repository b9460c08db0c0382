import { expect, test, vi } from 'vitest'
import { findNeighbour } from '#renderer/features/grid/neighbour.ts'

interface Row {
  readonly id: number
  readonly decided: boolean
}

const all: Row[] = Array.from({ length: 350 }, (_, id) => ({ id, decided: id % 150 !== 0 }))

function search(from: number, step: 1 | -1, loaded: readonly [number, number]) {
  const fetch = vi.fn(async ({ offset, limit }: { offset: number; limit: number }) => ({
    rows: all.slice(offset, offset + limit),
    total: all.length,
  }))
  const found = findNeighbour<Row>({
    from,
    step,
    total: all.length,
    rowAt: (index) => (index >= loaded[0] && index < loaded[1] ? all[index] : undefined),
    fetch,
    sort: [],
    accept: (row) => !row.decided,
  })
  return { found, fetch }
}

test('the next undecided row is found beyond what is loaded, block by block', async () => {
  const { found, fetch } = search(0, 1, [0, 100])
  expect(await found).toEqual({ row: all[150], index: 150 })
  expect(fetch).toHaveBeenCalledTimes(1)
})

test('nothing is fetched for a row that is loaded', async () => {
  const { found, fetch } = search(149, -1, [0, 200])
  expect((await found)?.index).toBe(0)
  expect(fetch).not.toHaveBeenCalled()
})

test('at the end of the list there is no next row', async () => {
  expect(await search(300, 1, [300, 350]).found).toBeUndefined()
})
