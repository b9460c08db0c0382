import type { Icon } from '@tabler/icons-react'
import { NavLink } from 'react-router'
import { useFormat } from '../../i18n/format.ts'
import classes from './side-nav.module.css'

interface Props {
  readonly to: string
  readonly icon: Icon
  readonly label: string
  readonly count?: number | undefined
  /** How the count is coloured: what waits for the network, what waits for the person. */
  readonly tone?: 'plain' | 'pending' | 'conflict'
}

/** One line of the side navigation. */
export function NavItem({ to, icon: Shape, label, count, tone = 'plain' }: Props) {
  const format = useFormat()
  return (
    <NavLink to={to} className={classes.item ?? ''}>
      <Shape size={17} stroke={1.6} aria-hidden="true" />
      <span className={classes.label}>{label}</span>
      {count !== undefined && (
        <span className={classes.count} data-tone={tone}>
          {format.number(count)}
        </span>
      )}
    </NavLink>
  )
}
