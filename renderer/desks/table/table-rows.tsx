import { useDebouncedValue } from '@mantine/hooks'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api } from '#renderer/bridge/api.ts'
import { Page } from '#renderer/components/page.tsx'
import { PageSearch } from '#renderer/components/page-search.tsx'
import { useCatalogueWords } from '#renderer/features/catalogue/use-words.ts'
import type { WindowRequest } from '#renderer/features/grid/grid-column.ts'
import { LazyGrid } from '#renderer/features/grid/lazy-grid.tsx'
import type { View } from '#renderer/features/views/view.ts'
import { paths } from '#renderer/routes/paths.ts'
import type { Relation } from '#shared/contract/catalogue.ts'
import { ListBar } from './list-bar.tsx'
import { NoRows } from './no-rows.tsx'
import { RowCount } from './row-count.tsx'
import classes from './table.module.css'
import { type LabelledRow, useTableColumns } from './table-columns.tsx'
import { changeTableLook, useTableLook } from './table-store.ts'
import { useListAddress } from './use-list-address.ts'
import { useSought } from './use-sought.ts'

const TYPING_MS = 120
const WHOLE = { filter: null, sort: [] } as const

interface Props {
  readonly workspace: string
  readonly relation: Relation
  /** The view that is shown; without one, the whole table. */
  readonly view?: View
  /** Columns that the view names and that are gone. */
  readonly gone?: readonly string[]
}

interface Total {
  readonly total: number
  readonly exact: boolean
}

/** The rows of one relation: searched, sorted, scrolled, opened. */
export function TableRows({ workspace, relation, view, gone = [] }: Props) {
  const { t } = useTranslation('tables')
  const { t: viewWords } = useTranslation('views')
  const navigate = useNavigate()
  const words = useCatalogueWords(workspace)
  const place = view?.id ?? relation.relation
  const look = useTableLook(workspace, place)
  const address = useListAddress(view ?? WHOLE)
  useSought(workspace, relation.relation)
  const { filter, sort, setFilter } = address
  const columns = useTableColumns(workspace, relation, view?.columns)
  const [total, setTotal] = useState<Total>()
  const [search] = useDebouncedValue(look.search.trim(), TYPING_MS)
  const grid = view ? `view.${workspace}.${view.id}` : `table.${workspace}.${relation.relation}`
  const list = { workspace, relation: relation.relation, filter, search }
  const fetch = async ({ offset, limit, sort: asked }: WindowRequest) => {
    const page = await api.rows.page({ ...list, offset, limit, sort: [...asked] })
    setTotal((before) => (before?.total === page.total && before.exact === page.exact ? before : page))
    return { rows: page.rows.map((row, at) => labelled(row, page.labels, offset + at)), total: page.total }
  }
  return (
    <Page
      title={view?.label ?? words.table(relation.relation)}
      note={total && <RowCount list={list} total={total.total} exact={total.exact} />}
      search={
        <PageSearch
          label={t('search')}
          value={look.search}
          onChange={(text) => changeTableLook(workspace, place, { search: text })}
        />
      }
    >
      <div className={classes.desk}>
        {gone.length > 0 && (
          <p className={classes.gone} role="status">
            <IconAlertTriangle size={15} stroke={1.8} aria-hidden="true" />
            {viewWords('goneColumns', {
              columns: gone.map((name) => words.column(relation.relation, name)).join(', '),
            })}
          </p>
        )}
        <ListBar
          workspace={workspace}
          relation={relation}
          view={view}
          address={address}
          search={search}
          grid={grid}
          columns={columns}
        />
        <div className={classes.rows}>
          <LazyGrid<LabelledRow>
            name={grid}
            label={words.table(relation.relation)}
            workspace={workspace}
            relations={[relation.relation, ...relation.references.map(({ target }) => target)]}
            columns={columns}
            rowId={(row) => row.id}
            fetch={fetch}
            query={JSON.stringify(list)}
            sort={sort}
            onSort={address.setSort}
            selected={look.selected}
            onSelect={(row) => changeTableLook(workspace, place, { selected: row.id })}
            onOpen={(row) => row.key !== null && void navigate(paths.record(workspace, relation.relation, row.key))}
            empty={
              <NoRows
                workspace={workspace}
                relation={relation}
                filter={filter}
                search={search}
                onFilter={setFilter}
                onSearch={(text) => changeTableLook(workspace, place, { search: text })}
              />
            }
          />
        </div>
      </div>
    </Page>
  )
}

function labelled(
  row: Awaited<ReturnType<typeof api.rows.page>>['rows'][number],
  labels: Awaited<ReturnType<typeof api.rows.page>>['labels'],
  place: number,
): LabelledRow {
  const own = Object.entries(labels).map(([column, words]) => [column, words[row.cells[column] ?? '']])
  return { ...row, labels: Object.fromEntries(own), id: row.key ?? String(place) }
}
