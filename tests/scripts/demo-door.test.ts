import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DemoDoor, openDemoDoor } from '../../scripts/demo-door.ts'

const asked: string[] = []
let door: DemoDoor
beforeAll(async () => {
  door = await openDemoDoor(['linkdev', 'xainik'], (system, again) => {
    asked.push(`${system}${again ? ' again' : ''}`)
    return { state: 'starting', phase: 'database', done: 0, total: 1 }
  })
})
afterAll(() => door.close())

const post = (address: string, method = 'POST') => fetch(address, { method })

test('whoever knows the address is answered how far the cloud is', async () => {
  const response = await post(`${door.address}/linkdev`)
  expect(await response.json()).toEqual({ state: 'starting', phase: 'database', done: 0, total: 1 })
  await post(`${door.address}/xainik?again`)
  expect(asked).toEqual(['linkdev', 'xainik again'])
})

test('nobody else starts anything: not without the secret, not by reading, not another system', async () => {
  asked.length = 0
  const { origin } = new URL(door.address)
  const refused = [`${origin}/linkdev`, `${origin}/wrong/linkdev`, `${door.address}/other`, `${door.address}/`]
  for (const address of refused) expect((await post(address)).status).toBe(404)
  expect((await post(`${door.address}/linkdev`, 'GET')).status).toBe(404)
  expect(asked).toEqual([])
})
