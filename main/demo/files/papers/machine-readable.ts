import { plain } from '../picture/canvas.ts'
import type { PersonFacts } from './facts.ts'

/** Country codes of three letters, as passports have them. */
const codes: Readonly<Record<string, string>> = {
  FR: 'FRA',
  BE: 'BEL',
  CH: 'CHE',
  CA: 'CAN',
  GB: 'GBR',
  US: 'USA',
  IE: 'IRL',
  MA: 'MAR',
  TN: 'TUN',
  SN: 'SEN',
  CI: 'CIV',
  GH: 'GHA',
  NG: 'NGA',
  DE: 'DEU',
  ES: 'ESP',
  IT: 'ITA',
  SE: 'SWE',
  TR: 'TUR',
  CN: 'CHN',
  PT: 'PRT',
}

/** The two lines at the foot of a passport, with their check digits (ICAO 9303). */
export function machineReadable(person: PersonFacts, expires: Date): [string, string] {
  const country = codes[person.country]
  if (country === undefined) throw new Error(`No passport of the demo is from ${person.country}.`)
  const first = `P<${country}${letters(person.lastName)}<<${letters(person.firstName)}`.slice(0, 44).padEnd(44, '<')
  const number = person.passportNumber.padEnd(9, '<').slice(0, 9)
  const birth = short(person.birth)
  const expiry = short(expires)
  const personal = '<'.repeat(14)
  const body = `${number}${check(number)}${country}${birth}${check(birth)}${person.sex}${expiry}${check(expiry)}${personal}<`
  const whole = body.slice(0, 10) + body.slice(13, 20) + body.slice(21, 43)
  return [first, body + check(whole)]
}

/** Weights 7, 3, 1 over digits, letters (A is 10) and fillers (0). */
export function check(text: string): string {
  const sum = [...text].reduce((total, letter, at) => {
    const value = letter === '<' ? 0 : Number.parseInt(letter, 36)
    return total + value * ([7, 3, 1][at % 3] as number)
  }, 0)
  return String(sum % 10)
}

function letters(name: string): string {
  return plain(name)
    .toUpperCase()
    .replace(/[^A-Z]+/g, '<')
}

function short(date: Date): string {
  return date.toISOString().slice(2, 10).replaceAll('-', '')
}
