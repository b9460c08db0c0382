import { Button, Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/i18n/format.ts'
import classes from './import.module.css'

interface Props {
  readonly label: string
  readonly done: number
  readonly total: number
  readonly onStop: () => void
}

/** How far it is, in rows, and a way to stop it. */
export function Working({ label, done, total, onStop }: Props) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  return (
    <div className={classes.working}>
      <strong>{label}</strong>
      {total > 0 && (
        <span className={classes.soft} role="status">
          {t('rowsOf', { done: format.number(done), total: format.number(total) })}
        </span>
      )}
      <Button size="compact-sm" onClick={onStop}>
        {t('stop')}
      </Button>
      <Progress
        className={classes.bar ?? ''}
        value={total > 0 ? (100 * done) / total : 0}
        size="sm"
        aria-label={label}
      />
    </div>
  )
}
