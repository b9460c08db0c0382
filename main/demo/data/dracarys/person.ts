import { plain } from '../../files/picture/canvas.ts'
import { authUser } from '../auth-user.ts'
import type { Account } from '../demo-system.ts'
import { pickOrigin } from '../pick-origin.ts'
import type { Random } from '../random.ts'
import { levelOf, type Scene } from './scene.ts'
import { bios, goals } from './words/talk.ts'

export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly language: 'en' | 'fr'
  readonly joinedAt: number
  /** When they stopped coming; later than now for who still learns. */
  readonly leavesAt: number
}

/** Somebody who joins. `number` makes the e-mail address unlike all others. */
export function makePerson(random: Random, number: number, joinedAt: number, as?: Account): Person {
  const origin = pickOrigin(random)
  const first = random.pick(random.chance(0.38) ? origin.women : origin.men)
  const name = as?.name ?? `${first} ${random.pick(origin.last)}`
  const host = random.pick(['mailbox.example', 'post.example', 'inbox.example', 'courriel.example'])
  const local = plain(name)
    .toLowerCase()
    .replace(/[^a-z]+/g, '.')
  const id = random.uuid()
  const days = random.longTailed(55, 5)
  return {
    id: as?.id ?? id,
    name,
    email: as?.email ?? `${local}${number}@${host}`,
    language: as?.language ?? origin.language,
    joinedAt,
    leavesAt: as ? Number.POSITIVE_INFINITY : joinedAt + days * 86_400_000,
  }
}

/** The account of a learner, and what the database knows of their XP. */
export function addPerson({ sink, random, now }: Scene, person: Person, xp: number, lastSeen: number): void {
  const createdAt = new Date(person.joinedAt)
  const seenAt = new Date(Math.min(now, lastSeen))
  sink.add('auth.users', authUser({ ...person, createdAt, lastSignIn: seenAt }))
  sink.add('public.user_profiles', {
    id: person.id,
    full_name: person.name,
    bio: random.chance(0.3) ? random.pick(bios) : null,
    timezone: person.language === 'fr' ? 'Europe/Paris' : 'Europe/London',
    preferred_language: person.language,
    trading_experience: random.weighted({ beginner: 70, intermediate: 23, advanced: 7 }),
    trading_goals: random.chance(0.6) ? [random.pick(goals)] : [],
    current_level: levelOf(xp),
    total_xp: xp,
    role: 'learner',
    created_at: createdAt,
    updated_at: seenAt,
  })
}
