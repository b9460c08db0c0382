export type Font = 'sans' | 'sansBold' | 'sansItalic' | 'serif' | 'serifBold' | 'mono'

/** Names of the standard fonts, which every PDF reader has. */
export const fontNames: Readonly<Record<Font, string>> = {
  sans: 'Helvetica',
  sansBold: 'Helvetica-Bold',
  sansItalic: 'Helvetica-Oblique',
  serif: 'Times-Roman',
  serifBold: 'Times-Bold',
  mono: 'Courier',
}

/** Advance widths of the characters 32 to 126, in thousandths of the size. */
const sans = words(`
  278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584
  584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667
  611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500
  722 500 500 500 334 260 334 584`)
const sansBold = words(`
  278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 584
  584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667
  611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556
  778 556 556 500 389 280 389 584`)
const serif = words(`
  250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 500 278 278 564
  564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 722 944 722 722
  611 333 278 333 469 500 333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 278 500 500
  722 500 500 444 480 200 480 541`)
const serifBold = words(`
  250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500 500 333 333 570
  570 570 500 930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778 722 556 667 722 722 1000 722 722
  667 333 278 333 581 500 333 500 556 444 556 444 333 500 556 278 333 556 278 833 556 500 556 556 444 389 333 556 500
  722 500 500 444 394 220 394 520`)

const widths: Readonly<Record<Font, readonly number[] | null>> = {
  sans,
  sansBold,
  sansItalic: sans,
  serif,
  serifBold,
  mono: null,
}

/** Width of a text in points. */
export function widthOf(text: string, font: Font, size: number): number {
  const table = widths[font]
  let width = 0
  // An accented letter is as wide as its plain one.
  for (const letter of text.normalize('NFD')) {
    const code = letter.codePointAt(0) ?? 0
    if (code >= 0x300 && code < 0x370) continue
    width += table ? (table[code - 32] ?? 556) : 600
  }
  return (width * size) / 1000
}

function words(text: string): readonly number[] {
  return text.trim().split(/\s+/).map(Number)
}
