import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconFilterOff, IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { api } from '#renderer/bridge/api.ts'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { Page } from '#renderer/components/page.tsx'
import { PageSearch } from '#renderer/components/page-search.tsx'
import { Shortcut } from '#renderer/components/shortcut.tsx'
import { usePageKeys } from '#renderer/components/use-page-keys.ts'
import { ExportMenu } from '#renderer/features/export/export-menu.tsx'
import { ColumnsMenu } from '#renderer/features/grid/columns-menu.tsx'
import { LazyGrid } from '#renderer/features/grid/lazy-grid.tsx'
import { useFormat } from '#renderer/i18n/format.ts'
import { paths } from '#renderer/routes/paths.ts'
import { useWorkspace } from '#renderer/routes/use-workspace.ts'
import type { AuditEntry } from '#shared/contract/audit.ts'
import { tables } from '#shared/systems/linkdev/tables.ts'
import classes from './audit.module.css'
import { useAuditColumns } from './audit-columns.tsx'
import { AuditFilters } from './audit-filters.tsx'
import { EntryPanel } from './entry-panel.tsx'
import { useAuditAddress } from './use-audit-address.ts'

const GRID = 'audit'
const TYPING_MS = 150
const relations = ['public.audit_logs', 'public.users', 'public.organizations']

type PageInput = Parameters<typeof api.audit.page>[0]

/** The product's own log: who changed what, from what, to what. Nobody can change it. */
export function AuditDesk() {
  const { t } = useTranslation('audit')
  const format = useFormat()
  const navigate = useNavigate()
  const workspace = useWorkspace()
  const { entryId } = useParams()
  const address = useAuditAddress()
  const columns = useAuditColumns(workspace)
  const [typed, setTyped] = useState('')
  const [total, setTotal] = useState<number>()
  const [search] = useDebouncedValue(typed.trim(), TYPING_MS)
  const { filter } = address
  const icon = { size: 28, stroke: 1.4, 'aria-hidden': true } as const
  const show = (id?: string) => void navigate(paths.audit(workspace, id, address.search), { replace: true })
  const clear = () => {
    setTyped('')
    address.clear()
  }
  usePageKeys([{ keys: 'Escape', run: () => show() }])
  const list = { workspace, relation: 'public.audit_logs', filter, search: '' }
  const sort = [{ column: 'created_at', direction: 'desc' as const }]
  return (
    <Page
      title={t('title')}
      note={total === undefined ? undefined : t('count', { count: total, number: format.number(total) })}
      search={<PageSearch label={t('search')} value={typed} onChange={setTyped} />}
    >
      <div className={classes.desk}>
        <AuditFilters workspace={workspace} choice={address.choice} onChange={address.change}>
          <Shortcut keys="J" /> <Shortcut keys="K" />
          {/* A file holds the columns of the log itself, which know no names to search. */}
          {search === '' && (
            <ExportMenu name={t('title')} list={list} view={() => ({ columns: tables.audit_logs?.list ?? [], sort })} />
          )}
          <ColumnsMenu grid={GRID} columns={columns} />
        </AuditFilters>
        <div className={classes.columns}>
          <div className={classes.rows}>
            <LazyGrid<AuditEntry>
              name={GRID}
              label={t('title')}
              workspace={workspace}
              relations={relations}
              columns={columns}
              rowId={(row) => row.id}
              fetch={({ sort: asked, ...window }) =>
                api.audit.page({ workspace, ...window, filter, search, sort: [...asked] as PageInput['sort'] })
              }
              query={JSON.stringify([workspace, filter, search])}
              selected={entryId}
              onSelect={(row) => show(row.id)}
              onTotal={setTotal}
              empty={
                address.narrowed || search !== '' ? (
                  <EmptyState icon={<IconFilterOff {...icon} />} title={t('noMatch.title')} hint={t('noMatch.hint')}>
                    <Button size="compact-sm" mt={6} onClick={clear}>
                      {t('noMatch.clear')}
                    </Button>
                  </EmptyState>
                ) : (
                  <EmptyState icon={<IconHistory {...icon} />} title={t('empty.title')} hint={t('empty.hint')} />
                )
              }
            />
          </div>
          {entryId && <EntryPanel key={entryId} workspace={workspace} id={entryId} onClose={() => show()} />}
        </div>
        <p className={classes.kept}>{t('kept')}</p>
      </div>
    </Page>
  )
}
