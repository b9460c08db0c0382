import { derivedId } from '../ids.ts'
import { DAY, HOUR } from '../time.ts'
import type { Actor } from './chronicle.ts'
import type { Dossier } from './dossier.ts'
import { agentMessages, clientMessages } from './words/messages.ts'

/** What client and office will write to each other over the weeks, more of it at the start. */
export function planConversation(dossier: Dossier): void {
  const { behaviour, random, openedAt, now, client } = dossier.of
  const lasts = Math.min(now - openedAt, 60 * DAY)
  for (let left = behaviour.messages(); left > 0; left--) {
    const byAgent = random.chance(0.45)
    const words = random.pick((byAgent ? agentMessages : clientMessages)[client.language])
    dossier.agenda.add(openedAt + random.unit() ** 1.5 * lasts, (at) => {
      if (dossier.state.status === 'COMPLETED') return
      say(dossier, byAgent ? dossier.someAgent() : { type: 'USER', id: client.id }, words, at)
    })
  }
}

/** One message; the client is told of an agent's, as `send_message` does. */
export function say(dossier: Dossier, actor: Actor & { readonly id: string }, body: string, at: number): void {
  const { random, sink, now, reference } = dossier.of
  const id = random.uuid()
  const readAt = at + random.longTailed(5, 6) * HOUR
  sink.add('public.messages', {
    id,
    dossier_id: dossier.id,
    sender_type: actor.type,
    sender_id: actor.id,
    body,
    read_at: readAt < now && random.chance(0.93) ? new Date(readAt) : null,
    created_at: new Date(at),
  })
  if (actor.type !== 'AGENT') return
  const eventId = derivedId(id, 'sent')
  const dossierId = dossier.id
  dossier.chronicle.note({
    id: eventId,
    type: 'MESSAGE_SENT',
    entity: ['messages', id],
    dossierId,
    actor,
    payload: {},
    at,
  })
  const params = { dossier: reference }
  dossier.chronicle.tell({ cause: id, eventId, dossierId, template: 'message.received', params, at })
}
