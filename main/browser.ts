import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type BrowserHost, openBrowserHost } from './host/browser/browser-host.ts'
import { hasScreen, openBrowser } from './host/browser/open-browser.ts'
import { homeFolder } from './host/home.ts'
import { openLog } from './host/log.ts'
import { untilTold } from './host/until-told.ts'

/** The console at a loopback address: prints the address, and serves until it is told to end. */
async function main(): Promise<void> {
  const { values: options } = parseArgs({
    options: {
      home: { type: 'string' },
      port: { type: 'string', default: '0' },
      'no-open': { type: 'boolean', default: false },
    },
  })
  const port = Number(options.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('--port is a number from 0 to 65535.')
  const home = homeFolder(options.home)
  const told = untilTold()
  const host = await openBrowserHost({
    home,
    port,
    screens: fileURLToPath(new URL('../out/renderer', import.meta.url)),
    engine: new URL('./engine-process.ts', import.meta.url),
    log: openLog(home, 'browser'),
    onEngineDown: (reason) =>
      console.error(`The engine stopped (${reason}) and is started again. Nothing that was saved is lost.`),
  })
  greet(host, hasScreen() && !options['no-open'])
  await told
  await host.close()
}

function greet(host: BrowserHost, opens: boolean): void {
  const address = host.freshAddress()
  console.log(`Outpost is open at ${address}`)
  if (opens) openBrowser(address).catch(() => undefined)
  if (!process.stdin.isTTY) return
  console.log('The address lets one browser in, once. Press Enter for a fresh one, Ctrl+C to stop.')
  createInterface({ input: process.stdin }).on('line', () => console.log(host.freshAddress()))
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(`error: ${error instanceof Error ? error.message : error}`)
    process.exit(1)
  },
)
