import type { ReactNode } from 'react'
import { Link } from 'react-router'
import classes from './inbox.module.css'

interface Props {
  readonly to: string
  readonly mark: ReactNode
  readonly what: string
  readonly about?: string
  readonly end?: ReactNode
}

/** One thing that waits, and the way to it. */
export function InboxRow({ to, mark, what, about = '', end }: Props) {
  return (
    <li>
      <Link to={to} className={classes.row}>
        <span className={classes.mark}>{mark}</span>
        <span className={classes.what}>{what}</span>
        <span className={classes.about}>{about}</span>
        {end}
      </Link>
    </li>
  )
}
