import { Button, Pill } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api } from '#renderer/bridge/api.ts'
import { Page } from '#renderer/components/page.tsx'
import { PageSearch } from '#renderer/components/page-search.tsx'
import { useCatalogueWords } from '#renderer/features/catalogue/use-words.ts'
import { ExportMenu } from '#renderer/features/export/export-menu.tsx'
import { hiddenOf, inOrder, useColumnChoice } from '#renderer/features/grid/column-memory.ts'
import { ColumnsMenu } from '#renderer/features/grid/columns-menu.tsx'
import type { WindowRequest } from '#renderer/features/grid/grid-column.ts'
import { LazyGrid } from '#renderer/features/grid/lazy-grid.tsx'
import { paths } from '#renderer/routes/paths.ts'
import type { Relation } from '#shared/contract/catalogue.ts'
import { FilterWords } from './filter-words.tsx'
import { NoRows } from './no-rows.tsx'
import { RowCount } from './row-count.tsx'
import classes from './table.module.css'
import { type LabelledRow, MARK, useTableColumns } from './table-columns.tsx'
import { changeTableLook, useTableLook } from './table-store.ts'
import { useListFilter } from './use-list-address.ts'

const TYPING_MS = 120

interface Props {
  readonly workspace: string
  readonly relation: Relation
}

interface Total {
  readonly total: number
  readonly exact: boolean
}

/** The rows of one relation: searched, sorted, scrolled, opened. */
export function TableRows({ workspace, relation }: Props) {
  const { t } = useTranslation('tables')
  const navigate = useNavigate()
  const words = useCatalogueWords(workspace)
  const look = useTableLook(workspace, relation.relation)
  const { filter, setFilter } = useListFilter()
  const columns = useTableColumns(workspace, relation)
  const [total, setTotal] = useState<Total>()
  const [search] = useDebouncedValue(look.search.trim(), TYPING_MS)
  const grid = `table.${workspace}.${relation.relation}`
  const list = { workspace, relation: relation.relation, filter, search }
  const choice = useColumnChoice(grid)
  const sorted = useRef<WindowRequest['sort']>([])
  const view = () => {
    const hidden = hiddenOf(columns, choice)
    const shown = inOrder(columns, choice).filter(({ id }) => id !== MARK && !hidden.includes(id))
    return { columns: shown.map(({ id }) => id), sort: sorted.current }
  }
  const fetch = async ({ offset, limit, sort }: WindowRequest) => {
    sorted.current = sort
    const page = await api.rows.page({ ...list, offset, limit, sort: [...sort] })
    setTotal((before) => (before?.total === page.total && before.exact === page.exact ? before : page))
    return { rows: page.rows.map((row, at) => labelled(row, page.labels, offset + at)), total: page.total }
  }
  return (
    <Page
      title={words.table(relation.relation)}
      note={total && <RowCount list={list} total={total.total} exact={total.exact} />}
      search={
        <PageSearch
          label={t('search')}
          value={look.search}
          onChange={(text) => changeTableLook(workspace, relation.relation, { search: text })}
        />
      }
    >
      <div className={classes.desk}>
        <div className={classes.filters}>
          {filter === null ? (
            <p className={classes.comment}>{relation.comment}</p>
          ) : (
            <Pill
              withRemoveButton
              onRemove={() => setFilter(null)}
              removeButtonProps={{ 'aria-label': t('noMatch.clear') }}
            >
              <FilterWords workspace={workspace} relation={relation} filter={filter} />
            </Pill>
          )}
          <span className={classes.end}>
            {relation.may.insert && (
              <Button size="compact-sm" onClick={() => void navigate(paths.newRecord(workspace, relation.relation))}>
                {t('new')}
              </Button>
            )}
            <ExportMenu name={words.table(relation.relation)} list={list} view={view} />
            <ColumnsMenu grid={grid} columns={columns} />
          </span>
        </div>
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
            selected={look.selected}
            onSelect={(row) => changeTableLook(workspace, relation.relation, { selected: row.id })}
            onOpen={(row) => row.key !== null && void navigate(paths.record(workspace, relation.relation, row.key))}
            empty={<NoRows workspace={workspace} relation={relation.relation} />}
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
