import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { documentKinds } from '#main/demo/data/partners-vrai/document-kinds.ts'
import { Random } from '#main/demo/data/random.ts'
import type { Facts } from '#main/demo/files/papers/facts.ts'
import { check, machineReadable } from '#main/demo/files/papers/machine-readable.ts'
import { makePaper } from '#main/demo/files/papers/make-paper.ts'

const facts = (flaw: string | null, language: 'en' | 'fr' = 'en'): Facts => ({
  person: {
    firstName: 'Zoé',
    lastName: 'Lefèvre-Ba',
    sex: 'F',
    birth: new Date('1974-08-12'),
    birthPlace: 'Nantes',
    country: 'FR',
    nationality: 'Française',
    passportNumber: '19AB45873',
    street: '3 quai de la Loire',
    city: '44000 Nantes',
  },
  company: {
    name: 'Atelier Moreau LLC',
    activity: 'the design and sale of ceramics',
    street: '8 The Green, Suite 400',
    city: 'Dover, DE 19901',
    state: 'Delaware',
    capital: 12_000,
    ein: '84-1234567',
    partner: 'Hugo Delacroix',
    share: 60,
  },
  on: new Date('2025-11-03T10:00:00Z'),
  language,
  flaw,
  random: new Random(7),
})

describe.each(documentKinds)('$label', ({ code, flaws }) => {
  test('has the same bytes each time it is made', () => {
    const hash = () =>
      createHash('sha256')
        .update(makePaper(code, facts(null)).bytes)
        .digest('hex')
    expect(hash()).toBe(hash())
  })

  test('opens, and each of its flaws shows', async () => {
    const sound = await contentOf(code, null)
    expect(sound.length).toBeGreaterThan(150)
    for (const { name } of flaws) expect(await contentOf(code, name)).not.toBe(sound)
  })
})

test('names with accents are written out in a PDF', async () => {
  expect(await contentOf('statuts', null, 'fr')).toContain('Zoé Lefèvre-Ba')
})

test('articles of organization have two to four pages', async () => {
  const { bytes } = makePaper('articles_of_organization', facts(null))
  const { numPages } = await getDocument({ data: bytes, verbosity: 0 }).promise
  expect(numPages).toBeGreaterThanOrEqual(2)
  expect(numPages).toBeLessThanOrEqual(4)
})

test('a corrupt PDF can not be opened', async () => {
  const { bytes } = makePaper('operating_agreement', facts('corrupt'))
  await expect(openPages(bytes)).rejects.toThrow()
})

test('the foot of a passport carries the check digits of its standard', () => {
  // The specimen of ICAO 9303.
  expect([check('L898902C3'), check('740812'), check('120415'), check('ZE184226B<<<<<')]).toEqual(['6', '2', '9', '1'])
  const lines = machineReadable(facts(null).person, new Date('2030-05-11'))
  expect(lines.map((line) => line.length)).toEqual([44, 44])
  expect(lines[0]).toMatch(/^P<FRALEFEVRE<BA<<ZOE<+$/)
})

/** What a reader sees of it: the words of a PDF, or the points of a picture. */
async function contentOf(code: (typeof documentKinds)[number]['code'], flaw: string | null, language?: 'fr') {
  const { bytes, extension } = makePaper(code, facts(flaw, language))
  return extension === 'pdf' ? await openPages(bytes) : pointsOf(bytes)
}

async function openPages(bytes: Uint8Array): Promise<string> {
  const document = await getDocument({ data: bytes, verbosity: 0 }).promise
  let words = ''
  for (let at = 1; at <= document.numPages; at++) {
    const page = await document.getPage(at)
    const { items } = await page.getTextContent()
    words += items.map((item) => ('str' in item ? item.str : '')).join(' ')
    // Signatures are strokes, not words.
    const { fnArray } = await page.getOperatorList()
    words += ` ${fnArray.length}`
  }
  if (words.length < 100) throw new Error('The pages are empty.')
  return words
}

function pointsOf(bytes: Uint8Array): string {
  const file = Buffer.from(bytes)
  expect(file.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a')
  let at = 8
  let points = Buffer.alloc(0)
  while (at < file.length) {
    const length = file.readUInt32BE(at)
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') points = inflateSync(file.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  expect(points.length).toBeGreaterThan(300_000)
  return points.toString('base64')
}
