import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { cellText } from '#renderer/features/catalogue/cell-text.ts'
import { bareName } from '#renderer/features/catalogue/use-catalogue.ts'
import { useCellWords } from '#renderer/features/catalogue/use-cell-words.ts'
import type { ColumnEdit, GridColumn } from '#renderer/features/grid/grid-column.ts'
import { StagedCellView } from '#renderer/features/staging/staged-cell-view.tsx'
import type { Column, Relation } from '#shared/contract/catalogue.ts'
import type { TableRow } from '#shared/contract/rows.ts'

/** A row with the words of what it points to, as a grid holds it. */
export interface LabelledRow extends TableRow {
  readonly labels: Readonly<Record<string, string | undefined>>
  /** Its key, or its place in a view without keys. */
  readonly id: string
}

/** Columns shown when nobody has chosen any: as many as a screen holds, what people read before what machines do. */
const FIRST = 9

const widths: Partial<Record<Column['kind'], number>> = {
  boolean: 90,
  number: 110,
  date: 110,
  timestamp: 120,
  uuid: 110,
  enum: 150,
}

/** What a heading needs beside its words: the room around it, an arrow, and its place among several orders. Pixels. */
const AROUND_HEADING = 48
/** A heading that needs more is cut: rows have to fit beside it. Pixels. */
const WIDEST_HEADING = 190

/**
 * A grid's columns for any relation, by the types of the catalogue.
 * @param list those that are shown, where a view says so
 * @param tools columns for what is done with rows, where rows have keys
 */
export function useTableColumns(
  workspace: string,
  relation: Relation,
  list: readonly string[] | null | undefined,
  tools: readonly GridColumn<LabelledRow>[],
  editOf: (column: Column) => ColumnEdit<LabelledRow>,
): readonly GridColumn<LabelledRow>[] {
  const { t } = useTranslation('tables')
  const cellWords = useCellWords(workspace)
  return useMemo(() => {
    const { manifest } = cellWords.words
    const shown = firstShown(relation, list ?? manifest?.tables[bareName(relation.relation)]?.list)
    const mark: GridColumn<LabelledRow> = {
      id: MARK,
      label: t('mark'),
      text: (row) => row.mark ?? '',
      cell: (row) => row.mark && <StateMark state={row.mark} look="shape" />,
      width: 38,
      minWidth: 38,
      bare: true,
      sortable: false,
    }
    const columns = inReadingOrder(relation, shown).map((column): GridColumn<LabelledRow> => {
      const width =
        column.references || (column.account && !relation.key.includes(column.name)) ? 160 : widths[column.kind]
      const isNumber = column.kind === 'number' && column.references === null
      const label = cellWords.words.column(relation.relation, column.name)
      return {
        id: column.name,
        label,
        text: (row) =>
          cellText(relation.relation, column, row.cells[column.name] ?? null, row.labels[column.name], cellWords),
        cell: (row) => (
          <StagedCellView
            workspace={workspace}
            relation={relation}
            column={column}
            rowKey={row.key}
            value={row.cells[column.name] ?? null}
            label={row.labels[column.name]}
            cellWords={cellWords}
          />
        ),
        edit: editOf(column),
        ...(width ? { width: Math.max(width, headingWidth(label)) } : {}),
        minWidth: column.name === relation.name ? 130 : 90,
        ...(isNumber ? { align: 'end' as const } : {}),
        hidden: !shown.includes(column.name),
      }
    })
    return relation.key.length > 0 ? [...tools, mark, ...columns] : columns
  }, [t, cellWords, workspace, relation, list, tools, editOf])
}

export const MARK = '!mark'

function headingWidth(label: string): number {
  return Math.min(WIDEST_HEADING, label.length * 7 + AROUND_HEADING)
}

function firstShown(relation: Relation, list: readonly string[] | undefined): readonly string[] {
  if (list !== undefined) return list
  const names = relation.columns.filter(({ name }) => !relation.key.includes(name) || relation.key.length > 1)
  const readable = names.filter(({ kind }) => !['json', 'bytes', 'other'].includes(kind))
  const ordered = [...readable].sort((a, b) => Number(b.name === relation.name) - Number(a.name === relation.name))
  return ordered.slice(0, FIRST).map(({ name }) => name)
}

function inReadingOrder({ columns }: Relation, shown: readonly string[]): Column[] {
  const place = ({ name }: Column) => (shown.includes(name) ? shown.indexOf(name) : shown.length)
  return [...columns].sort((a, b) => place(a) - place(b))
}
