import { Random, seedOf } from '../../data/random.ts'
import { Canvas, plain } from '../picture/canvas.ts'
import { encodePng, type Tint } from '../picture/png.ts'
import { addDays, type Facts, type Paper, type PersonFacts } from './facts.ts'
import { machineReadable } from './machine-readable.ts'
import { blur, grain } from './scanning.ts'

const WIDTH = 860
const HEIGHT = 612

const tints: readonly Tint[] = [
  { dark: [38, 30, 46], light: [250, 246, 240] },
  { dark: [20, 40, 62], light: [244, 248, 250] },
  { dark: [30, 46, 36], light: [247, 249, 241] },
]

/** A scan of the page with the photograph. Flaws: `cut`, `blurred`, `expired`, `glare`. */
export function passport(facts: Facts): Paper {
  const { person, random, flaw } = facts
  const issued =
    flaw === 'expired' ? addDays(facts.on, -3653 - random.int(30, 500)) : addDays(facts.on, -random.int(200, 3000))
  const expires = addDays(issued, 3652)
  const canvas = background().copy()
  portrait(canvas, person)
  fields(canvas, person, issued, expires)
  for (const [at, line] of machineReadable(person, expires).entries()) canvas.text(56, 490 + at * 42, line, 2.8, 34)
  if (flaw === 'glare')
    for (let ring = 0; ring < 6; ring++) canvas.ellipse(560, 180, 230 - ring * 26, 120 - ring * 14, 255, 0.45)
  if (flaw === 'blurred') for (let pass = 0; pass < 3; pass++) blur(canvas, 5)
  const scan = flaw === 'cut' ? new Canvas(WIDTH, 470, canvas.pixels.slice(0, WIDTH * 470)) : canvas
  grain(scan, random)
  return { bytes: encodePng(scan, random.pick(tints)), extension: 'png' }
}

function fields(canvas: Canvas, person: PersonFacts, issued: Date, expires: Date): void {
  canvas.text(56, 52, 'PASSPORT', 4, 70)
  canvas.text(300, 58, `${person.nationality} / ${person.country}`.toUpperCase(), 2.4, 90)
  const rows: [string, string, string, string][] = [
    ['Surname / Nom', person.lastName.toUpperCase(), 'Passport No.', person.passportNumber],
    ['Given names / Prenoms', person.firstName.toUpperCase(), 'Sex / Sexe', person.sex],
    ['Date of birth', day(person.birth), 'Place of birth', person.birthPlace.toUpperCase()],
    ['Date of issue', day(issued), 'Authority', `${person.birthPlace.toUpperCase()} 2`],
    ['Date of expiry', day(expires), 'Nationality', person.nationality.toUpperCase()],
  ]
  for (const [at, [label, value, otherLabel, otherValue]] of rows.entries()) {
    const y = 116 + at * 68
    canvas.text(290, y, label, 1.7, 130)
    canvas.text(290, y + 20, plain(value).slice(0, 20), 2.5, 28)
    canvas.text(590, y, otherLabel, 1.7, 130)
    canvas.text(590, y + 20, plain(otherValue).slice(0, 15), 2.5, 28)
  }
}

/** Head, hair and shoulders before a pale wall: enough to tell one person from another. */
function portrait(canvas: Canvas, person: PersonFacts): void {
  // Of the person alone: the next scan shows the same face.
  const random = new Random(seedOf(person.passportNumber))
  const skin = random.int(120, 205)
  const hair = random.int(25, 110)
  const long = person.sex === 'F' ? random.chance(0.75) : random.chance(0.1)
  canvas.box(58, 110, 196, 256, 226)
  canvas.ellipse(156, 360, 96, 74, random.int(50, 130))
  if (long) canvas.ellipse(156, 236, 72, 100, hair)
  canvas.box(136, 270, 40, 48, skin - 12)
  canvas.ellipse(156, 222, 50, 66, skin)
  canvas.ellipse(156, 176, 56, 36, hair)
  for (const side of [-1, 1]) {
    canvas.ellipse(156 + side * 20, 214, 7, 4, 244)
    canvas.ellipse(156 + side * 20, 214, 3, 4, 35)
    canvas.ellipse(156 + side * 20, 203, 11, 2, hair)
  }
  canvas.ellipse(156, 236, 5, 11, skin - 22)
  canvas.ellipse(156, 258, 15, 3, skin - 60)
  if (random.chance(0.25)) for (const side of [-1, 1]) canvas.frame(156 + side * 20 - 14, 204, 28, 20, 40)
  // The shoulders end with the photograph.
  const paper = background().pixels
  canvas.pixels.set(paper.subarray(366 * WIDTH, 474 * WIDTH), 366 * WIDTH)
  canvas.frame(57, 109, 198, 258, 120)
}

let drawn: Canvas | undefined

/** The paper with its fine lines, on the glass of a scanner. */
function background(): Canvas {
  if (drawn) return drawn
  const canvas = new Canvas(WIDTH, HEIGHT)
  const { pixels } = canvas
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const inside = x > 26 && x < WIDTH - 26 && y > 26 && y < HEIGHT - 26
      const wave = Math.sin((x + 34 * Math.sin(y / 47)) / 5.5) + Math.sin((y + 26 * Math.sin(x / 61)) / 4.5)
      pixels[y * WIDTH + x] = inside ? 232 + 4 * Math.round(wave * 1.3) : 248
    }
  }
  canvas.box(30, HEIGHT - 26, WIDTH - 52, 5, 205)
  canvas.box(WIDTH - 26, 32, 5, HEIGHT - 54, 205)
  canvas.box(27, 474, WIDTH - 53, HEIGHT - 501, 240)
  drawn = canvas
  return canvas
}

function day(date: Date): string {
  const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
  return `${String(date.getUTCDate()).padStart(2, '0')} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`
}
