import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './document.module.css'

interface Props {
  readonly icon: ReactNode
  readonly tone?: 'plain' | 'news' | 'pending' | 'conflict' | 'rejected'
  readonly children: ReactNode
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
}

/** One line over the document: something about it that the person should know before deciding. */
export function DocumentNotice({ icon, tone = 'plain', children, action }: Props) {
  return (
    <div className={classes.notice} data-tone={tone} role="status">
      {icon}
      <p>{children}</p>
      {action && (
        <Button size="compact-sm" onClick={action.run}>
          {action.label}
        </Button>
      )}
    </div>
  )
}
