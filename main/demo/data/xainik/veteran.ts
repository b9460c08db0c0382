import { derivedId } from '../ids.ts'
import { DAY } from '../time.ts'
import { moderated } from './moderated.ts'
import { addPerson, type Person } from './person.ts'
import { email, note, remember, type Scene } from './scene.ts'
import { addSubscription } from './subscription.ts'
import * as service from './words/service.ts'
import * as texts from './words/texts.ts'

/** A veteran, from joining to now: a pitch or two, what others say about it, and the links to it. */
export function tellVeteran(scene: Scene, person: Person): void {
  const { random, now } = scene
  const years = random.int(4, 32)
  const data = {
    branch: random.pick(service.branches),
    rank: random.pick(service.ranks),
    service_years: years,
    retired_on: new Date(person.joinedAt - random.between(-90, 500) * DAY).toISOString().slice(0, 10),
  }
  addPerson(scene, person, { type: 'veteran', data })
  email(scene, person, 'welcome', `Welcome, ${person.name}`, person.joinedAt)
  const firstAt = person.joinedAt + random.longTailed(0.8, 5) * DAY
  if ((random.chance(0.12) && !scene.isWaiting) || firstAt > now) return
  addSubscription(scene, person, 'veteran', firstAt)
  const ends = firstAt + random.longTailed(160, 3) * DAY
  addPitch(scene, person, years, firstAt, ends > now)
  if (random.chance(0.15) && ends < now) addPitch(scene, person, years, ends, random.chance(0.7))
}

function addPitch(scene: Scene, veteran: Person, years: number, at: number, isActive: boolean): void {
  const { sink, random, now } = scene
  const id = random.uuid()
  const trade = random.pick(service.trades)
  const from = random.int(0, trade.skills.length - 3)
  const { row, publicSince } = moderated(scene, {
    kind: 'pitch',
    table: 'pitches',
    id,
    userId: veteran.id,
    title: trade.title,
    at,
    days: 2.6,
  })
  sink.add('public.pitches', {
    id,
    user_id: veteran.id,
    title: trade.title,
    pitch_text: random.pick(service.openings).replace('YEARS', String(years)).replace('DID', trade.did),
    skills: trade.skills.slice(from, from + random.int(3, trade.skills.length)),
    job_type: random.weighted({ full_time: 70, contract: 14, part_time: 7, remote: 7, volunteer: 2 }),
    location: veteran.location,
    availability: random.weighted({ now: 42, '30_days': 30, '60_days': 16, '90_days': 12 }),
    experience_years: years,
    linkedin_url: random.chance(0.6)
      ? `https://www.linkedin.com/in/${veteran.email.split('@')[0]?.replaceAll('.', '-')}`
      : null,
    resume_url: random.chance(0.75) ? `resumes/${veteran.id}/resume.pdf` : null,
    is_active: isActive,
    ...row,
  })
  const entity = ['pitches', id] as const
  note(scene, { id: derivedId(id, 'created'), type: 'pitch.created', about: veteran.id, actor: veteran.id, entity, at })
  if (publicSince === null) return
  email(scene, veteran, 'pitch_approved', `Your pitch is online: ${trade.title}`, publicSince)
  if (isActive) remember(scene.pitches, { id, title: trade.title, veteran, since: publicSince })
  const praises = Math.min(8, Math.floor(random.longTailed(1.3, 3.5)))
  for (let count = 0; count < praises; count++) {
    addEndorsement(scene, veteran, publicSince + random.longTailed(9, 5) * DAY)
  }
  if (random.chance(0.45)) addLink(scene, veteran, id, Math.min(now, publicSince + random.longTailed(2, 4) * DAY))
}

function addEndorsement(scene: Scene, veteran: Person, at: number): void {
  const { sink, random, now, people } = scene
  const known = people.length > 0 && random.chance(0.7) ? random.pick(people) : null
  const endorser = known === null || known.id === veteran.id ? null : known
  if (at > now || (endorser !== null && endorser.joinedAt > at)) return
  const id = random.uuid()
  const { row } = moderated(scene, {
    kind: 'endorsement',
    table: 'endorsements',
    id,
    userId: veteran.id,
    authorId: endorser?.id ?? null,
    title: null,
    at,
    days: 5,
  })
  sink.add('public.endorsements', {
    id,
    user_id: veteran.id,
    endorser_user_id: endorser?.id ?? null,
    endorser_name: endorser?.name ?? `${random.pick(service.ranks)} (retired)`,
    relationship: random.chance(0.8) ? random.pick(texts.relationships) : null,
    endorsement_text: random.pick(texts.endorsements),
    ...row,
  })
  const entity = ['endorsements', id] as const
  const actor = endorser?.id ?? veteran.id
  note(scene, { id: derivedId(id, 'created'), type: 'endorsement.created', about: veteran.id, actor, entity, at })
}

/** A link by which a pitch can be read without an account. */
export function addLink(scene: Scene, by: Person, pitchId: string, at: number): void {
  const { sink, random, now } = scene
  const id = random.uuid()
  const message = random.chance(0.5) ? random.pick(texts.shareMessages) : null
  // A link without a message has nothing to moderate.
  const { row } =
    message === null
      ? {
          row: {
            moderation_status: 'pending' as const,
            content_version: 1,
            created_at: new Date(at),
            updated_at: new Date(at),
          },
        }
      : moderated(scene, { kind: 'shared_pitch', table: 'shared_pitches', id, userId: by.id, title: null, at, days: 2 })
  const expiresAt = random.chance(0.4) ? at + random.pick([30, 60, 90]) * DAY : null
  sink.add('public.shared_pitches', {
    id,
    user_id: by.id,
    pitch_id: pitchId,
    share_token: random.word(32, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_'),
    message,
    view_count: Math.floor(random.longTailed(6, 6)),
    expires_at: expiresAt === null ? null : new Date(expiresAt),
    is_active: (expiresAt ?? now) >= now && !random.chance(0.06),
    ...row,
  })
  const entity = ['shared_pitches', id] as const
  note(scene, { id: derivedId(id, 'created'), type: 'link.created', about: by.id, actor: by.id, entity, at })
}
