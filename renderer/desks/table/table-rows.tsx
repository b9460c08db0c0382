import { useDebouncedValue } from '@mantine/hooks'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api } from '#renderer/bridge/api.ts'
import { Page } from '#renderer/components/page.tsx'
import { PageSearch } from '#renderer/components/page-search.tsx'
import { pickAll } from '#renderer/features/bulk/picks.ts'
import { useCatalogueWords } from '#renderer/features/catalogue/use-words.ts'
import type { WindowRequest } from '#renderer/features/grid/grid-column.ts'
import { LazyGrid } from '#renderer/features/grid/lazy-grid.tsx'
import type { GridHandle } from '#renderer/features/grid/lazy-grid-props.ts'
import { LongCellDialog } from '#renderer/features/staging/long-cell-dialog.tsx'
import type { View } from '#renderer/features/views/view.ts'
import { paths } from '#renderer/routes/paths.ts'
import type { Relation } from '#shared/contract/catalogue.ts'
import { GoneColumns } from './gone-columns.tsx'
import { labelled } from './labelled.ts'
import { ListBar } from './list-bar.tsx'
import { NoRows } from './no-rows.tsx'
import { RowCount } from './row-count.tsx'
import classes from './table.module.css'
import { TableBars } from './table-bars.tsx'
import { type LabelledRow, useTableColumns } from './table-columns.tsx'
import { changeTableLook, useTableLook } from './table-store.ts'
import { pickRow, useToolColumns } from './tool-columns.tsx'
import { useCellCopies } from './use-cell-copies.ts'
import { type LongCell, useColumnEdits } from './use-column-edits.tsx'
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
  const navigate = useNavigate()
  const words = useCatalogueWords(workspace)
  const place = view?.id ?? relation.relation
  const look = useTableLook(workspace, place)
  const address = useListAddress(view ?? WHOLE)
  useSought(workspace, relation.relation)
  const { filter, sort, setFilter } = address
  const [total, setTotal] = useState<Total>()
  const [search] = useDebouncedValue(look.search.trim(), TYPING_MS)
  const grid = view ? `view.${workspace}.${view.id}` : `table.${workspace}.${relation.relation}`
  const list = { workspace, relation: relation.relation, filter, search }
  const query = JSON.stringify(list)
  const picks = `${place} ${query}`
  const handle = useRef<GridHandle<LabelledRow>>(null)
  const [long, setLong] = useState<LongCell>()
  const tools = useToolColumns(picks)
  const editOf = useColumnEdits(workspace, relation, setLong)
  const columns = useTableColumns(workspace, relation, view?.columns, tools, editOf)
  const cells = useCellCopies(workspace, relation)
  const open = (key: string | null) => key !== null && void navigate(paths.record(workspace, relation.relation, key))
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
        <GoneColumns workspace={workspace} relation={relation} gone={gone} />
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
            ref={handle}
            query={query}
            sort={sort}
            onSort={address.setSort}
            selected={look.selected}
            onSelect={(row) => changeTableLook(workspace, place, { selected: row.id })}
            onOpen={(row) => open(row.key)}
            {...cells}
            onPick={(row, index, reach) => void pickRow(picks, handle.current, row, index, reach)}
            onPickAll={() => pickAll(picks)}
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
        <TableBars
          workspace={workspace}
          relation={relation}
          list={{ picks, filter, search, total: total?.total ?? 0 }}
          grid={handle}
          onOpen={open}
        />
        {long && (
          <LongCellDialog workspace={workspace} relation={relation} {...long} onClose={() => setLong(undefined)} />
        )}
      </div>
    </Page>
  )
}
