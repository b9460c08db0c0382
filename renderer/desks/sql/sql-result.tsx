import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import type { GridColumn } from '#renderer/features/grid/grid-column.ts'
import { LazyGrid } from '#renderer/features/grid/lazy-grid.tsx'
import classes from './sql.module.css'
import type { Result } from './use-query.ts'

interface Row {
  readonly id: string
  readonly cells: Result['rows'][number]
}

const none: readonly string[] = []

interface Props {
  readonly workspace: string
  readonly result: Result
}

/** The rows of a query, in its own order, as exactly as they came. */
export function SqlResult({ workspace, result }: Props) {
  const { t } = useTranslation('sql')
  const [selected, setSelected] = useState<string>()
  const columns = useMemo(
    () =>
      result.columns.map((name): GridColumn<Row> => {
        const isNumber = result.rows.every(({ [name]: value }) => value == null || isNumeric(value))
        return {
          id: name,
          label: name,
          text: ({ cells }) => textOf(cells[name]),
          cell: ({ cells }) =>
            cells[name] == null ? <span className={classes.null}>{t('null')}</span> : textOf(cells[name]),
          width: widthOf(name, result.rows),
          sortable: false,
          ...(isNumber && { align: 'end' as const }),
        }
      }),
    [result, t],
  )
  return (
    <LazyGrid<Row>
      key={result.columns.join('\n')}
      name={`sql.${workspace}.${result.columns.join(',')}`}
      label={t('results')}
      workspace={workspace}
      relations={none}
      columns={columns}
      rowId={({ id }) => id}
      fetch={async ({ offset, limit }) => ({
        rows: result.rows
          .slice(offset, offset + limit)
          .map((cells, at) => ({ id: `${result.id} ${offset + at}`, cells })),
        total: result.rows.length,
      })}
      query={result.id}
      selected={selected}
      onSelect={({ id }) => setSelected(id)}
      empty={<EmptyState title={t('none.title')} hint={t('none.hint')} />}
    />
  )
}

/** As wide as what stands in it, within bounds; the first rows tell. Pixels. */
function widthOf(name: string, rows: Result['rows']): number {
  const texts = [name, ...rows.slice(0, 100).map(({ [name]: value }) => textOf(value))]
  return Math.min(420, Math.max(90, 30 + 7.6 * Math.max(...texts.map((text) => text.length))))
}

function isNumeric(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value))
}

function textOf(value: unknown): string {
  if (value == null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
