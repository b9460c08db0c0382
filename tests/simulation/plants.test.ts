import { expect, test } from 'vitest'
import { planted, plants } from '../../scripts/plants.ts'
import { root } from '../../scripts/root.ts'

test('each bug that is planted to try the simulation still has its place in the code', () => {
  for (const bug of plants) {
    for (const { file, to } of bug.edits) expect(planted(bug, root).get(file)).toContain(to)
  }
})
