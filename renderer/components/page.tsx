import type { ReactNode } from 'react'
import classes from './page.module.css'
import { useTitle } from './use-title.ts'

interface Props {
  readonly title: string
  /** Before the title: the way back. */
  readonly before?: ReactNode
  /** A few words beside the title: `128 waiting · 9 overdue`. */
  readonly note?: ReactNode
  /** Buttons of this page, at the right end of the header. */
  readonly actions?: ReactNode
  /** A `PageSearch`, when the page can be searched. */
  readonly search?: ReactNode
  readonly children: ReactNode
}

/** A page of the console: its header, and below it the rest of the room. The content scrolls for itself. */
export function Page({ title, before, note, actions, search, children }: Props) {
  useTitle(title)
  return (
    <main className={classes.page} id="page" tabIndex={-1}>
      <header className={classes.header}>
        {before && <span className="o-screen-only">{before}</span>}
        <h1 className={classes.title}>{title}</h1>
        {note && <div className={classes.note}>{note}</div>}
        <div className={`o-screen-only ${classes.end}`}>
          {actions}
          {search}
        </div>
      </header>
      <div className={classes.body}>{children}</div>
    </main>
  )
}
