import { Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { paths } from '../../routes/paths.ts'
import { useStatus } from '../sync-status/status-store.ts'
import { manifestOf } from '../workspaces/systems.ts'
import type { WorkspaceItem } from '../workspaces/workspaces-store.ts'
import classes from './rail.module.css'

/** One workspace in the rail: its letters, a dot that says how it stands, and how much waits to be sent. */
export function RailItem({ item }: { readonly item: WorkspaceItem }) {
  const { t } = useTranslation('frame')
  const status = useStatus(item.name)
  const initials = manifestOf(item.system)?.initials ?? item.name.slice(0, 2).toUpperCase()
  const state = status?.state ?? 'signed-out'
  const pending = status?.pending ?? 0
  const words = [item.name, t(`state.${state}`), pending > 0 ? t('notSent', { count: pending }) : '']
  const label = words.filter(Boolean).join(', ')
  return (
    <Tooltip label={label} position="right">
      <NavLink to={paths.workspace(item.name)} className={classes.item ?? ''} aria-label={`${initials}, ${label}`}>
        {initials}
        <span className={classes.dot} data-state={state} />
        {pending > 0 && <span className={classes.badge} data-count={pending > 99 ? '99+' : pending} />}
      </NavLink>
    </Tooltip>
  )
}
