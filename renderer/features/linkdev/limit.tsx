import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import classes from './limit.module.css'

/** What a plan allows at most; `-1` is no limit. */
export function Limit({ value }: { readonly value: string }) {
  const { t } = useTranslation('plans')
  const format = useFormat()
  if (value !== '-1') return format.exactNumber(value)
  return (
    <span className={classes.none}>
      <span aria-hidden="true">∞ </span>
      {t('unlimited')}
    </span>
  )
}
