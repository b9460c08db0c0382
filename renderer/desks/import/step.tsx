import type { ReactNode } from 'react'
import classes from './import.module.css'

interface Props {
  readonly number: number
  readonly title: string
  readonly children: ReactNode
}

/** One step, under its number. */
export function Step({ number, title, children }: Props) {
  return (
    <section className={classes.step} aria-label={title}>
      <h2>
        <span aria-hidden="true">{number}</span>
        {title}
      </h2>
      <div className={classes.content}>{children}</div>
    </section>
  )
}
