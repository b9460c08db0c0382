import { DAY, HOUR } from '../time.ts'
import type { Organization } from './organization.ts'
import { type Person, workingMoment } from './person.ts'
import { addAudited, type Story } from './story.ts'
import type { Use } from './usage.ts'
import * as words from './words/work.ts'

/** What an organisation keeps. Answers what of it counts as use. */
export function addContent(
  story: Story,
  organization: Organization,
  members: readonly Person[],
  of: { readonly records: number; readonly schedules: number },
): Use[] {
  const { random } = story
  const uses: Use[] = []
  if (of.records > 0) addRecords(story, organization, members, of.records, uses)
  for (let number = 0; number < of.schedules; number++) addSchedule(story, organization, random.pick(members), uses)
  return uses
}

function addRecords(
  story: Story,
  organization: Organization,
  members: readonly Person[],
  count: number,
  uses: Use[],
): void {
  const { sink, random, now } = story
  const { id: orgId, createdAt, owner } = organization
  const kind = random.pick(words.kinds)
  const typeId = random.uuid()
  const typeAt = new Date(Math.min(now, createdAt + random.between(0.1, 30) * HOUR))
  addAudited(
    story,
    'public.record_types',
    {
      id: typeId,
      org_id: orgId,
      key: kind.key,
      display_name: kind.name[owner.language],
      description: null,
      config: { fields: ['name', 'stage', 'amount'] },
      created_by: owner.id,
      created_at: typeAt,
      updated_at: typeAt,
    },
    { at: typeAt.getTime(), actor: { id: owner.id, type: 'user' }, orgId },
  )
  for (let number = 0; number < count; number++) {
    const by = random.pick(members)
    const at = workingMoment(random, Math.max(typeAt.getTime(), by.createdAt), now)
    const id = random.uuid()
    sink.add('public.records', {
      id,
      org_id: orgId,
      record_type_id: typeId,
      data: {
        name: `${random.pick(kind.subjects)} ${number + 1}`,
        stage: random.pick(words.stages),
        amount: Math.round(random.longTailed(400, 8)),
      },
      created_by: by.id,
      created_at: new Date(at),
      updated_at: new Date(workingMoment(random, at, now)),
    })
    uses.push({ type: 'record_created', at, by: by.id, quantity: 1 })
    if (random.chance(0.1)) addAttachment(story, orgId, id, by, at, uses)
    if (random.chance(0.06)) addReminder(story, organization, { by, recordId: id, at })
  }
}

function addAttachment(story: Story, orgId: string, recordId: string, by: Person, at: number, uses: Use[]): void {
  const { sink, files, random } = story
  const sheet = files.at(random.unit())
  const id = random.uuid()
  const path = `${orgId}/${recordId}/${id}.pdf`
  sink.add('public.attachments', {
    id,
    org_id: orgId,
    record_id: recordId,
    file_name: `${sheet.title}.pdf`,
    storage_path: path,
    mime_type: sheet.mime,
    size_bytes: sheet.size,
    uploaded_by: by.id,
    created_at: new Date(at),
  })
  sink.add('storage.objects', {
    id: random.uuid(),
    bucket_id: 'attachments',
    name: path,
    owner: by.id,
    owner_id: by.id,
    metadata: { mimetype: sheet.mime, size: sheet.size, contentLength: sheet.size, eTag: `"${sheet.sha256}"` },
    version: sheet.objectVersion,
    created_at: new Date(at),
    updated_at: new Date(at),
    last_accessed_at: new Date(at),
  })
  uses.push({ type: 'storage_used', at, by: by.id, quantity: sheet.size })
}

function addSchedule(story: Story, organization: Organization, by: Person, uses: Use[]): void {
  const { random, now } = story
  const frequency = random.weighted({ daily: 2, weekly: 6, monthly: 2 })
  const step = { daily: 1, weekly: 7, monthly: 30 }[frequency] * DAY
  const at = workingMoment(random, Math.max(organization.createdAt, by.createdAt), now)
  const text = random.pick(words.schedules)[organization.owner.language]
  const id = random.uuid()
  const runs = Math.floor((now - at) / step)
  const row = {
    id,
    org_id: organization.id,
    name: text,
    description: null,
    frequency,
    every: 1,
    is_active: true,
    next_run_at: new Date(at + (runs + 1) * step),
    last_run_at: runs > 0 ? new Date(at + runs * step) : null,
    created_by: by.id,
    created_at: new Date(at),
    updated_at: new Date(at + runs * step),
  }
  addAudited(story, 'public.schedules', row, { at, actor: { id: by.id, type: 'user' }, orgId: organization.id })
  for (let run = Math.max(1, runs - 4); run <= runs; run++) {
    const due = at + run * step
    addReminder(story, organization, { by, scheduleId: id, title: text, at: due, due })
    uses.push({ type: 'schedule_executed', at: due, by: by.id, quantity: 1 })
  }
}

interface Reminded {
  readonly by: Person
  readonly at: number
  readonly recordId?: string
  readonly scheduleId?: string
  readonly title?: string
  readonly due?: number
}

function addReminder({ sink, random, now }: Story, { id: orgId, owner }: Organization, of: Reminded): void {
  const due = of.due ?? of.at + random.between(0.5, 25) * DAY
  const isDue = due < now
  // What was due long ago is mostly done.
  const status = isDue
    ? random.weighted({ completed: now - due > 10 * DAY ? 90 : 55, sent: 30, cancelled: 5 })
    : random.weighted({ pending: 92, completed: 6, cancelled: 2 })
  const completedAt = isDue ? Math.min(now, due + random.between(0.5, 60) * HOUR) : now - random.unit() * (now - of.at)
  sink.add('public.reminders', {
    id: random.uuid(),
    org_id: orgId,
    record_id: of.recordId ?? null,
    schedule_id: of.scheduleId ?? null,
    title: of.title ?? random.pick(words.reminders)[owner.language],
    notes: null,
    priority: random.weighted({ low: 2, normal: 6, high: 2 }),
    status,
    due_at: new Date(due),
    assigned_to: of.by.id,
    created_by: of.by.id,
    sent_at: isDue && status !== 'cancelled' ? new Date(due) : null,
    completed_at: status === 'completed' ? new Date(completedAt) : null,
    completed_by: status === 'completed' ? of.by.id : null,
    created_at: new Date(of.at),
    updated_at: new Date(status === 'completed' ? completedAt : of.at),
  })
}
