import { type Font, widthOf } from './metrics.ts'
import { ink, type Page, type TextStyle } from './page.ts'
import { PAGE_HEIGHT, PAGE_WIDTH, type Pdf } from './pdf.ts'

const LEFT = 72
const RIGHT = PAGE_WIDTH - 72
const TOP = 76
const BOTTOM = PAGE_HEIGHT - 84

/** Text that runs down one page and on to the next. */
export class Flow {
  readonly #pdf: Pdf
  readonly #font: Font
  #page: Page
  y = TOP

  constructor(pdf: Pdf, font: Font = 'serif') {
    this.#pdf = pdf
    this.#font = font
    this.#page = pdf.addPage()
  }

  get page(): Page {
    return this.#page
  }

  gap(points: number): void {
    this.y += points
  }

  /** Goes on to a new page when less than `points` are left on this one. */
  need(points: number): void {
    if (this.y + points <= BOTTOM) return
    this.#page = this.#pdf.addPage()
    this.y = TOP
  }

  line(text: string, style: TextStyle = {}): void {
    const size = style.size ?? 11
    this.need(size)
    const x = style.align === 'centre' ? PAGE_WIDTH / 2 : style.align === 'right' ? RIGHT : LEFT
    this.#page.text(x, this.y, text, { font: this.#font, size, ...style })
    this.y += size * 1.4
  }

  paragraph(text: string, style: TextStyle & { indent?: number } = {}): void {
    const { indent = 0, ...rest } = style
    const size = style.size ?? 11
    for (const line of wrap(text, style.font ?? this.#font, size, RIGHT - LEFT - indent)) {
      this.need(size)
      this.#page.text(LEFT + indent, this.y, line, { font: this.#font, size, ...rest })
      this.y += size * 1.42
    }
    this.y += size * 0.55
  }

  rule(): void {
    this.#page.line(LEFT, this.y, RIGHT, this.y)
    this.y += 14
  }

  /** Rows of two columns: what, and which. */
  facts(rows: readonly (readonly [string, string])[], font: Font = 'sans'): void {
    for (const [name, value] of rows) {
      this.need(18)
      this.#page.text(LEFT, this.y, name, { font, size: 9.5, colour: ink.grey })
      this.#page.text(LEFT + 170, this.y, value, { font, size: 10 })
      this.#page.line(LEFT, this.y + 6, RIGHT, this.y + 6)
      this.y += 20
    }
    this.y += 6
  }

  /** Puts its page number on every page. */
  number(label: (page: number, of: number) => string): void {
    for (const [at, page] of this.#pdf.pages.entries()) {
      const text = label(at + 1, this.#pdf.pages.length)
      page.text(PAGE_WIDTH / 2, PAGE_HEIGHT - 46, text, {
        font: this.#font,
        size: 9,
        colour: ink.grey,
        align: 'centre',
      })
    }
  }
}

function wrap(text: string, font: Font, size: number, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word
    if (line && widthOf(longer, font, size) > width) {
      lines.push(line)
      line = word
    } else {
      line = longer
    }
  }
  return line ? [...lines, line] : lines
}
