import { createHash } from 'node:crypto'
import { pdfString } from './encoding.ts'
import { fontNames } from './metrics.ts'
import { Page } from './page.ts'

/** A4, in points. */
export const PAGE_WIDTH = 595
export const PAGE_HEIGHT = 842

/**
 * A small PDF writer. The same calls give the same bytes, whatever the machine and the day: nothing is compressed, the
 * document's id comes from its content, and its dates are told.
 */
export class Pdf {
  readonly #title: string
  readonly #producer: string
  readonly #made: Date
  readonly #pages: Page[] = []

  constructor(of: { title: string; producer: string; made: Date }) {
    this.#title = of.title
    this.#producer = of.producer
    this.#made = of.made
  }

  get pages(): readonly Page[] {
    return this.#pages
  }

  addPage(): Page {
    const page = new Page()
    this.#pages.push(page)
    return page
  }

  bytes(): Uint8Array<ArrayBuffer> {
    const fonts = Object.values(fontNames)
    const firstPage = 4 + fonts.length
    const pageIds = this.#pages.map((_, at) => firstPage + at * 2)
    const fontIds = Object.keys(fontNames).map((name, at) => `/${name} ${4 + at} 0 R`)
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${pageIds.map((id) => `${id} 0 R`).join(' ')}] /Count ${pageIds.length} >>`,
      `<< /Title ${pdfString(this.#title)} /Producer ${pdfString(this.#producer)} /CreationDate (D:${stamp(this.#made)}) >>`,
      ...fonts.map((name) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`),
      ...this.#pages.flatMap((page, at) => [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE_WIDTH} ${PAGE_HEIGHT}] /Contents ${firstPage + at * 2 + 1} 0 R /Resources << /Font << ${fontIds.join(' ')} >> >> >>`,
        `<< /Length ${page.content.length} >>\nstream\n${page.content}\nendstream`,
      ]),
    ]
    return assemble(objects)
  }
}

function assemble(objects: readonly string[]): Uint8Array<ArrayBuffer> {
  let text = '%PDF-1.4\n%\xe2\xe3\xcf\xd3\n'
  const offsets: number[] = []
  for (const [at, object] of objects.entries()) {
    offsets.push(text.length)
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
  }
  const id = createHash('md5').update(text, 'latin1').digest('hex')
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const trailer = `<< /Size ${size} /Root 1 0 R /Info 3 0 R /ID [<${id}> <${id}>] >>`
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n${trailer}\nstartxref\n${text.length}\n%%EOF\n`
  return new Uint8Array(Buffer.from(text, 'latin1'))
}

function stamp(date: Date): string {
  return `${date
    .toISOString()
    .replace(/[-:T]|\.\d+Z$/g, '')
    .slice(0, 14)}Z`
}
