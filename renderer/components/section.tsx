import type { ReactNode } from 'react'
import classes from './section.module.css'

interface Props {
  readonly title: string
  /** Beside the title: a count, a button. */
  readonly end?: ReactNode
  readonly children: ReactNode
}

/** A part of a page under its own heading. */
export function Section({ title, end, children }: Props) {
  return (
    <section className={classes.section} aria-label={title}>
      <div className={classes.head}>
        <h2>{title}</h2>
        {end}
      </div>
      {children}
    </section>
  )
}
