import { useTranslation } from 'react-i18next'
import { api } from '#renderer/bridge/api.ts'
import { toastDone } from '#renderer/components/toast.ts'
import { lockOf } from '#renderer/features/catalogue/lock-of.ts'
import type { Stored } from '#renderer/features/grid/use-clipboard-cells.ts'
import { changeStaging, stagingOf, withCell } from '#renderer/features/staging/staging.ts'
import type { Relation } from '#shared/contract/catalogue.ts'
import { CELL_CHARACTERS } from '#shared/contract/rows.ts'
import { rowTitle } from './row-title.ts'
import type { LabelledRow } from './table-columns.tsx'

/** Copies cells of a table as the database has them, and stages what is pasted over them. */
export function useCellCopies(workspace: string, relation: Relation) {
  const { t } = useTranslation('staging')
  const { relation: name, columns } = relation

  const storedIn = (row: LabelledRow, names: readonly string[], cells: LabelledRow['cells']) => {
    const staged = stagingOf(workspace, name)[row.key ?? '']?.cells ?? {}
    return names.map((column) => {
      const written = staged[column]
      return written ? written.value : (cells[column] ?? null)
    })
  }
  const stored = (rows: readonly LabelledRow[], names: readonly string[]): Stored | Promise<Stored> => {
    const isHere = rows.every((row) => names.every((column) => !isCut(row.cells[column] ?? null)))
    if (isHere) return rows.map((row) => storedIn(row, names, row.cells))
    return Promise.all(
      rows.map(async (row) => {
        const isShort = row.key === null || names.every((column) => !isCut(row.cells[column] ?? null))
        if (isShort) return storedIn(row, names, row.cells)
        const { cells } = await api.record.get({ workspace, relation: name, key: row.key ?? '' })
        return storedIn(row, names, cells)
      }),
    )
  }

  const onPaste = (rows: readonly LabelledRow[], names: readonly string[], cells: Stored) => {
    const isOne = cells.length === 1 && cells[0]?.length === 1
    let [pasted, skipped] = [0, 0]
    changeStaging(workspace, name, (staging) => {
      let next = staging
      for (const [at, row] of rows.entries()) {
        for (const [place, column] of names.entries()) {
          const value = isOne ? cells[0]?.[0] : cells[at]?.[place]
          if (value === undefined) continue
          const known = columns.find((one) => one.name === column)
          const seen = row.cells[column] ?? null
          if (!known || row.key === null || lockOf(relation, known) !== null || isCut(seen)) {
            skipped += 1
            continue
          }
          pasted += 1
          next = withCell(next, { key: row.key, title: rowTitle(relation, row), column, value, seen })
        }
      }
      return next
    })
    const said = [t('pasted', { count: pasted }), skipped > 0 && t('skipped', { count: skipped })]
    toastDone(said.filter(Boolean).join(' '))
  }
  return { stored, onPaste }
}

/** A list shows the beginning of a long value only. */
function isCut(value: string | null): boolean {
  return (value?.length ?? 0) >= CELL_CHARACTERS
}
