import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { type BrowserProcess, startBrowserProcess } from './support/browser-process.ts'

let home: string
let host: BrowserProcess

test.beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'outpost-e2e-'))
  host = await startBrowserProcess(home)
})
test.afterEach(async () => {
  await host.stop()
  rmSync(home, { recursive: true, force: true })
})

test('the console opens under its strict policy without one complaint, and its address holds no secret', async ({
  page,
}) => {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() !== 'log') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(host.address)
  await expect(page.locator('#root')).not.toBeEmpty()
  expect(page.url()).not.toContain('token')
  expect(await page.evaluate(() => document.cookie)).toBe('')
  expect(await page.evaluate(() => window.outpost.call('workspaces.list', {}))).toEqual({ ok: true, value: [] })
  expect(complaints).toEqual([])
})

test('the address lets one browser in, and keeps it in', async ({ page, browser }) => {
  await page.goto(host.address)
  await page.reload()
  await expect(page.locator('#root')).not.toBeEmpty()
  const stranger = await (await browser.newContext()).newPage()
  for (const address of [host.address, host.origin]) {
    const answer = await stranger.goto(address)
    expect(answer?.status()).toBe(401)
    await expect(stranger.locator('body')).toContainText('Open the newest address')
  }
})

test('another page in the same browser can neither frame the console, nor read it, nor call its engine', async ({
  page,
  context,
}) => {
  await page.goto(host.address)
  const server = createServer((_request, response) => response.end('<!doctype html>elsewhere')).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const other = await context.newPage()
  await other.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  const got = await other.evaluate(async (origin) => {
    const outcome = (work: Promise<unknown>) =>
      work.then(
        () => 'got it',
        () => 'refused',
      )
    const opened = (socket: WebSocket) =>
      new Promise((resolve, reject) => {
        socket.addEventListener('open', resolve)
        socket.addEventListener('error', reject)
      })
    const frame = document.createElement('iframe')
    frame.src = origin
    document.body.append(frame)
    await new Promise((resolve) => frame.addEventListener('load', resolve))
    return {
      read: await outcome(fetch(origin, { credentials: 'include' })),
      blind: await outcome(fetch(origin, { credentials: 'include', mode: 'no-cors' })),
      socket: await outcome(opened(new WebSocket(`${origin.replace('http', 'ws')}/engine`))),
    }
  }, host.origin)
  expect(got).toEqual({ read: 'refused', blind: 'refused', socket: 'refused' })
  expect(other.frames()[1]?.url()).toMatch(/^chrome-error:/)
  server.close()
})

test('a page whose host was started anew says what to do', async ({ page }) => {
  await page.goto(host.address)
  await host.stop()
  host = await startBrowserProcess(home, Number(new URL(host.origin).port))
  await expect(page.locator('body')).toContainText('Open the newest address', { timeout: 20_000 })
})
