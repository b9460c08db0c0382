import { DAY, HOUR, MINUTE } from '../time.ts'
import type { Organization } from './organization.ts'
import type { Story } from './story.ts'

const paths = ['/api/v1/records', '/api/v1/records/import', '/api/v1/automations/run', '/api/v1/attachments']

/** What the API has noted about an organisation that calls it: answers that may be asked for again, and full windows. */
export function addGuards({ sink, random, now }: Story, { id: orgId, owner }: Organization): void {
  for (let number = random.int(0, 3); number > 0; number--) {
    const at = now - random.between(0.01, 1.2) * DAY
    const failed = random.chance(0.06)
    sink.add('public.idempotency_keys', {
      id: random.uuid(),
      key: random.uuid(),
      user_id: owner.id,
      org_id: orgId,
      method: 'POST',
      path: random.pick(paths),
      request_hash: random.word(64, '0123456789abcdef'),
      response_status: failed ? 422 : 201,
      response_body: failed ? { error: 'invalid_fields' } : { id: random.uuid() },
      expires_at: new Date(at + DAY),
      created_at: new Date(at),
    })
  }
  const path = random.pick(paths)
  const windows = random.int(0, 4)
  for (let number = 0; number < windows; number++) {
    const start =
      Math.floor((now - number * MINUTE - random.int(0, 9) * HOUR) / MINUTE) * MINUTE - number * MINUTE * 600
    sink.add('public.rate_limits', {
      id: random.uuid(),
      bucket_key: `${path} ${orgId}`,
      user_id: owner.id,
      org_id: orgId,
      window_start: new Date(start),
      window_seconds: 60,
      request_count: Math.min(60, Math.ceil(random.longTailed(6, 6))),
      created_at: new Date(start),
      updated_at: new Date(start + random.int(1, 59) * 1_000),
    })
  }
}
