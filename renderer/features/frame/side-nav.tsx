import {
  IconAdjustmentsHorizontal,
  IconArrowsLeftRight,
  IconChartBar,
  IconRefresh,
  IconSend,
  IconSql,
  IconTable,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { desks } from '../../routes/desks.ts'
import { paths } from '../../routes/paths.ts'
import { SearchField } from '../search/search-field.tsx'
import { useStatus } from '../sync-status/status-store.ts'
import { NavViews } from '../views/nav-views.tsx'
import { manifestOf } from '../workspaces/systems.ts'
import { useWorkspaceItem } from '../workspaces/workspaces-store.ts'
import { NavItem } from './nav-item.tsx'
import classes from './side-nav.module.css'
import { useDeskCounts } from './use-desk-counts.ts'

/** The workspace's pages, with how much waits on each. */
export function SideNav({ workspace }: { readonly workspace: string }) {
  const { t } = useTranslation('frame')
  const manifest = manifestOf(useWorkspaceItem(workspace)?.system)
  const status = useStatus(workspace)
  const names = manifest?.desks ?? []
  const counts = useDeskCounts(workspace, names)
  const waiting = (status?.conflicts ?? 0) + (status?.rejected ?? 0)
  return (
    <nav className={classes.side} aria-label={t('nav.label', { name: workspace })}>
      <div className={classes.name} title={workspace}>
        {manifest?.name ?? workspace}
      </div>
      <SearchField />
      {names.map((name) => (
        <NavItem
          key={name}
          to={desks[name].path(workspace)}
          icon={desks[name].icon}
          label={t(`nav.${name}`)}
          count={counts[name]}
        />
      ))}
      {manifest && manifest.dashboards.length > 0 && (
        <NavItem to={paths.dashboards(workspace)} icon={IconChartBar} label={t('nav.dashboards')} />
      )}
      <div className={classes.section}>{t('nav.tables')}</div>
      <NavItem to={paths.tables(workspace)} icon={IconTable} label={t('nav.allTables')} />
      <NavItem to={paths.sql(workspace)} icon={IconSql} label={t('nav.sql')} />
      <NavViews workspace={workspace} />
      <div className={classes.section}>{t('nav.sync')}</div>
      <NavItem to={paths.sync(workspace)} icon={IconRefresh} label={t('nav.status')} />
      <NavItem
        to={paths.outbox(workspace)}
        icon={IconSend}
        label={t('nav.outbox')}
        count={status?.pending || undefined}
        tone="pending"
      />
      <NavItem
        to={paths.conflicts(workspace)}
        icon={IconArrowsLeftRight}
        label={t('nav.conflicts')}
        count={waiting || undefined}
        tone="conflict"
      />
      <div className={classes.end}>
        <NavItem to={paths.settings(workspace)} icon={IconAdjustmentsHorizontal} label={t('nav.settings')} />
      </div>
    </nav>
  )
}
