import { derivedId } from '../ids.ts'
import { DAY, HOUR } from '../time.ts'
import { addPerson, type Person } from './person.ts'
import { decision, email, note, notify, type PublicPitch, type Scene } from './scene.ts'
import { addSubscription } from './subscription.ts'
import * as service from './words/service.ts'
import * as texts from './words/texts.ts'

type Status = 'pending' | 'in_review' | 'approved' | 'fulfilled' | 'declined' | 'withdrawn'

/** Where a request may go from each status: as `allowed_request_transitions` in the database. */
export const transitions: Readonly<Record<Status, readonly Status[]>> = {
  pending: ['in_review', 'approved', 'declined', 'withdrawn'],
  in_review: ['approved', 'declined', 'withdrawn'],
  approved: ['fulfilled', 'declined', 'withdrawn'],
  declined: ['in_review'],
  fulfilled: [],
  withdrawn: [],
}

/** How requests go on, as often as they do. */
const goesOn: Readonly<Partial<Record<Status, Partial<Record<Status, number>>>>> = {
  pending: { in_review: 60, approved: 22, declined: 12, withdrawn: 6 },
  in_review: { approved: 68, declined: 24, withdrawn: 8 },
  approved: { fulfilled: 90, declined: 4, withdrawn: 6 },
}

/** A recruiter, from joining to now: a company, a subscription, and requests for resumes. */
export function tellRecruiter(scene: Scene, person: Person): void {
  const { random, now, pitches } = scene
  const company = random.pick(service.companies)
  const data = {
    name: company,
    industry: random.pick(service.industries),
    size: random.pick(['1–50', '51–250', '251+']),
  }
  addPerson(scene, person, { type: 'company', data })
  email(scene, person, 'welcome', `Welcome, ${person.name}`, person.joinedAt)
  const startedAt = person.joinedAt + random.longTailed(1, 4) * DAY
  if (startedAt > now) return
  addSubscription(scene, person, 'recruiter', startedAt)
  const requests = scene.isWaiting ? 4 : Math.min(40, Math.ceil(random.longTailed(5, 3)))
  for (let count = 0; count < requests && pitches.length > 0; count++) {
    const pitch = random.pick(pitches)
    const at = Math.max(startedAt, pitch.since) + random.longTailed(14, 5) * DAY
    if (at < now) addRequest(scene, person, company, pitch, at)
  }
}

function addRequest(scene: Scene, recruiter: Person, company: string, pitch: PublicPitch, at: number): void {
  const { sink, random } = scene
  const { veteran } = pitch
  const id = random.uuid()
  const job = random.pick(texts.jobs)
  const entity = ['resume_requests', id] as const
  note(scene, {
    id: derivedId(id, 'created'),
    type: 'request.created',
    about: veteran.id,
    actor: recruiter.id,
    entity,
    at,
  })
  email(scene, veteran, 'resume_requested', `${company} asks for your resume`, at)
  let status: Status = 'pending'
  let last: { id: string; at: number; comment: string | null } | null = null
  for (let weights = goesOn[status]; weights; weights = goesOn[status]) {
    const next = decision(scene, last?.at ?? at, 4)
    if (next === null) break
    const to: Status = random.weighted(weights as Record<Status, number>)
    const comment = to === 'declined' ? random.pick(texts.declineReasons) : null
    const changeId = random.uuid()
    const details = { from: status, to, ...(comment !== null && { comment }) }
    note(scene, {
      id: changeId,
      type: 'request.status_changed',
      about: veteran.id,
      actor: next.by,
      entity,
      details,
      at: next.at,
    })
    for (const told of [veteran, recruiter]) {
      const words = { id, job_role: job, company, ...(comment !== null && { comment }) }
      notify(scene, changeId, told.id, `request.${to}`, words, next.at)
    }
    if (random.chance(0.55)) addNote(scene, recruiter, veteran, id, next)
    status = to
    last = { id: changeId, at: next.at, comment }
  }
  sink.add('public.resume_requests', {
    id,
    recruiter_user_id: recruiter.id,
    user_id: veteran.id,
    pitch_id: pitch.id,
    company_name: company,
    job_role: job,
    message: random.chance(0.8) ? random.pick(texts.requestMessages) : null,
    status,
    status_change_id: last?.id ?? null,
    status_changed_at: new Date(last?.at ?? at),
    status_comment: last?.comment ?? null,
    created_at: new Date(at),
    updated_at: new Date(last?.at ?? at),
  })
  if (status === 'fulfilled' || status === 'approved') addConversation(scene, recruiter, veteran, last?.at ?? at)
}

/** Half of the notes are the recruiter's own. */
function addNote(
  scene: Scene,
  recruiter: Person,
  veteran: Person,
  requestId: string,
  of: { by: string; at: number },
): void {
  const { sink, random } = scene
  const id = random.uuid()
  const byStaff = random.chance(0.5)
  sink.add('public.recruiter_notes', {
    id,
    recruiter_user_id: recruiter.id,
    user_id: veteran.id,
    resume_request_id: requestId,
    author_user_id: byStaff ? of.by : recruiter.id,
    note: random.pick(texts.notes),
    created_at: new Date(of.at),
    updated_at: new Date(of.at),
  })
  if (!byStaff) return
  const entity = ['recruiter_notes', id] as const
  const details = { request_id: requestId }
  note(scene, {
    id: derivedId(id, 'noted'),
    type: 'request.noted',
    about: veteran.id,
    actor: of.by,
    entity,
    details,
    at: of.at,
  })
}

function addConversation({ sink, random, now }: Scene, one: Person, other: Person, from: number): void {
  let at = from
  const count = Math.min(10, Math.floor(random.longTailed(2, 3)))
  for (let number = 0; number < count; number++) {
    at += random.longTailed(7, 5) * HOUR
    if (at > now) return
    const [by, to] = number % 2 === 0 ? [one, other] : [other, one]
    sink.add('public.user_messages', {
      id: random.uuid(),
      user_id: by.id,
      recipient_user_id: to.id,
      message_text: random.pick(texts.messages),
      created_at: new Date(at),
    })
  }
}
