import { Tooltip } from '@mantine/core'
import { IconArrowsLeftRight, IconClock, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './state-mark.module.css'

export type MarkState = 'pending' | 'saved' | 'conflict' | 'rejected' | 'proposed' | 'stale' | 'fetched' | 'held'

const shapes: Record<MarkState, ReactNode> = {
  pending: (
    <svg viewBox="0 0 12 12" aria-hidden="true">
      <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.2 1.4" />
    </svg>
  ),
  saved: (
    <svg viewBox="0 0 12 12" aria-hidden="true">
      <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  ),
  conflict: <IconArrowsLeftRight aria-hidden="true" stroke={2} />,
  rejected: <IconX aria-hidden="true" stroke={2.2} />,
  proposed: (
    <svg viewBox="0 0 12 12" aria-hidden="true">
      <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" />
    </svg>
  ),
  stale: <IconClock aria-hidden="true" stroke={1.8} />,
  fetched: <IconClock aria-hidden="true" stroke={1.8} />,
  held: <IconClock aria-hidden="true" stroke={1.8} />,
}

interface Props {
  readonly state: MarkState
  /** Another word than the state's own: `Approved` beside the pending shape. */
  readonly label?: string
  /** `chip`: shape and word on a soft ground · `plain`: shape and word · `shape`: the shape alone, named for readers. */
  readonly look?: 'chip' | 'plain' | 'shape'
}

/** The one way in which the console shows a state: a colour, a shape and a word, everywhere the same. */
export function StateMark({ state, label, look = 'chip' }: Props) {
  const { t } = useTranslation('marks')
  const word = label ?? t(state)
  return (
    <Tooltip label={t(`hint.${state}`)} multiline maw={280}>
      <span className={classes.mark} data-state={state} data-look={look}>
        {shapes[state]}
        {look === 'shape' ? <span className={classes.readersOnly}>{word}</span> : <span>{word}</span>}
      </span>
    </Tooltip>
  )
}
