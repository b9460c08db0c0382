import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Offer } from '#renderer/features/batch/take-back.ts'
import { useFormat } from '#renderer/i18n/format.ts'
import { paths } from '#renderer/routes/paths.ts'
import classes from './import.module.css'
import { TakeBack } from './take-back.tsx'
import type { Outcome } from './use-import.ts'

interface Props {
  readonly workspace: string
  readonly relation: string
  readonly outcome: Outcome | undefined
  readonly offer: Offer | undefined
  readonly canCheck: boolean
  readonly onCheck: () => void
  readonly onApply: () => void
}

/** What can be done next: check, then import; and after that the ways to what was made. */
export function LastStep({ workspace, relation, outcome, offer, canCheck, onCheck, onApply }: Props) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  if (outcome?.isDone) {
    const ways = (
      <>
        <Button variant="filled" component={Link} to={paths.table(workspace, relation)}>
          {t('toTable')}
        </Button>
        <Button component={Link} to={paths.outbox(workspace)}>
          {t('toOutbox')}
        </Button>
      </>
    )
    if (offer)
      return (
        <TakeBack offer={offer} rows={outcome.entries.length}>
          {ways}
        </TakeBack>
      )
    return (
      <>
        <p className={classes.soft}>{t('saved')}</p>
        <div className={classes.buttons}>{ways}</div>
      </>
    )
  }
  const rows = outcome && !outcome.stopped ? outcome.inserts + outcome.updates : 0
  const bad = outcome?.bad ?? 0
  return (
    <>
      {outcome === undefined && <p className={classes.soft}>{t('checkHint')}</p>}
      {outcome && !outcome.stopped && rows === 0 && <p className={classes.soft}>{t('nothing')}</p>}
      {rows > 0 && bad > 0 && (
        <p className={classes.soft}>{t('without', { count: bad, number: format.number(bad) })}</p>
      )}
      <div className={classes.buttons}>
        {rows > 0 && (
          <Button variant="filled" onClick={onApply}>
            {t('apply', { count: rows, number: format.number(rows) })}
          </Button>
        )}
        <Button variant={rows > 0 ? 'default' : 'filled'} disabled={!canCheck} onClick={onCheck}>
          {t(outcome ? 'checkAgain' : 'check')}
        </Button>
      </div>
    </>
  )
}
