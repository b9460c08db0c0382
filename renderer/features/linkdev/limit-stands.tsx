import { IconAlertOctagon, IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { LimitUse } from '#shared/contract/organizations.ts'
import { useFormat } from '../../i18n/format.ts'
import classes from './limit.module.css'

/** How near a limit is, in a shape and in words: `84 %`, `nearly full`, `over by 1,200`. */
export function LimitStands({ use: { used, allowed, percent, stands } }: { readonly use: LimitUse }) {
  const { t } = useTranslation('organizations')
  const format = useFormat()
  const Shape = stands === 'over' ? IconAlertOctagon : IconAlertTriangle
  const share = percent === null ? '' : t('percent', { value: format.number(Math.round(percent)) })
  const near = (percent ?? 0) >= 100 ? t('atLimit') : t('near')
  const words = stands === 'over' ? t('over', { by: format.number(Number(used) - Number(allowed)) }) : near
  return (
    <span className={classes.stands} data-stands={stands}>
      {stands !== 'fine' && <Shape size={14} stroke={1.8} aria-hidden="true" />}
      {stands === 'fine' ? share : [share, words].filter(Boolean).join(' · ')}
    </span>
  )
}
