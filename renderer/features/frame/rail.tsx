import { ActionIcon, Tooltip } from '@mantine/core'
import { IconLayoutSidebar, IconPlus, IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { NavLink, useNavigate } from 'react-router'
import { paths } from '../../routes/paths.ts'
import { openSearch } from '../search/search-store.ts'
import { useWorkspaces } from '../workspaces/workspaces-store.ts'
import { InboxItem } from './inbox-item.tsx'
import { PersonMenu } from './person-menu.tsx'
import classes from './rail.module.css'
import { RailItem } from './rail-item.tsx'
import { toggleSide, useSide } from './side-store.ts'

interface Props {
  /** The workspace in view, if there is one. */
  readonly workspace: string | undefined
  /** Whether there is a side navigation to show or hide. */
  readonly hasSide: boolean
}

/** The narrow rail at the left: workspaces above, the person below. */
export function Rail({ workspace, hasSide }: Props) {
  const { t } = useTranslation('frame')
  const { t: search } = useTranslation('search')
  const list = useWorkspaces((state) => state.list)
  const open = useSide((state) => state.open)
  const navigate = useNavigate()
  return (
    <nav className={classes.rail} aria-label={t('workspaces')}>
      <InboxItem />
      {list?.map((item) => (
        <RailItem key={item.name} item={item} />
      ))}
      <Tooltip label={t('addWorkspace')} position="right">
        <ActionIcon
          component={NavLink}
          to={paths.addWorkspace}
          size={34}
          radius={8}
          className={classes.add}
          aria-label={t('addWorkspace')}
        >
          <IconPlus size={16} />
        </ActionIcon>
      </Tooltip>
      <div className={classes.end}>
        {hasSide && !open && (
          <Tooltip label={search('title')} position="right">
            <ActionIcon
              size={34}
              onClick={openSearch}
              aria-label={search('title')}
              aria-keyshortcuts="Control+K Meta+K"
            >
              <IconSearch size={17} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        )}
        {hasSide && (
          <Tooltip label={t(open ? 'nav.collapse' : 'nav.expand')} position="right">
            <ActionIcon
              size={34}
              onClick={toggleSide}
              aria-expanded={open}
              aria-label={t(open ? 'nav.collapse' : 'nav.expand')}
            >
              <IconLayoutSidebar size={17} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        )}
        <PersonMenu workspace={workspace} onSettings={() => navigate(paths.settings(workspace))} />
      </div>
    </nav>
  )
}
