import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Offer } from '#renderer/features/batch/take-back.ts'
import { useFormat } from '#renderer/i18n/format.ts'
import classes from './import.module.css'

/** That an import was taken back, with what of it was too late for that. */
export function TakenBack({ undone, late }: Extract<Offer, { is: 'taken' }>) {
  const { t } = useTranslation(['imports', 'bulk'])
  const format = useFormat()
  const place = useRef<HTMLDivElement>(null)
  // The button that was pressed is gone: whoever works by keyboard goes on from here.
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus()
  }, [])
  const counted = (count: number) => ({ count, number: format.number(count) })
  return (
    <div ref={place} tabIndex={-1} className={classes.outcome} role="status">
      <strong>{t('takenBack', counted(undone))}</strong>
      {late > 0 && (
        <span className={classes.part} data-part="bad">
          {t('bulk:late', counted(late))}
        </span>
      )}
    </div>
  )
}
