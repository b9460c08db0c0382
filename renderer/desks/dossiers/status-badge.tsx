import { IconCheck, IconMinus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './status-badge.module.css'
import { useEnumWords } from './words.ts'

/** Whose turn it is, from the status: ours, somebody else's, nobody's any more, or stopped. */
const turns: Readonly<Record<string, 'ours' | 'theirs' | 'done' | 'stopped'>> = {
  NEW: 'ours',
  AWAITING_DOCUMENTS: 'theirs',
  UNDER_REVIEW: 'ours',
  CORRECTIONS_REQUESTED: 'theirs',
  IN_PREPARATION: 'ours',
  READY_TO_FILE: 'ours',
  FILED: 'theirs',
  AUTHORITY_QUERY: 'ours',
  REGISTERED: 'ours',
  DELIVERED: 'done',
  COMPLETED: 'done',
  ON_HOLD: 'stopped',
  CANCELLED: 'stopped',
}

const shapes: Readonly<Record<string, ReactNode>> = {
  ours: <span className={classes.dot} />,
  theirs: <span className={classes.ring} />,
  done: <IconCheck size={13} stroke={2} aria-hidden="true" />,
  stopped: <IconMinus size={13} stroke={2} aria-hidden="true" />,
}

/** A dossier's status in words, with a shape for whose turn it is. */
export function StatusBadge({ status }: { readonly status: string }) {
  const words = useEnumWords()
  const turn = turns[status] ?? 'theirs'
  return (
    <span className={classes.badge} data-turn={turn}>
      {shapes[turn]}
      {words('dossier_status_code', status)}
    </span>
  )
}
