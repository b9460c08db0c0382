import { pdfString } from './encoding.ts'
import { type Font, widthOf } from './metrics.ts'
import { PAGE_HEIGHT } from './pdf.ts'

/** Red, green and blue, 0 to 1. */
export type Colour = readonly [number, number, number]

export const ink = {
  black: [0.1, 0.1, 0.12],
  grey: [0.45, 0.47, 0.5],
  light: [0.82, 0.84, 0.86],
  pale: [0.94, 0.95, 0.96],
  blue: [0.1, 0.2, 0.55],
  navy: [0.07, 0.16, 0.33],
  green: [0.05, 0.42, 0.33],
  red: [0.62, 0.12, 0.12],
} as const satisfies Record<string, Colour>

export interface TextStyle {
  readonly font?: Font
  readonly size?: number
  readonly colour?: Colour
  readonly align?: 'left' | 'right' | 'centre'
}

/** One page to draw on. Points from the top left corner. */
export class Page {
  #content = ''

  /** Drawing operators, one byte a character. */
  get content(): string {
    return this.#content
  }

  /** `y` is the text's base line. */
  text(x: number, y: number, text: string, style: TextStyle = {}): void {
    const { font = 'sans', size = 10, colour = ink.black, align = 'left' } = style
    const width = align === 'left' ? 0 : widthOf(text, font, size)
    const left = align === 'right' ? x - width : align === 'centre' ? x - width / 2 : x
    this.#put(`BT ${rgb(colour)} rg /${font} ${size} Tf ${at(left, y)} Td ${pdfString(text)} Tj ET`)
  }

  line(x1: number, y1: number, x2: number, y2: number, colour: Colour = ink.light, width = 0.7): void {
    this.#put(`${rgb(colour)} RG ${num(width)} w ${at(x1, y1)} m ${at(x2, y2)} l S`)
  }

  /** `y` is the upper edge. */
  box(x: number, y: number, width: number, height: number, fill: Colour): void {
    this.#put(`${rgb(fill)} rg ${at(x, y + height)} ${num(width)} ${num(height)} re f`)
  }

  frame(x: number, y: number, width: number, height: number, colour: Colour = ink.light, thick = 0.7): void {
    this.#put(`${rgb(colour)} RG ${num(thick)} w ${at(x, y + height)} ${num(width)} ${num(height)} re S`)
  }

  /** A smooth stroke through points, as of a pen. */
  stroke(points: readonly (readonly [number, number])[], colour: Colour, width: number): void {
    const [first, ...rest] = points
    if (!first) return
    let path = `${at(...first)} m`
    for (let i = 0; i + 2 < rest.length; i += 3) {
      const [a, b, c] = rest.slice(i, i + 3) as [[number, number], [number, number], [number, number]]
      path += ` ${at(...a)} ${at(...b)} ${at(...c)} c`
    }
    this.#put(`${rgb(colour)} RG ${num(width)} w 1 J ${path} S`)
  }

  #put(operators: string): void {
    this.#content += `${operators}\n`
  }
}

function at(x: number, y: number): string {
  return `${num(x)} ${num(PAGE_HEIGHT - y)}`
}

function rgb(colour: Colour): string {
  return colour.map(num).join(' ')
}

function num(value: number): string {
  return String(Math.round(value * 100) / 100)
}
