import { Progress as Bar, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNow } from '../../components/use-now.ts'
import { useFormat } from '../../i18n/format.ts'
import classes from './batch.module.css'
import type { Underway } from './use-batch.ts'

/** What ends sooner needs no word on the way. Milliseconds. */
const WORTH_A_WORD = 700

interface Props {
  readonly underway: Underway | undefined
  readonly label: string
  readonly onStop: () => void
}

/** How far a batch is, and the way to stop it. */
export function BatchProgress({ underway, label, onStop }: Props) {
  const { t } = useTranslation('bulk')
  const format = useFormat()
  const now = useNow(200, underway !== undefined)
  if (!underway || now - underway.since < WORTH_A_WORD) return null
  const { done, total = 0 } = underway
  return (
    <div className={classes.progress}>
      <span role="status">
        {label} {t('rowsOf', { done: format.number(done), total: format.number(total) })}
      </span>
      <Bar className={classes.bar ?? ''} value={total ? (100 * done) / total : 0} size="sm" aria-label={label} />
      <Button size="compact-sm" onClick={onStop}>
        {t('stop')}
      </Button>
    </div>
  )
}
