import { plain } from '../../files/picture/canvas.ts'
import { authUser } from '../auth-user.ts'
import type { Account } from '../demo-system.ts'
import { derivedId } from '../ids.ts'
import { pickOrigin } from '../pick-origin.ts'
import type { Random } from '../random.ts'
import { DAY, HOUR } from '../time.ts'
import { addOrganization, type Organization } from './organization.ts'
import { addAudited, type Row, type Story } from './story.ts'
import * as words from './words/work.ts'

export interface Person {
  readonly id: string
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly name: string
  readonly language: 'en' | 'fr'
  readonly country: string
  readonly createdAt: number
  readonly accountType: 'super_admin' | 'admin' | 'user'
}

export interface PersonOptions {
  readonly number: number
  readonly createdAt: number
  readonly company?: { readonly name: string; readonly domain: string; readonly country: string }
  readonly account?: Account
  readonly accountType?: 'super_admin' | 'admin'
}

const hosts = ['courriel.example', 'mailbox.example', 'post.example', 'inbox.example']

/** Somebody who signs up, with all that comes with it. Answers the person and their personal organisation. */
export function addPerson(story: Story, options: PersonOptions): { person: Person; organization: Organization } {
  const { random, sink, now } = story
  const { account, company, createdAt } = options
  const origin = pickOrigin(random, random.chance(0.85) ? company?.country : undefined)
  const names = account?.name.split(' ') ?? [
    random.pick(random.chance(0.5) ? origin.women : origin.men),
    random.pick(origin.last),
  ]
  const [firstName = '', lastName = ''] = [names[0], names.slice(1).join(' ')]
  const person: Person = {
    id: account?.id ?? random.uuid(),
    email: account?.email ?? emailOf(random, firstName, lastName, options),
    firstName,
    lastName,
    name: `${firstName} ${lastName}`,
    language: account?.language ?? origin.language,
    country: origin.country,
    createdAt,
    accountType: options.accountType ?? 'user',
  }
  const lastSignIn = new Date(createdAt + random.unit() ** 0.4 * (now - createdAt))
  sink.add('auth.users', authUser({ ...person, createdAt: new Date(createdAt), lastSignIn }))
  addAudited(story, 'public.users', profileOf(random, person, options), { at: createdAt, actor: null })
  const organization = addOrganization(story, {
    id: derivedId(person.id, 'personal'),
    name: person.name,
    owner: person,
    type: 'personal',
    slug: `personal-${person.id.replaceAll('-', '')}`,
    createdAt,
  })
  return { person, organization }
}

function profileOf(random: Random, person: Person, { number, company }: PersonOptions): Row & { readonly id: string } {
  const onboarded = random.chance(0.86)
  const complete = onboarded && random.chance(0.7)
  const origin = pickOrigin(random, person.country)
  const city = random.pick(origin.cities)
  const postalCode = /^\d[\d ]*/.exec(city)?.[0].trim() ?? null
  const onboardedAt = new Date(person.createdAt + random.between(0.05, 20) * HOUR)
  const position = random.pick(words.positions)[person.language]
  const handle = slugOf(`${person.firstName}${person.lastName}`).replaceAll('-', '').slice(0, 22)
  return {
    id: person.id,
    full_name: person.name,
    username: random.chance(0.72) ? `${handle}_${number}` : null,
    display_name: person.name,
    first_name: person.firstName,
    last_name: person.lastName,
    email: person.email,
    phone_country_code: complete ? origin.phone.split(' ')[0] : null,
    phone_number: complete ? `${random.int(100, 999)} ${random.int(10, 99)} ${random.int(10, 99)}` : null,
    personal_street_address_1: complete ? random.pick(origin.streets) : null,
    personal_city: complete ? city.replace(/^\d[\d ]*/, '') : null,
    personal_postal_code: complete ? postalCode : null,
    personal_country: complete ? person.country : null,
    bio: complete && random.chance(0.5) ? `${position}.` : null,
    education: JSON.stringify(complete ? [{ school: random.pick(words.schools), to: random.int(1998, 2023) }] : []),
    work_experience: JSON.stringify(complete && company ? [{ company: company.name, position }] : []),
    business_position: company ? position : null,
    business_company: company?.name ?? null,
    business_country: company ? company.country : null,
    account_type: person.accountType,
    profile_completed: complete,
    onboarding_completed: onboarded,
    onboarding_completed_at: onboarded ? onboardedAt : null,
    language: person.language,
    time_zone: words.timeZones[person.country] ?? 'UTC',
    created_at: new Date(person.createdAt),
    updated_at: onboarded ? onboardedAt : new Date(person.createdAt),
  }
}

function emailOf(random: Random, first: string, last: string, { number, company }: PersonOptions): string {
  const name = plain(`${first}.${last}`)
    .toLowerCase()
    .replace(/[^a-z.]/g, '')
  return company ? `${name}.${number}@${company.domain}` : `${name}${number}@${random.pick(hosts)}`
}

/** A name as it stands in addresses. */
export function slugOf(name: string): string {
  return plain(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** A moment between two others, in the hours when people work. */
export function workingMoment(random: Random, from: number, to: number): number {
  const at = from + random.unit() * (to - from)
  const midnight = Math.floor(at / DAY) * DAY
  return Math.min(Math.max(midnight + random.between(7, 19) * HOUR, from), to)
}
