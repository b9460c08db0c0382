import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { toastDone } from '#renderer/components/toast.ts'
import { lockOf } from '#renderer/features/catalogue/lock-of.ts'
import { useCatalogueWords } from '#renderer/features/catalogue/use-words.ts'
import type { ColumnEdit } from '#renderer/features/grid/grid-column.ts'
import { CellEditor } from '#renderer/features/staging/cell-editor.tsx'
import { isWhole } from '#renderer/features/staging/is-whole.ts'
import { changeStaging, stagingOf, withCell } from '#renderer/features/staging/staging.ts'
import type { Column, Relation } from '#shared/contract/catalogue.ts'
import { rowTitle } from './row-title.ts'
import type { LabelledRow } from './table-columns.tsx'

/** A cell whose value is edited in a dialog. */
export interface LongCell {
  readonly column: Column
  readonly rowKey: string
}

/**
 * How each column of a table is edited: in its cell, in a dialog, or not at all, which is said with the reason.
 * @param onLong opens the dialog; it must stay the same function
 */
export function useColumnEdits(
  workspace: string,
  relation: Relation,
  onLong: (cell: LongCell) => void,
): (column: Column) => ColumnEdit<LabelledRow> {
  const { t } = useTranslation('staging')
  const words = useCatalogueWords(workspace)
  return useCallback(
    (column) => {
      const { name } = column
      const lock = lockOf(relation, column)
      const stagedIn = (row: LabelledRow) => stagingOf(workspace, relation.relation)[row.key ?? '']?.cells[name]
      const valueIn = (row: LabelledRow) => {
        const staged = stagedIn(row)
        return staged ? staged.value : (row.cells[name] ?? null)
      }
      return {
        value: valueIn,
        isReadOnly: !relation.columns.some((one) => lockOf(relation, one) === null),
        inCell: (row) => lock === null && row.key !== null && hasRoom(column, row.cells[name] ?? null, valueIn(row)),
        editor: (editing) => (
          <CellEditor
            {...editing}
            workspace={workspace}
            relation={relation}
            column={column}
            known={stagedIn(editing.row)?.words ?? editing.row.labels[name]}
          />
        ),
        stage: (row, value, said) => {
          const { key } = row
          if (key === null) return
          const written = { key, title: rowTitle(relation, row), column: name, value, words: said }
          const seen = row.cells[name] ?? null
          changeStaging(workspace, relation.relation, (staging) => withCell(staging, { ...written, seen }))
        },
        elsewhere: (row) => {
          if (lock !== null) toastDone(t(`lock.${lock}`, { column: words.column(relation.relation, name) }))
          else if (row.key !== null) onLong({ column, rowKey: row.key })
        },
      }
    },
    [t, words, workspace, relation, onLong],
  )
}

/** Whether a value can be written in one line, and the list has all of it. */
function hasRoom(column: Column, listed: string | null, value: string | null): boolean {
  return column.kind !== 'json' && column.kind !== 'array' && isWhole(column, listed) && !value?.includes('\n')
}
