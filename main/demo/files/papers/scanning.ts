import type { Random } from '../../data/random.ts'
import type { Canvas } from '../picture/canvas.ts'

/** Specks of dust and paper, as a scanner finds them. */
export function grain(canvas: Canvas, random: Random): void {
  const { pixels } = canvas
  let at = 0
  while (at < pixels.length) {
    pixels[at] = Math.max(0, (pixels[at] as number) - random.int(6, 24))
    at += random.int(8, 60)
  }
}

/** Softens everything: each pixel becomes the mean of a square of `radius` around it. */
export function blur(canvas: Canvas, radius: number): void {
  const { width, height, pixels } = canvas
  pass(pixels, width, height, 1, width, radius)
  pass(pixels, height, width, width, 1, radius)
}

function pass(pixels: Uint8Array, length: number, lines: number, step: number, next: number, radius: number): void {
  const line = new Uint8Array(length)
  for (let at = 0; at < lines; at++) {
    const start = at * next
    for (let i = 0; i < length; i++) line[i] = pixels[start + i * step] as number
    let sum = 0
    for (let i = -radius; i <= radius; i++) sum += line[Math.min(length - 1, Math.max(0, i))] as number
    for (let i = 0; i < length; i++) {
      pixels[start + i * step] = sum / (2 * radius + 1)
      sum += (line[Math.min(length - 1, i + radius + 1)] as number) - (line[Math.max(0, i - radius)] as number)
    }
  }
}
