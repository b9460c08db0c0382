import { maskOf } from './font.ts'

/** A grey picture to draw on, 0 black to 255 white; it gets its tint when it is encoded. */
export class Canvas {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array<ArrayBuffer>

  constructor(width: number, height: number, pixels?: Uint8Array<ArrayBuffer>) {
    this.width = width
    this.height = height
    this.pixels = pixels ?? new Uint8Array(width * height).fill(255)
  }

  copy(): Canvas {
    return new Canvas(this.width, this.height, this.pixels.slice())
  }

  box(left: number, top: number, width: number, height: number, value: number): void {
    for (let y = Math.max(0, top); y < Math.min(this.height, top + height); y++) {
      this.pixels.fill(value, y * this.width + Math.max(0, left), y * this.width + Math.min(this.width, left + width))
    }
  }

  frame(left: number, top: number, width: number, height: number, value: number): void {
    this.box(left, top, width, 1, value)
    this.box(left, top + height - 1, width, 1, value)
    this.box(left, top, 1, height, value)
    this.box(left + width - 1, top, 1, height, value)
  }

  /** Blends an ellipse in: `strength` 0 leaves what is there, 1 covers it. */
  ellipse(x: number, y: number, radiusX: number, radiusY: number, value: number, strength = 1): void {
    const bottom = Math.min(this.height - 1, Math.ceil(y + radiusY))
    for (let row = Math.max(0, Math.floor(y - radiusY)); row <= bottom; row++) {
      const v = (row - y) / radiusY
      const half = radiusX * Math.sqrt(Math.max(0, 1 - v * v))
      const from = Math.max(0, Math.ceil(x - half))
      const to = Math.min(this.width - 1, Math.floor(x + half))
      for (let at = row * this.width + from; at <= row * this.width + to; at++) {
        this.pixels[at] = (this.pixels[at] as number) * (1 - strength) + value * strength
      }
    }
  }

  /** Text in plain letters; `dot` is a seventh of a capital's height, in pixels. Answers where it ends. */
  text(left: number, top: number, text: string, dot: number, value: number): number {
    let x = left
    for (const letter of plain(text)) {
      const mask = maskOf(letter, dot)
      this.#stamp(Math.round(x), Math.round(top), mask.width, mask.height, mask.dark, value)
      x += dot * 6
    }
    return x
  }

  #stamp(left: number, top: number, width: number, height: number, dark: Float32Array, value: number): void {
    for (let y = 0; y < height; y++) {
      if (top + y < 0 || top + y >= this.height) continue
      for (let x = 0; x < width; x++) {
        const strength = dark[y * width + x] as number
        if (strength === 0 || left + x < 0 || left + x >= this.width) continue
        const at = (top + y) * this.width + left + x
        this.pixels[at] = (this.pixels[at] as number) * (1 - strength) + value * strength
      }
    }
  }
}

/** Letters without accents, as printers of cards write them. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[Œœ]/g, (letter) => (letter === 'Œ' ? 'OE' : 'oe'))
    .replace(/[’‘]/g, "'")
    .replace(/[–—]/g, '-')
}
