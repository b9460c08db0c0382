import { plain } from '../../files/picture/canvas.ts'
import { authUser } from '../auth-user.ts'
import type { Account } from '../demo-system.ts'
import { pickOrigin } from '../pick-origin.ts'
import type { Random } from '../random.ts'
import { activities, englishFirst, englishSecond, frenchFirst, frenchSecond } from '../words/companies.ts'
import { happened, type Scene } from './scene.ts'
import { roles } from './words/texts.ts'

export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly language: 'en' | 'fr'
  readonly joinedAt: number
  /** The kind of job that they prepare for. */
  readonly role: string
}

/** Somebody who joins. `number` makes the e-mail address unlike all others. */
export function makePerson(random: Random, number: number, joinedAt: number, as?: Account): Person {
  const origin = pickOrigin(random)
  const name = as?.name ?? `${random.pick(random.chance(0.5) ? origin.women : origin.men)} ${random.pick(origin.last)}`
  const id = random.uuid()
  const host = random.pick(['mailbox.example', 'post.example', 'inbox.example', 'courriel.example'])
  const local = plain(name)
    .toLowerCase()
    .replace(/[^a-z]+/g, '.')
  return {
    id: as?.id ?? id,
    name,
    email: as?.email ?? `${local}${number}@${host}`,
    language: as?.language ?? origin.language,
    joinedAt,
    role: random.pick(roles),
  }
}

/** The account of a person, and what they say about themselves. */
export function addPerson(scene: Scene, person: Person, lastSeen: number): void {
  const { sink, random } = scene
  const { id, name, language, joinedAt } = person
  const createdAt = new Date(joinedAt)
  const [first, second] = language === 'fr' ? [frenchFirst, frenchSecond] : [englishFirst, englishSecond]
  sink.add('auth.users', authUser({ ...person, createdAt, lastSignIn: new Date(lastSeen) }))
  sink.add('public.profiles', {
    id: random.uuid(),
    user_id: id,
    full_name: name,
    job_title: random.chance(0.7) ? random.pick(roles) : null,
    company: random.chance(0.5) ? `${random.pick(first)} ${random.pick(second)}` : null,
    created_at: createdAt,
    updated_at: new Date(joinedAt + random.unit() ** 3 * (lastSeen - joinedAt)),
  })
  const data = { language, field: random.pick(activities)[language] }
  happened(scene, id, 'account.created', data, joinedAt)
}
