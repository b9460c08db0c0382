import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A bug that is put into a copy of this tree on purpose, as places in files and what stands there instead. */
export interface Plant {
  readonly name: string
  readonly edits: readonly { readonly file: string; readonly from: string; readonly to: string }[]
}

const one = (name: string, file: string, from: string, to: string): Plant => ({ name, edits: [{ file, from, to }] })

/** The mistakes that this kind of sync invites. The simulation must notice each. */
export const plants: readonly Plant[] = [
  one(
    'receipts ignored',
    'migrations/sync/0020_push.sql',
    "if v_are_all_new or (v_entry ->> 'id')::uuid = any (v_new) then",
    'if true then',
  ),
  one(
    'the cursor is a number',
    'migrations/sync/0010_pull.sql',
    'coalesce(p_xid, pg_snapshot_xmin(p_cursor))',
    '(coalesce(p_xid, (pg_snapshot_xmax(p_cursor)::text::bigint - 1)::text::xid8))',
  ),
  one(
    'applied counts as done at once',
    'main/sync/rules.ts',
    "return { id: receipt.id, state: 'applied', receipt }",
    "return { id: receipt.id, state: 'done', receipt }",
  ),
  one('a half difference is shown', 'main/sync/inbound.ts', 'if (round.pages === 1) break', 'break'),
  one(
    'effects undone in the wrong order',
    'migrations/mirror/0002_outpost.sql',
    '($1 is null or entry = any ($1)) order by key, seq\n',
    '($1 is null or entry = any ($1)) order by key, seq desc\n',
  ),
  one('dependencies ignored', 'main/mirror/submit.ts', 'dependsOn: rows[0]?.depends ?? []', 'dependsOn: []'),
  one(
    'the journal is written after the mirror, when there is time',
    'main/sync/submit.ts',
    'written = replica.journal.append(draftOf(replica, id, claims.sub, prepared), resolving?.entry)',
    'const draft = draftOf(replica, id, claims.sub, prepared); written = { ...draft, seq: Date.now() }; setTimeout(() => { try { replica.journal.append(draft, resolving?.entry) } catch {} }, 20)',
  ),
  {
    name: 'sent again under a new id',
    edits: [
      {
        file: 'main/sync/outbound.ts',
        from: 'return { id, seq,',
        to: 'return { id: entry.attempts > 0 ? crypto.randomUUID() : id, seq,',
      },
      {
        file: 'main/sync/outbound.ts',
        from: 'const settlements = answer.receipts.map(settlementOf)',
        to: "const settlements = answer.receipts.map((receipt, at) => settlementOf({ ...receipt, id: batch[at]?.id ?? '' }))",
      },
      {
        file: 'main/sync/outbound.ts',
        from: 'if (answer.receipts.map(({ id }) => id).join() !== sent) {',
        to: 'if (sent === null) {',
      },
    ],
  },
  one(
    'tombstones skipped',
    'main/mirror/loading.ts',
    'for (const { relation, keys } of [...page.gone, ...page.outside]) {',
    'for (const { relation, keys } of [...page.gone.slice(1), ...page.outside]) {',
  ),
  one(
    'the cursor is written before the rows',
    'main/sync/inbound.ts',
    'await mirror.stage(page)',
    "await mirror.setFact('cursor', first?.cursor ?? page.cursor)\n    await mirror.stage(page)",
  ),
  one(
    'the later of two changes wins',
    'migrations/sync/0013_row_changes.sql',
    "if v_collisions <> '[]' then\n      perform console_sync.raise_conflict('update_update'",
    "if v_collisions is null then\n      perform console_sync.raise_conflict('update_update'",
  ),
]

/**
 * The files of a tree with the bug in them, by their names.
 * @throws Error when the code has changed and the bug has no place in it any more
 */
export function planted({ name, edits }: Plant, tree: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  for (const { file, from, to } of edits) {
    const text = files.get(file) ?? readFileSync(join(tree, file), 'utf8')
    if (text.split(from).length !== 2) throw new Error(`${name}: "${from}" is not in ${file} exactly once any more.`)
    files.set(
      file,
      text.replace(from, () => to),
    )
  }
  return files
}

/** Puts the bug into a tree. */
export function plant(bug: Plant, tree: string): void {
  for (const [file, text] of planted(bug, tree)) writeFileSync(join(tree, file), text)
}
