import { existsSync, readFileSync } from 'node:fs'

/*
 * SQLite's write-ahead log, as far as salvage needs it: a header, then frames of one page each, all chained by a
 * checksum. SQLite stops at the first frame that fails it and forgets all that follow.
 */

const HEADER = 32
const FRAME_HEADER = 24
const PAGE = 4096
/** 40 GB: a larger page number is damage. */
const MOST_PAGES = 10_000_000
/** The header's first bytes when checksums are taken over big-endian words; one less for little-endian. */
const BIG_ENDIAN = 0x377f0683

interface Frame {
  readonly page: number
  readonly endsTransaction: boolean
  readonly isSound: boolean
  readonly data: Buffer
}

/** Whether a log holds transactions that SQLite will not find, because something before them is damaged. */
export function hidesTransactions(log: string): boolean {
  const frames = framesOf(log)
  const broken = frames.findIndex(({ isSound }) => !isSound)
  return broken !== -1 && frames.slice(broken).some(({ endsTransaction }) => endsTransaction)
}

/** Puts the pages of the log in place: all, damaged or not, or those before the first damaged one; up to the end of the last transaction. */
export function replayed(database: Buffer, log: string, which: 'all' | 'sound'): Buffer {
  const all = framesOf(log)
  const damaged = all.findIndex(({ isSound }) => !isSound)
  const frames = which === 'all' || damaged === -1 ? all : all.slice(0, damaged)
  const end = frames.findLastIndex(({ endsTransaction }) => endsTransaction)
  const used = frames.slice(0, end + 1)
  const size = used.reduce((most, { page }) => Math.max(most, page * PAGE), database.length)
  const whole = Buffer.concat([database, Buffer.alloc(size - database.length)])
  for (const { page, data } of used) data.copy(whole, (page - 1) * PAGE)
  return whole
}

function framesOf(log: string): Frame[] {
  if (!existsSync(log)) return []
  const wal = readFileSync(log)
  if (wal.length < HEADER + FRAME_HEADER + PAGE) return []
  const bigEndian = wal.readUInt32BE(0) === BIG_ENDIAN
  let sum = checksum([0, 0], wal.subarray(0, 24), bigEndian)
  let isSound = sum[0] === wal.readUInt32BE(24) && sum[1] === wal.readUInt32BE(28)
  // Frames of an earlier use of the file have another salt. The header's is not to be trusted when it is damaged.
  const salt = isSound ? wal.subarray(16, 24) : wal.subarray(HEADER + 8, HEADER + 16)
  const frames: Frame[] = []
  for (let at = HEADER; at + FRAME_HEADER + PAGE <= wal.length; at += FRAME_HEADER + PAGE) {
    const data = wal.subarray(at + FRAME_HEADER, at + FRAME_HEADER + PAGE)
    sum = checksum(checksum(sum, wal.subarray(at, at + 8), bigEndian), data, bigEndian)
    const isOurs = wal.subarray(at + 8, at + 16).equals(salt)
    isSound &&= isOurs && sum[0] === wal.readUInt32BE(at + 16) && sum[1] === wal.readUInt32BE(at + 20)
    const page = wal.readUInt32BE(at)
    if (!isOurs || page < 1 || page > MOST_PAGES) continue
    frames.push({ page, endsTransaction: wal.readUInt32BE(at + 4) !== 0, isSound, data })
  }
  return frames
}

type Sum = readonly [number, number]

function checksum([first, second]: Sum, bytes: Buffer, bigEndian: boolean): Sum {
  const word = (at: number) => (bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at))
  let [a, b] = [first, second]
  for (let at = 0; at < bytes.length; at += 8) {
    a = (a + word(at) + b) >>> 0
    b = (b + word(at + 4) + a) >>> 0
  }
  return [a, b]
}
