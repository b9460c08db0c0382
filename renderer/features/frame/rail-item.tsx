import { Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { paths } from '../../routes/paths.ts'
import { useDemo } from '../demo/demo-store.ts'
import { useStatus } from '../sync-status/status-store.ts'
import { manifestOf } from '../workspaces/systems.ts'
import type { WorkspaceItem } from '../workspaces/workspaces-store.ts'
import classes from './rail.module.css'

/** One workspace in the rail: its letters, a dot that says how it stands, and how much waits to be sent. */
export function RailItem({ item }: { readonly item: WorkspaceItem }) {
  const { t } = useTranslation('frame')
  const { t: demo } = useTranslation('demo')
  const status = useStatus(item.name)
  const initials = manifestOf(item.system)?.initials ?? item.name.slice(0, 2).toUpperCase()
  const isStarting = useDemo(item.name)?.state === 'starting'
  const pending = status?.pending ?? 0
  const stands = isStarting ? demo('starting') : status ? t(`state.${status.state}`) : demo('notOpen')
  const words = [item.name, stands, pending > 0 ? t('notSent', { count: pending }) : '']
  const label = words.filter(Boolean).join(', ')
  return (
    <Tooltip label={label} position="right">
      <NavLink to={paths.workspace(item.name)} className={classes.item ?? ''} aria-label={`${initials}, ${label}`}>
        {initials}
        {status && <span className={classes.dot} data-state={isStarting ? 'syncing' : status.state} />}
        {pending > 0 && <span className={classes.badge} data-count={pending > 99 ? '99+' : pending} />}
      </NavLink>
    </Tooltip>
  )
}
