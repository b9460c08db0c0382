import { useHotkeys } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { Outlet, useParams } from 'react-router'
import { ExportPanel } from '../export/export-panel.tsx'
import { SearchDialog } from '../search/search-dialog.tsx'
import { StatusLine } from '../sync-status/status-line.tsx'
import { useStatus } from '../sync-status/status-store.ts'
import { SavedViews } from '../views/saved-views.tsx'
import { LinkBanner } from './link-banner.tsx'
import { Rail } from './rail.tsx'
import classes from './shell.module.css'
import { SideNav } from './side-nav.tsx'
import { toggleSide, useSide } from './side-store.ts'

/** The console's frame around every page: rail, navigation, the page itself, and the line that is always true. */
export function Shell() {
  const { t } = useTranslation('frame')
  const { workspace } = useParams()
  const status = useStatus(workspace ?? '')
  const open = useSide((state) => state.open)
  const working = workspace !== undefined && status?.person != null && status.ready
  useHotkeys([['mod+B', toggleSide]])
  return (
    <SavedViews workspace={working ? workspace : undefined}>
      <div className={classes.shell}>
        <button type="button" className={`o-screen-only ${classes.skip}`} onClick={skipToPage}>
          {t('skip')}
        </button>
        <LinkBanner />
        <div className={classes.middle}>
          <Rail workspace={workspace} hasSide={working} />
          {working && open && <SideNav workspace={workspace} />}
          <div className={classes.page}>
            <Outlet />
          </div>
        </div>
        {working && <SearchDialog workspace={workspace} />}
        <ExportPanel />
        {workspace !== undefined && <StatusLine workspace={workspace} />}
      </div>
    </SavedViews>
  )
}

function skipToPage(): void {
  document.getElementById('page')?.focus()
}
