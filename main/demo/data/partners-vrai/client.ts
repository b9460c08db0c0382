import type { NotificationChannel } from '#shared/systems/partners-vrai/rows/enums.ts'
import type { CompanyFacts, PersonFacts } from '../../files/papers/facts.ts'
import { plain } from '../../files/picture/canvas.ts'
import { pickOrigin } from '../pick-origin.ts'
import type { Random } from '../random.ts'
import { DAY } from '../time.ts'
import * as companyWords from '../words/companies.ts'

export interface Client {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly phone: string
  readonly language: 'en' | 'fr'
  readonly channels: readonly NotificationChannel[]
  readonly person: PersonFacts
}

export type CompanyKind = 'us' | 'fr'

/** A person who might be a client. `number` makes the e-mail address unlike all others. */
export function makeClient(random: Random, number: number, now: number, fixed: Partial<PersonFacts> = {}): Client {
  const origin = pickOrigin(random, fixed.country)
  const sex = fixed.sex ?? random.pick(['F', 'M'] as const)
  const firstName = fixed.firstName ?? random.pick(sex === 'F' ? origin.women : origin.men)
  const lastName = fixed.lastName ?? random.pick(origin.last)
  const city = random.pick(origin.cities)
  const person: PersonFacts = {
    firstName,
    lastName,
    sex,
    birth: new Date(now - Math.floor(random.between(22, 66) * 365.25) * DAY),
    birthPlace: random
      .pick(origin.cities)
      .replace(/[\d]|\b[A-Z]{1,2}\d?[A-Z]?\b/g, '')
      .trim(),
    country: origin.country,
    nationality: origin.nationality,
    passportNumber: `${random.int(10, 29)}${random.word(2, 'ABCDEFHKLMNPRTVX')}${random.int(10_000, 99_999)}`,
    street: random.pick(origin.streets),
    city,
  }
  return {
    id: random.uuid(),
    email: emailOf(person, number, random),
    name: `${firstName} ${lastName}`,
    phone: `${origin.phone}${random.int(10, 99)} ${random.int(100, 999)} ${random.int(100, 999)}`,
    language: origin.language,
    channels: random.pick([
      ['EMAIL', 'IN_APP'],
      ['EMAIL', 'IN_APP'],
      ['EMAIL'],
      ['EMAIL', 'WHATSAPP'],
      ['EMAIL', 'IN_APP', 'SMS'],
      ['WHATSAPP', 'IN_APP'],
    ]),
    person,
  }
}

/** The company that a client orders something for. */
export function makeCompany(random: Random, client: Client, kind: CompanyKind, partner: string): CompanyFacts {
  const activity = random.pick(companyWords.activities)
  const share = random.chance(0.55) ? 100 : random.pick([50, 51, 60, 70, 75, 80])
  const capital = random.pick([1_000, 2_000, 5_000, 8_000, 10_000, 12_000, 20_000, 50_000])
  const ein = `${random.int(81, 99)}-${random.int(1_000_000, 9_999_999)}`
  if (kind === 'fr') {
    const second = random.chance(0.3) ? client.person.lastName : random.pick(companyWords.frenchSecond)
    const name = `${random.pick(companyWords.frenchFirst)} ${second}`
    const [street, city] = [client.person.street, client.person.city]
    return { name, activity: activity.fr, street, city, state: '', capital, ein, partner, share }
  }
  const office = random.pick(companyWords.usOffices)
  const second = random.chance(0.25) ? client.person.lastName : random.pick(companyWords.englishSecond)
  const name = `${random.pick(companyWords.englishFirst)} ${second} LLC`
  return { ...office, name, activity: activity.en, capital, ein, partner, share }
}

function emailOf({ firstName, lastName }: PersonFacts, number: number, random: Random): string {
  const name = plain(`${firstName}.${lastName}`)
    .toLowerCase()
    .replace(/[^a-z.]/g, '')
  return `${name}${number}@${random.pick(['courriel.example', 'mailbox.example', 'post.example', 'inbox.example'])}`
}
