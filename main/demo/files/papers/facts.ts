import type { Random } from '../../data/random.ts'

export interface PersonFacts {
  readonly firstName: string
  readonly lastName: string
  readonly sex: 'F' | 'M'
  readonly birth: Date
  readonly birthPlace: string
  /** Two letters (ISO 3166). */
  readonly country: string
  readonly nationality: string
  readonly passportNumber: string
  readonly street: string
  readonly city: string
}

export interface CompanyFacts {
  readonly name: string
  readonly activity: string
  readonly street: string
  readonly city: string
  /** `Delaware`, `Wyoming`, or empty outside the United States. */
  readonly state: string
  readonly capital: number
  readonly ein: string
  readonly partner: string
  /** Per cent held by the client; the partner has the rest. */
  readonly share: number
}

/** What a paper says, and how it looks. The same facts make the same bytes. */
export interface Facts {
  readonly person: PersonFacts
  readonly company: CompanyFacts
  /** The day that it was written or scanned. */
  readonly on: Date
  readonly language: 'en' | 'fr'
  /** What is wrong with it, by a name that its maker knows; null when nothing is. */
  readonly flaw: string | null
  readonly random: Random
}

export interface Paper {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly extension: 'pdf' | 'png'
}

export function fullName(person: PersonFacts): string {
  return `${person.firstName} ${person.lastName}`
}

/** A day in words: `14 March 2025`, `14 mars 2025`. */
export function longDate(date: Date, language: 'en' | 'fr'): string {
  const months = language === 'fr' ? frenchMonths : englishMonths
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`
}

export function addDays(date: Date, days: number): Date {
  return new Date(date.getTime() + days * 86_400_000)
}

/** `12 400` or `12,400`, without a fraction. */
export function wholeAmount(amount: number, language: 'en' | 'fr'): string {
  return String(Math.round(amount)).replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? ' ' : ',')
}

const englishMonths = 'January February March April May June July August September October November December'.split(' ')
const frenchMonths = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')
