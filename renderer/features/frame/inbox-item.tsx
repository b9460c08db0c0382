import { Tooltip } from '@mantine/core'
import { IconInbox } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { paths } from '../../routes/paths.ts'
import { needsOf, useInbox } from '../inbox/inbox-store.ts'
import classes from './rail.module.css'

/** The way to what waits in all workspaces, with how much of it needs the person. */
export function InboxItem() {
  const { t } = useTranslation('inbox')
  const needs = needsOf(useInbox((state) => state.parts) ?? [])
  const label = needs > 0 ? `${t('title')}, ${t('needs', { count: needs })}` : t('title')
  return (
    <Tooltip label={label} position="right">
      <NavLink to={paths.inbox} className={`${classes.item} ${classes.inbox}`} aria-label={label}>
        <IconInbox size={18} stroke={1.6} aria-hidden="true" />
        {needs > 0 && <span className={classes.badge} data-tone="person" data-count={needs > 99 ? '99+' : needs} />}
      </NavLink>
    </Tooltip>
  )
}
