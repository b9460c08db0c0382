import { expect, test } from 'vitest'
import { ahead } from '#main/sync/ahead.ts'

test('work is begun for as many as are allowed beside the one whose turn it is, each once and in order', async () => {
  const begun: string[] = []
  const turn = ahead(['a', 'b', 'c', 'd'], 2, async (item) => {
    begun.push(item)
    return item.toUpperCase()
  })
  expect(begun).toEqual([])
  expect(await turn('a')).toBe('A')
  expect(begun).toEqual(['a', 'b', 'c'])
  expect(await turn('b')).toBe('B')
  expect(begun).toEqual(['a', 'b', 'c', 'd'])
  expect([await turn('c'), await turn('d')]).toEqual(['C', 'D'])
  expect(begun).toEqual(['a', 'b', 'c', 'd'])
})

test('the first turn begins with the work before it', () => {
  const begun: number[] = []
  ahead([1, 2, 3, 4], 0, async (item) => begun.push(item))(3)
  expect(begun).toEqual([1, 2, 3])
})
