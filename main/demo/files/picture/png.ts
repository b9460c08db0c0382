import { crc32, deflateSync } from 'node:zlib'
import type { Canvas } from './canvas.ts'

/** The colour that black becomes and the one that white becomes, each 0 to 255. */
export interface Tint {
  readonly dark: readonly [number, number, number]
  readonly light: readonly [number, number, number]
}

/** A picture as a PNG with a palette of 256 shades from one tint to the other. */
export function encodePng(canvas: Canvas, tint: Tint): Uint8Array<ArrayBuffer> {
  const { width, height, pixels } = canvas
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  const palette = Buffer.alloc(768)
  for (let shade = 0; shade < 256; shade++) {
    for (let part = 0; part < 3; part++) {
      const dark = tint.dark[part] as number
      palette[shade * 3 + part] = dark + (((tint.light[part] as number) - dark) * shade) / 255
    }
  }
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  const parts = [
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return new Uint8Array(Buffer.concat(parts))
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  out.set(body, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}
