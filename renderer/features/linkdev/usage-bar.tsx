import classes from './limit.module.css'

interface Props {
  /** Percent of the limit. */
  readonly percent: number
  readonly stands: 'fine' | 'near' | 'over'
}

/** How full a limit is, for the eye; the numbers stand beside it as text. Beyond the limit, a line shows where it lies. */
export function UsageBar({ percent, stands }: Props) {
  const whole = Math.max(100, percent)
  return (
    <div className={classes.bar} data-stands={stands} aria-hidden="true">
      <span style={{ width: `${(100 * percent) / whole}%` }} />
      {percent > 100 && <i style={{ left: `${10_000 / whole}%` }} />}
    </div>
  )
}
