import type { SheetRow } from '#main/sheet/sheet.ts'
import { folded } from '#shared/lib/folded.ts'
import { unguarded } from '#shared/lib/harmless.ts'
import type { Manifest } from '#shared/systems/manifest.ts'
import type { OpenFile } from './import-files.ts'
import type { PlannedColumn } from './planned.ts'
import { cellOf } from './row-problems.ts'

const NUMBER = /^\d+(\.\d+)?$/
/** The day that a spreadsheet counts from, and a day, in milliseconds. */
const SHEET_EPOCH = Date.UTC(1899, 11, 30)
const DAY = 24 * 60 * 60 * 1_000

/**
 * What a file means by a value: without the guard that our own export puts before formulas, a day that a spreadsheet has
 * counted as a date, and the words for a fixed value as the value.
 */
export function fileValue({ format }: Pick<OpenFile, 'format'>, manifest: Manifest, relation: string) {
  return (planned: PlannedColumn, row: SheetRow): string | null | undefined => {
    const text = cellOf(planned, row)
    if (text == null || planned.source.from === 'fixed') return text
    const { kind, values } = planned.column
    const bare = kind === 'json' && format === 'jsonl' ? text : bareText(format, text)
    if (format === 'xlsx' && NUMBER.test(bare) && (kind === 'date' || kind === 'timestamp'))
      return dayOf(Number(bare), kind)
    return values === null || values.includes(bare) ? bare : valueWith(manifest, relation, planned, bare)
  }
}

/** A cell without what only its format needs. */
export function bareText(format: OpenFile['format'], text: string): string {
  if (format !== 'jsonl') return unguarded(text)
  return text.startsWith('"') ? (JSON.parse(text) as string) : text
}

function dayOf(days: number, kind: 'date' | 'timestamp'): string {
  const moment = new Date(SHEET_EPOCH + Math.round(days * DAY))
  if (Number.isNaN(moment.getTime())) return String(days)
  return kind === 'date' ? moment.toISOString().slice(0, 10) : moment.toISOString()
}

/** The value that has these words in one of the languages. */
function valueWith({ labels }: Manifest, relation: string, { column }: PlannedColumn, text: string): string {
  const words =
    labels[`${relation.replace(/^public\./, '')}.${column.name}`] ?? labels[column.type.replace(/^public\.|\[\]$/g, '')]
  const sought = folded(text.trim())
  const found = Object.entries(words ?? {}).find(([, { en, fr }]) => folded(en) === sought || folded(fr) === sought)
  return found?.[0] ?? text
}
