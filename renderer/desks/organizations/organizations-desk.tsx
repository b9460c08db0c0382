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
import type { OrganizationRow } from '#shared/contract/organizations.ts'
import classes from './desk.module.css'
import { NoOrganizations } from './no-organizations.tsx'
import { useOrganizationColumns } from './organization-columns.tsx'
import { OrganizationFilters } from './organization-filters.tsx'
import { changeOrganizationsView, useOrganizationsView } from './organizations-store.ts'

const GRID = 'organizations'
const TYPING_MS = 120
const relations = [
  'organizations',
  'org_subscriptions',
  'organization_members',
  'invites',
  'users',
  'plan_features',
  'records',
  'schedules',
  'attachments',
  'usage_aggregations',
].map((table) => `public.${table}`)

type PageInput = Parameters<typeof api.organizations.page>[0]

/** All organisations, to be searched, narrowed and opened. */
export function OrganizationsDesk() {
  const { t } = useTranslation('organizations')
  const format = useFormat()
  const navigate = useNavigate()
  const workspace = useWorkspace()
  const view = useOrganizationsView(workspace)
  const columns = useOrganizationColumns(workspace)
  const [total, setTotal] = useState<number>()
  const [search] = useDebouncedValue(view.search.trim(), TYPING_MS)
  const { teams, pressed } = view
  const [plans, statuses] = [[...view.plans], [...view.statuses]]
  return (
    <Page
      title={t('title')}
      note={total === undefined ? undefined : t('count', { count: total, number: format.number(total) })}
      search={
        <PageSearch
          label={t('search')}
          value={view.search}
          onChange={(text) => changeOrganizationsView(workspace, { search: text })}
        />
      }
    >
      <div className={classes.desk}>
        <OrganizationFilters workspace={workspace}>
          <Shortcut keys="J" /> <Shortcut keys="K" /> <Shortcut keys="Enter" />
          <ColumnsMenu grid={GRID} columns={columns} />
        </OrganizationFilters>
        <div className={classes.rows}>
          <LazyGrid<OrganizationRow>
            name={GRID}
            label={t('title')}
            workspace={workspace}
            relations={relations}
            columns={columns}
            rowId={(row) => row.id}
            fetch={({ sort, ...window }) =>
              api.organizations.page({
                workspace,
                ...window,
                search,
                plans,
                statuses,
                teams,
                pressed,
                sort: [...sort] as NonNullable<PageInput['sort']>,
              })
            }
            query={JSON.stringify([workspace, search, plans, statuses, teams, pressed])}
            selected={view.selected}
            onSelect={(row) => changeOrganizationsView(workspace, { selected: row.id })}
            onOpen={(row) => void navigate(paths.organization(workspace, row.id))}
            onTotal={setTotal}
            empty={<NoOrganizations workspace={workspace} />}
          />
        </div>
      </div>
    </Page>
  )
}
