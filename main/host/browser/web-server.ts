import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Page, type PageAnswer, refusal } from '../page.ts'
import type { Doorkeeper } from './doorkeeper.ts'

const TURNED_AWAY = `This console is open to the browser that was given its address.

Open the newest address from the terminal where Outpost was started. Each address lets one browser in, once:
press Enter in that terminal for a fresh one, or start Outpost again.`

/** Answers one request of a browser: who may not come in gets one sentence, who may gets the built screens. */
export async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  door: Doorkeeper,
  page: Page,
): Promise<void> {
  const answer = await decide(request, door, page)
  response.writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(answer.body) })
  response.end(request.method === 'HEAD' ? undefined : answer.body)
}

async function decide(request: IncomingMessage, door: Doorkeeper, page: Page): Promise<PageAnswer> {
  if (!door.isMeantForUs(request)) return refusal(403, 'This address belongs to a console on this computer.')
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405, 'This console is only read over HTTP.')
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2)
  const token = path === '/' ? new URLSearchParams(query).get('token') : null
  if (token !== null && request.method === 'GET') return enter(door.redeem(token), door.holdsCookie(request))
  if (!door.holdsCookie(request)) return refusal(401, TURNED_AWAY)
  return await page.answer(path)
}

/** Leads on without the token, so that it stays in no address bar; an old address still leads someone who is in. */
function enter(cookie: string | null, isInside: boolean): PageAnswer {
  if (cookie === null && !isInside) return refusal(401, TURNED_AWAY)
  const { headers } = refusal(303, '')
  return { status: 303, headers: { ...headers, location: '/', ...(cookie && { 'set-cookie': cookie }) }, body: '' }
}
