import { plain } from '../../files/picture/canvas.ts'
import { authUser } from '../auth-user.ts'
import type { Account } from '../demo-system.ts'
import type { Random } from '../random.ts'
import { DAY } from '../time.ts'
import { origins } from '../words/names.ts'
import type { Scene } from './scene.ts'
import * as india from './words/india.ts'

export type Role = 'veteran' | 'recruiter' | 'supporter' | 'partner'

export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly location: string
  readonly language: 'en' | 'fr'
  readonly role: Role
  readonly joinedAt: number
  readonly isActive: boolean
}

/** Somebody who joins. `number` makes the e-mail address unlike all others. */
export function makePerson(random: Random, of: { number: number; role: Role; joinedAt: number }, as?: Account): Person {
  const isIndian = as === undefined ? random.chance(of.role === 'supporter' ? 0.65 : 0.8) : as.language === 'en'
  const isWoman = random.chance(of.role === 'veteran' ? 0.16 : 0.4)
  const origin = random.pick(origins)
  const first = random.pick(isIndian ? (isWoman ? india.women : india.men) : isWoman ? origin.women : origin.men)
  const name = as?.name ?? `${first} ${random.pick(isIndian ? india.last : origin.last)}`
  const digits = `${random.int(10_000, 99_999)} ${random.int(10_000, 99_999)}`
  const id = random.uuid()
  const host = random.pick(['mailbox.example', 'post.example', 'inbox.example', 'courriel.example'])
  return {
    id: as?.id ?? id,
    name,
    email:
      as?.email ??
      `${plain(name)
        .toLowerCase()
        .replace(/[^a-z]+/g, '.')}${of.number}@${host}`,
    phone: isIndian ? `+91 ${digits}` : `${origin.phone}${digits}`,
    location: isIndian ? `${random.pick(india.cities)}, IN` : `${random.pick(origin.cities)}, ${origin.country}`,
    language: as?.language ?? (isIndian ? 'en' : origin.language),
    role: of.role,
    joinedAt: of.joinedAt,
    isActive: as !== undefined || !random.chance(0.03),
  }
}

/** The rows of an account: how the person signs in, who they are, and what they said about themselves. */
export function addPerson(
  { sink, random, now }: Scene,
  person: Person,
  profile: { type: string; data: Record<string, unknown> },
) {
  const createdAt = new Date(person.joinedAt)
  const seenAt = new Date(person.joinedAt + random.unit() ** 0.4 * (now - person.joinedAt))
  sink.add('auth.users', authUser({ ...person, createdAt, lastSignIn: seenAt }))
  sink.add('public.users', {
    id: person.id,
    email: person.email,
    full_name: person.name,
    phone: random.chance(0.85) ? person.phone : null,
    location: person.location,
    language: person.language,
    role: person.role,
    is_active: person.isActive,
    last_seen_at: seenAt,
    created_at: createdAt,
    updated_at: seenAt,
  })
  sink.add('public.user_profiles', {
    id: random.uuid(),
    user_id: person.id,
    profile_type: profile.type,
    profile_data: profile.data,
    is_active: person.isActive,
    created_at: new Date(Math.min(now, person.joinedAt + random.between(0.01, 2) * DAY)),
    updated_at: seenAt,
  })
}
