import { Button } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useNow } from '#renderer/components/use-now.ts'
import type { Offer } from '#renderer/features/batch/take-back.ts'
import { useFormat } from '#renderer/i18n/format.ts'
import classes from './import.module.css'

interface Props {
  readonly offer: Offer
  /** Rows that were taken for good. */
  readonly rows: number
  /** What can be done besides. */
  readonly children: ReactNode
}

/** Takes the whole import back as long as it has not left; after that it says why that is over. */
export function TakeBack({ offer, rows, children }: Props) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const reason = useId()
  useNow(250, offer.is === 'open')
  const left = offer.is === 'open' ? Math.max(0, offer.until - performance.now()) : 0
  const isOpen = offer.is === 'open' && left > 0
  const words = isOpen ? t('kept', { time: format.span(Math.ceil(left / 1_000) * 1_000) }) : t('takeBackOver')
  return (
    <>
      <p id={reason} className={classes.soft}>
        {offer.is === 'taking' ? t('takingBack') : words}
      </p>
      <div className={classes.buttons}>
        {children}
        {/* Whoever has reached it by keyboard stays on it when the time is over. */}
        <Button
          loading={offer.is === 'taking'}
          {...(!isOpen && { 'data-disabled': true })}
          aria-disabled={!isOpen}
          aria-describedby={reason}
          onClick={() => isOpen && offer.take()}
        >
          {t('takeBackRows', { count: rows, number: format.number(rows) })}
        </Button>
      </div>
    </>
  )
}
