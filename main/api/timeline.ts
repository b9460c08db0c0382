import type { Dossier } from '#shared/contract/dossiers.ts'
import type { EntryView } from '#shared/contract/entries.ts'
import { actorName } from './actors.ts'
import type { Reader } from './context.ts'
import { causedBy } from './derived-ids.ts'
import { aboutMessage, aboutReminder, aboutReview, marksAbout } from './marks.ts'
import { iso } from './sql.ts'

type Item = Dossier['timeline'][number]

/**
 * Reviews, messages and reminders are told by their own rows, which hold the whole words; the events that were
 * written along with them are left out.
 */
const timelineSql = `
  with dossier as (select id, order_id from dossiers where id = $1)
  select id, ${iso('at')} as at, kind, actor, params from (
    select e.id, e.created_at as at, e.event_type::text as kind, ${actorName('e.actor_type', 'e.actor_id')} as actor,
      (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each_text(e.payload) where value is not null) as params
    from events e
    where (e.dossier_id = $1
        or e.entity_type = 'orders' and e.entity_id = (select order_id from dossier) and not e.payload ? 'reminder_id')
      and e.event_type not in ('DOCUMENT_REVIEWED', 'MESSAGE_SENT')
    union all
    select m.id, m.created_at, 'message', ${actorName('m.sender_type', 'm.sender_id')},
      jsonb_build_object('body', m.body, 'sender_type', m.sender_type)
    from messages m where m.dossier_id = $1
    union all
    select r.id, r.reviewed_at, 'review', ${actorName(`'AGENT'`, 'r.reviewer_id')},
      jsonb_strip_nulls(jsonb_build_object('document', t.label, 'document_id', d.id, 'version', v.version::text,
        'status', r.status, 'comment', r.comment))
    from documents d
    join document_types t on t.id = d.document_type_id
    join document_reviews r on r.document_id = d.id
    join document_versions v on v.id = r.document_version_id
    where d.dossier_id = $1
    union all
    select r.id, r.sent_at, 'payment_reminder', ${actorName('r.sent_by_type', 'r.sent_by_id')},
      jsonb_build_object('channel', r.channel, 'amount', o.amount::text, 'currency', o.currency)
    from payment_reminders r join orders o on o.id = r.order_id
    where r.order_id = (select order_id from dossier)
  ) item
  order by item.at desc, item.id`

/** Everything that has happened to a dossier, newest first. */
export async function readTimeline(reader: Reader, entries: readonly EntryView[], dossierId: string): Promise<Item[]> {
  const items = await reader.read<Omit<Item, 'mark'>>(timelineSql, [dossierId])
  const marks = new Map([
    ...[aboutReview, aboutMessage, aboutReminder].flatMap((about) => [...marksAbout(entries, about)]),
    ...causedBy(entries),
  ])
  return items.map((item) => ({ ...item, mark: marks.get(item.id) ?? null }))
}
