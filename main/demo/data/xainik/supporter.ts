import { derivedId } from '../ids.ts'
import { DAY } from '../time.ts'
import { addDonation } from './payments.ts'
import { addPerson, type Person } from './person.ts'
import { email, note, type Scene } from './scene.ts'
import { addLink } from './veteran.ts'
import * as service from './words/service.ts'
import * as texts from './words/texts.ts'

/** A supporter, from joining to now: referrals of pitches, links to them, and donations. */
export function tellSupporter(scene: Scene, person: Person): void {
  const { random, now, pitches } = scene
  addPerson(scene, person, {
    type: 'supporter',
    data: { because: random.pick(['family', 'served', 'employer', 'friend']) },
  })
  email(scene, person, 'welcome', `Welcome, ${person.name}`, person.joinedAt)
  const referrals = Math.min(30, Math.floor(random.longTailed(2.5, 4)))
  for (let count = 0; count < referrals && pitches.length > 0; count++) {
    const pitch = random.pick(pitches)
    const at = Math.max(person.joinedAt, pitch.since) + random.longTailed(6, 6) * DAY
    if (at > now) continue
    addReferral(scene, person, pitch.id, at)
    if (random.chance(0.25)) addLink(scene, person, pitch.id, at)
  }
  const donations = random.chance(0.6) ? Math.min(24, Math.floor(random.longTailed(1.5, 4))) : 0
  for (let count = 0; count < donations; count++) {
    const at = person.joinedAt + random.unit() * (now - person.joinedAt)
    addDonation(scene, person, at, random.chance(0.25) ? random.pick(texts.donationMessages) : null)
    email(scene, person, 'donation_thanks', 'Thank you for your donation', at)
  }
  if (random.chance(0.05)) addDonation(scene, null, person.joinedAt, null)
}

/** An organisation that works with the product. */
export function tellPartner(scene: Scene, person: Person): void {
  const { random } = scene
  addPerson(scene, person, { type: 'company', data: { name: random.pick(service.companies), partner: true } })
  email(scene, person, 'welcome', `Welcome, ${person.name}`, person.joinedAt)
}

function addReferral(scene: Scene, by: Person, pitchId: string, at: number): void {
  const { sink, random, now } = scene
  const id = random.uuid()
  const opened = Math.floor(random.longTailed(2, 5))
  sink.add('public.referrals', {
    id,
    user_id: by.id,
    pitch_id: pitchId,
    channel: random.weighted({ whatsapp: 48, linkedin: 22, email: 16, copy: 9, facebook: 5 }),
    referred_to: random.chance(0.4) ? random.pick(service.companies) : null,
    opened_count: opened,
    last_opened_at: opened > 0 ? new Date(at + random.unit() * (now - at)) : null,
    is_active: !random.chance(0.08),
    created_at: new Date(at),
  })
  const entity = ['referrals', id] as const
  note(scene, { id: derivedId(id, 'created'), type: 'referral.created', about: by.id, actor: by.id, entity, at })
}
