import type { Random } from '../../data/random.ts'
import { ink, type Page } from '../pdf/page.ts'

/** A pen's scribble, different for each random stream. */
export function sign(page: Page, left: number, base: number, random: Random): void {
  const points: [number, number][] = [[left, base - random.between(2, 10)]]
  let x = left
  for (let stroke = 0; stroke < random.int(4, 6); stroke++) {
    const step = random.between(12, 26)
    points.push(
      [x + step * 0.3, base - random.between(14, 34)],
      [x + step * 0.6, base + random.between(2, 14)],
      [x + step, base - random.between(0, 14)],
    )
    x += step
  }
  points.push([x + 10, base - 4], [x - 60, base + 10], [left - 8, base + random.between(4, 9)])
  page.stroke(points, ink.blue, 1.1)
}

/** A signature over its line, with the name and the day under it; the line stays empty when `signed` is false. */
export function signatureLine(
  page: Page,
  at: { left: number; y: number },
  name: string,
  day: string,
  random: Random,
  signed: boolean,
): void {
  if (signed) sign(page, at.left + 14, at.y - 8, random)
  page.line(at.left, at.y, at.left + 190, at.y, ink.grey)
  page.text(at.left, at.y + 13, name, { size: 9 })
  page.text(at.left, at.y + 25, signed ? day : '', { size: 9, colour: ink.grey })
}
