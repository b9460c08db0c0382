import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCloud } from '#main/demo/cloud.ts'
import { reserveCloud } from '#main/demo/reserve-cloud.ts'
import { readSettings, writeSettings } from '#main/demo/settings.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outpost-reserved-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a cloud that was reserved starts at the address, under the key and for the people that were told before', async () => {
  const reserved = await reserveCloud('resumepilot', folder)
  const settings = await readSettings(folder)
  if (settings) await writeSettings(folder, { ...settings, size: 'small' })
  const cloud = await startCloud({ system: 'resumepilot', size: 'small', dataDir: folder })
  try {
    expect(cloud).toMatchObject({ url: reserved.url, key: reserved.key, accounts: reserved.accounts })
  } finally {
    await cloud.stop()
  }
  expect(await reserveCloud('resumepilot', folder)).toEqual(reserved)
})
