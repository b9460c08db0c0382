import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { FileStore } from '#main/files/file-store.ts'
import type { Mirror, TableProof } from '#main/mirror/mirror.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import { compareChain } from './anchor.ts'
import { copyAll } from './first-copy.ts'
import { greet, pull, VisibilityChanged } from './inbound.ts'
import type { Replica } from './replica.ts'

export interface Check {
  readonly name: string
  readonly ok: boolean
  readonly detail: string
}

/** Attempts to catch the server between two changes, so that two copies can be compared. */
const ATTEMPTS = 5

/**
 * Looks at everything that must be true of a workspace; says what it found and sends nothing. No round of sync may
 * run meanwhile.
 */
export async function examine(
  replica: Replica,
  files: FileStore,
  folder: string,
  signal: AbortSignal,
): Promise<Check[]> {
  return [
    journalCheck(replica),
    await anchorCheck(replica),
    await entriesCheck(replica),
    await mirrorCheck(replica, folder, signal),
    await filesCheck(files),
    await schemaCheck(replica),
  ]
}

function journalCheck(replica: Replica): Check {
  const { entries, broken } = replica.journal.verify()
  return { name: 'journal', ok: broken === null, detail: broken ?? `${entries} entries, the chain is intact` }
}

/** A journal that was restored from a backup differs as one that somebody cut short: it is said, and nothing is held back. */
async function anchorCheck(replica: Replica): Promise<Check> {
  try {
    const { entries, differences } = await compareChain(replica)
    if (differences.length === 0)
      return { name: 'anchor', ok: true, detail: `${entries} entries, as the server has them` }
    const why =
      'That is so after the journal was restored from a backup: nothing is done twice then, and what the server has stays there. If nobody restored it, it was tampered with.'
    return { name: 'anchor', ok: false, detail: [...differences, why].join(' ') }
  } catch (error) {
    if (!(error instanceof OutpostError)) throw error
    return { name: 'anchor', ok: false, detail: `Not compared with the server: ${error.message}` }
  }
}

async function entriesCheck(replica: Replica): Promise<Check> {
  const failures = await (await replica.mirror()).failures()
  const words = [...failures].map(([entry, { message }]) => `${entry}: ${message}`)
  const detail = `${replica.pending().length} entries on top of the server's rows`
  return { name: 'pending', ok: words.length === 0, detail: words.length === 0 ? detail : words.join(' · ') }
}

/** Fills a second mirror beside the first and compares every table of both, without the pending entries. */
async function mirrorCheck(replica: Replica, folder: string, signal: AbortSignal): Promise<Check> {
  const beside = mkdtempSync(join(folder, 'doctor-'))
  const copy = replica.beside(beside)
  try {
    const hello = await greet(copy)
    // The copy keeps what the mirror keeps, from the same moment on.
    const keeping = await (await replica.mirror()).keeping()
    await copyAll(copy, hello, () => undefined, signal, keeping)
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      await pull(replica, () => undefined, signal)
      const moved = await pull(copy, () => undefined, signal)
      if (moved === 0) return await compare(await replica.mirror(), await copy.mirror())
    }
    return { name: 'mirror', ok: false, detail: 'The server changes too quickly to compare with; try again later.' }
  } catch (error) {
    if (error instanceof VisibilityChanged) {
      return { name: 'mirror', ok: false, detail: 'All rows are to be fetched anew: sync first, then compare.' }
    }
    if (!(error instanceof OutpostError)) throw error
    return { name: 'mirror', ok: false, detail: `Not compared with the server: ${error.message}` }
  } finally {
    await copy.close()
    rmSync(beside, { recursive: true, force: true })
  }
}

async function compare(mirror: Mirror, copy: Mirror): Promise<Check> {
  const here = new Map((await proofs(mirror)).map((table) => [table.relation, table]))
  const there = await proofs(copy)
  const different = there.filter(({ relation, count, hash }) => {
    const own = here.get(relation)
    return own?.count !== count || own.hash !== hash
  })
  const rows = there.reduce((sum, { count }) => sum + count, 0)
  if (different.length === 0 && !(await mirror.isWhole())) {
    await mirror.recount()
    const detail =
      'Equal to the server, but its rows were counted wrong. They have been counted anew; nothing else is needed.'
    return { name: 'mirror', ok: false, detail }
  }
  if (different.length === 0) {
    return { name: 'mirror', ok: true, detail: `${there.length} tables, ${rows} rows, equal to the server` }
  }
  // The next round compares with the server itself, and mends.
  mirror.inDoubt = true
  const names = different.map(({ relation }) => relation).join(', ')
  return { name: 'mirror', ok: false, detail: `Different from the server: ${names}` }
}

async function proofs(mirror: Mirror): Promise<TableProof[]> {
  return mirror.proofs(await mirror.travelling())
}

async function filesCheck(files: FileStore): Promise<Check> {
  const { damaged } = await files.verify()
  return {
    name: 'files',
    ok: damaged.length === 0,
    detail: damaged.length === 0 ? `${files.count()} files match their hashes` : `Damaged: ${damaged.join(', ')}`,
  }
}

/** What of the server's schema this computer does without is the server's alone to check: worth knowing, not unsound. */
async function schemaCheck(replica: Replica): Promise<Check> {
  const mirror = await replica.mirror()
  const left = [...(await mirror.leftOut()), ...(await mirror.notFollowed())]
  const words = left.map(({ kind, name, reason }) => `${kind} ${name}: ${reason}`)
  return {
    name: 'schema',
    ok: true,
    detail: words.length === 0 ? 'as on the server' : `left out: ${words.join(' · ')}`,
  }
}
