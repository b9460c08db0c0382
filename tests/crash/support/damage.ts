// Injected fault: what a power cut or a bad disk leaves of a folder.
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type Random = () => number

/** The same numbers in [0, 1) for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const KINDS = ['flipped', 'truncated', 'emptied', 'deleted', 'half', 'control', 'zeroed'] as const
export type Kind = (typeof KINDS)[number]

/** Damages a Postgres folder; answers what it did, in words. */
export function damage(folder: string, kind: Kind, random: Random): string {
  const files = filesOf(folder)
  if (kind === 'control') {
    rmSync(join(folder, 'global/pg_control'))
    return 'no pg_control'
  }
  if (kind === 'half') {
    const lost = files.filter(() => random() < 0.5)
    for (const file of lost) rmSync(file)
    return `${lost.length} of ${files.length} files lost`
  }
  const tables = files.filter((file) => /base\/\d+\/\d+$/.test(file) && statSync(file).size > 0)
  const own = tables.filter((file) => Number(file.split('/').at(-1)) >= FIRST_OWN)
  const hurt = [own[Math.floor(random() * own.length)] ?? '', own[Math.floor(random() * own.length)] ?? '']
  if (random() < 0.2) hurt.push(...Array.from({ length: 3 }, () => tables[Math.floor(random() * tables.length)] ?? ''))
  for (const file of new Set(hurt)) hurtFile(file, kind, random)
  return `${kind}: ${hurt.map((file) => file.slice(folder.length)).join(', ')}`
}

function hurtFile(file: string, kind: Kind, random: Random): void {
  const { size } = statSync(file)
  if (kind === 'deleted') rmSync(file)
  if (kind === 'emptied') truncateSync(file, 0)
  if (kind === 'truncated') truncateSync(file, Math.floor(random() * size))
  if (kind === 'zeroed') {
    const bytes = readFileSync(file)
    const page = Math.floor((random() * size) / PAGE) * PAGE
    writeFileSync(file, bytes.fill(0, page, page + PAGE))
  }
  if (kind === 'flipped') {
    const bytes = readFileSync(file)
    for (let n = 0; n < 4; n += 1) {
      const at = Math.floor(random() * size)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
    }
    writeFileSync(file, bytes)
  }
}

const PAGE = 8192
/** Below lie the catalogues that every Postgres has. */
const FIRST_OWN = 16384

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .sort()
}
