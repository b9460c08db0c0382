import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api } from '#renderer/bridge/api.ts'
import { Page } from '#renderer/components/page.tsx'
import { PageSearch } from '#renderer/components/page-search.tsx'
import { Shortcut } from '#renderer/components/shortcut.tsx'
import { ColumnsMenu } from '#renderer/features/grid/columns-menu.tsx'
import { LazyGrid } from '#renderer/features/grid/lazy-grid.tsx'
import { useFormat } from '#renderer/i18n/format.ts'
import { paths } from '#renderer/routes/paths.ts'
import { useWorkspace } from '#renderer/routes/use-workspace.ts'
import type { DossierRow } from '#shared/contract/dossiers.ts'
import classes from './desk.module.css'
import { useDossierColumns } from './dossier-columns.tsx'
import { DossierFilters } from './dossier-filters.tsx'
import { changeDossiersView, useDossiersView } from './dossiers-store.ts'
import { NoDossiers } from './no-dossiers.tsx'

const GRID = 'dossiers'
const TYPING_MS = 120
const relations = ['public.dossiers', 'public.profiles', 'public.products', 'public.agents', 'public.documents']

type PageInput = Parameters<typeof api.dossiers.page>[0]

/** All dossiers, to be searched, narrowed and opened. */
export function DossiersDesk() {
  const { t } = useTranslation('dossiers')
  const format = useFormat()
  const navigate = useNavigate()
  const workspace = useWorkspace()
  const view = useDossiersView(workspace)
  const columns = useDossierColumns(workspace)
  const [total, setTotal] = useState<number>()
  const [search] = useDebouncedValue(view.search.trim(), TYPING_MS)
  const { statuses, mine } = view
  return (
    <Page
      title={t('title')}
      note={total === undefined ? undefined : t('count', { count: total, number: format.number(total) })}
      search={
        <PageSearch
          label={t('search')}
          value={view.search}
          onChange={(text) => changeDossiersView(workspace, { search: text })}
        />
      }
    >
      <div className={classes.desk}>
        <DossierFilters workspace={workspace}>
          <Shortcut keys="J" /> <Shortcut keys="K" /> <Shortcut keys="Enter" />
          <ColumnsMenu grid={GRID} columns={columns} />
        </DossierFilters>
        <div className={classes.rows}>
          <LazyGrid<DossierRow>
            name={GRID}
            label={t('title')}
            workspace={workspace}
            relations={relations}
            columns={columns}
            rowId={(row) => row.id}
            fetch={({ offset, limit, sort }) =>
              api.dossiers.page({
                workspace,
                offset,
                limit,
                search,
                statuses: [...statuses],
                mine,
                sort: [...sort] as NonNullable<PageInput['sort']>,
              })
            }
            query={JSON.stringify([workspace, search, statuses, mine])}
            selected={view.selected}
            onSelect={(row) => changeDossiersView(workspace, { selected: row.id })}
            onOpen={(row) => void navigate(paths.dossier(workspace, row.id))}
            onTotal={setTotal}
            empty={<NoDossiers workspace={workspace} />}
          />
        </div>
      </div>
    </Page>
  )
}
