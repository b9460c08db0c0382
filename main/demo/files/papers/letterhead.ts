import { type Colour, ink, type Page } from '../pdf/page.ts'
import { PAGE_WIDTH } from '../pdf/pdf.ts'

/** A sender's name and address across the top of a page, with a mark in its colour. */
export function letterhead(page: Page, name: string, lines: readonly string[], colour: Colour): void {
  page.box(0, 0, PAGE_WIDTH, 8, colour)
  page.box(72, 46, 20, 20, colour)
  page.box(82, 46, 10, 10, ink.pale)
  page.text(102, 62, name, { font: 'sansBold', size: 16, colour })
  for (const [at, line] of lines.entries()) {
    page.text(PAGE_WIDTH - 72, 50 + at * 11, line, { size: 8, colour: ink.grey, align: 'right' })
  }
  page.line(72, 84, PAGE_WIDTH - 72, 84)
}
