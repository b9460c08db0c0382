import { protocol } from 'electron'
import { type Page, refusal } from '../page.ts'

const SCHEME = 'app'
const HOST = 'outpost'
/** The origin of every screen on the desktop. */
export const SCREEN_ORIGIN = `${SCHEME}://${HOST}`

/** Must run before the app is ready: afterwards a scheme can't be given these rights any more. */
export function claimScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves the built screens under the same headers as the browser host. */
export function serveScreens(page: Page): void {
  protocol.handle(SCHEME, async (request) => {
    const { host, pathname } = new URL(request.url)
    const known = host === HOST && (request.method === 'GET' || request.method === 'HEAD')
    const { status, headers, body } = known ? await page.answer(pathname) : refusal(404, 'There is nothing here.')
    return new Response(typeof body === 'string' ? body : new Uint8Array(body), { status, headers })
  })
}
