import type { Value } from '../row-sink.ts'
import { decision, note, notify, type Scene } from './scene.ts'
import { hideReasons } from './words/texts.ts'

interface Moderated {
  readonly row: Readonly<Record<string, Value>>
  /** When the public could read it first; null: it can't now. */
  readonly publicSince: number | null
}

/** Where the moderation of something stands that was published then, with the entries of each decision. */
export function moderated(
  scene: Scene,
  of: {
    kind: keyof typeof hideReasons
    table: string
    id: string
    userId: string
    /** Who is told when it is hidden, where that is somebody else. */
    authorId?: string | null
    title: string | null
    at: number
    days: number
  },
): Moderated {
  const { random } = scene
  const createdAt = new Date(of.at)
  const first = decision(scene, of.at, of.days)
  const waiting = { moderation_status: 'pending', content_version: 1, created_at: createdAt, updated_at: createdAt }
  if (first === null) return { row: waiting, publicSince: null }
  const status = random.chance(0.09) ? 'hidden' : 'approved'
  const reason = status === 'hidden' ? random.pick(hideReasons[of.kind]) : null
  const id = random.uuid()
  decide(scene, of, { id, from: 'pending', to: status, reason, by: first.by, at: first.at })
  const again = status === 'hidden' && random.chance(0.3) ? decision(scene, first.at, 3) : null
  const againId = random.uuid()
  if (again) decide(scene, of, { id: againId, from: 'hidden', to: 'approved', reason: null, ...again })
  const last = again ?? first
  const isApproved = status === 'approved' || again !== null
  // A few authors have edited what was approved, and it waits again.
  const editedAt = last.at + random.longTailed(20, 3) * 86_400_000
  const isEdited = isApproved && editedAt < scene.now && scene.now - editedAt < 2 * 86_400_000
  return {
    row: {
      moderation_status: isEdited ? 'pending' : isApproved ? 'approved' : 'hidden',
      moderation_reason: isApproved ? null : reason,
      moderation_id: again ? againId : id,
      moderated_by: last.by,
      moderated_at: new Date(last.at),
      content_version: isEdited ? 2 : 1,
      created_at: createdAt,
      updated_at: new Date(isEdited ? editedAt : last.at),
    },
    publicSince: isApproved && !isEdited ? last.at : null,
  }
}

function decide(
  scene: Scene,
  of: { kind: string; table: string; id: string; userId: string; authorId?: string | null; title: string | null },
  decided: { id: string; from: string; to: string; reason: string | null; by: string; at: number },
): void {
  const { from, to, reason } = decided
  note(scene, {
    id: decided.id,
    type: `${of.kind}.moderated`,
    about: of.userId,
    actor: decided.by,
    entity: [of.table, of.id],
    details: { from, to, content_version: 1, ...(reason !== null && { reason }) },
    at: decided.at,
  })
  const told = to === 'hidden' ? (of.authorId ?? of.userId) : of.userId
  const data = { id: of.id, ...(of.title !== null && { title: of.title }), ...(reason !== null && { reason }) }
  notify(scene, decided.id, told, `${of.kind}.${from === 'hidden' ? 'restored' : to}`, data, decided.at)
}
