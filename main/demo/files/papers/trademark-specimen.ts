import { Canvas, plain } from '../picture/canvas.ts'
import { encodePng, type Tint } from '../picture/png.ts'
import type { Facts, Paper } from './facts.ts'
import { blur } from './scanning.ts'

const tints: readonly Tint[] = [
  { dark: [18, 94, 88], light: [255, 255, 255] },
  { dark: [126, 34, 52], light: [255, 252, 248] },
  { dark: [32, 52, 120], light: [252, 253, 255] },
]

/** The sign as it is used on goods. Flaws: `low_resolution`, `no_mark`. */
export function trademarkSpecimen(facts: Facts): Paper {
  const { company, flaw, random } = facts
  const canvas = new Canvas(720, 480)
  canvas.box(60, 60, 600, 360, 246)
  canvas.frame(60, 60, 600, 360, 210)
  const mark = plain(company.name.replace(/ (LLC|SARL|SAS|Inc)$/, '')).toUpperCase()
  if (flaw !== 'no_mark') {
    const rings = random.int(2, 4)
    for (let ring = 0; ring < rings; ring++) {
      canvas.ellipse(360, 190, 86 - ring * 24, 86 - ring * 24, ring % 2 ? 246 : 40 + ring * 20)
    }
    const dot = Math.min(5, 540 / (mark.length * 6))
    canvas.text(360 - (mark.length * dot * 6) / 2, 312, mark, dot, 30)
  }
  canvas.text(80, 388, company.activity.slice(0, 58), 1.8, 130)
  if (flaw === 'low_resolution') for (let pass = 0; pass < 3; pass++) blur(canvas, 9)
  return { bytes: encodePng(canvas, random.pick(tints)), extension: 'png' }
}
