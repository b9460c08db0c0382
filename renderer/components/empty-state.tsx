import type { ReactNode } from 'react'
import classes from './empty-state.module.css'

interface Props {
  readonly icon?: ReactNode
  readonly title: string
  /** What to do now, or why there is nothing. */
  readonly hint?: string
  readonly children?: ReactNode
}

/** Says plainly that there is nothing here, and why. */
export function EmptyState({ icon, title, hint, children }: Props) {
  return (
    <div className={classes.empty}>
      {icon}
      <h2>{title}</h2>
      {hint && <p>{hint}</p>}
      {children}
    </div>
  )
}
