import { IconCheck, IconMinus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Limit } from '#renderer/features/linkdev/limit.tsx'
import classes from './matrix.module.css'

interface Props {
  readonly isSwitch: boolean
  /** Null where the plan says nothing. */
  readonly value: string | null
}

/** What a plan allows of one thing: a number, or yes or no. */
export function PlanValue({ isSwitch, value }: Props) {
  const { t } = useTranslation('plans')
  if (value === null) return <span className={classes.none}>{t('none')}</span>
  if (!isSwitch) return <Limit value={value} />
  const on = value === 'true'
  return (
    <span className={classes.switch} data-on={on}>
      {on ? <IconCheck size={14} aria-hidden="true" /> : <IconMinus size={14} aria-hidden="true" />}
      {t(on ? 'yes' : 'no')}
    </span>
  )
}
