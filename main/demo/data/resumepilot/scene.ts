import type { Random } from '../random.ts'
import { DAY } from '../time.ts'
import type { Sink } from './columns.ts'
import { agents } from './words/texts.ts'

/** What everybody's story is told with. */
export interface Scene {
  readonly sink: Sink
  readonly random: Random
  readonly now: number
  /** Something of this person waits for the staff, in every demo. */
  readonly isWaiting: boolean
}

/** The last purge was a month ago: what was due then is gone, what has come due since is still there. */
const PURGED = 30 * DAY
const KEPT = { interviews: 731 * DAY, usage: 396 * DAY, events: 90 * DAY }

export function isKept({ now }: Scene, kind: keyof typeof KEPT, at: number): boolean {
  return at >= now - KEPT[kind] - PURGED && at <= now
}

/** An event by which the product remembers what somebody did. */
export function happened(scene: Scene, userId: string, type: string, data: Record<string, unknown>, at: number): void {
  const { sink, random } = scene
  if (!isKept(scene, 'events', at)) return
  sink.add('public.system_events', {
    id: random.uuid(),
    event_type: type,
    event_data: data,
    user_id: userId,
    ip_address: `${random.pick(['192.0.2', '198.51.100', '203.0.113'])}.${random.int(1, 254)}`,
    user_agent: random.pick(agents),
    created_at: new Date(at),
  })
}

/** An act of the staff, as the database's functions write it down. */
export function decided(
  scene: Scene,
  of: {
    readonly type: string
    readonly by: string
    readonly about: string | null
    readonly entity: readonly [table: string, id: string]
    readonly details: Record<string, unknown>
    readonly at: number
  },
): void {
  if (!isKept(scene, 'events', of.at)) return
  scene.sink.add('public.system_events', {
    id: scene.random.uuid(),
    event_type: of.type,
    event_data: { actor: of.by, entity_type: of.entity[0], entity_id: of.entity[1], ...of.details },
    user_id: of.about,
    created_at: new Date(of.at),
  })
}
