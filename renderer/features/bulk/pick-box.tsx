import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './bulk.module.css'
import { clearPicks, pickAll, usePicked } from './picks.ts'

interface BoxProps {
  readonly list: string
  readonly rowKey: string
}

/** Whether a row is chosen. The grid hears the click, and Space. */
export function PickBox({ list, rowKey }: BoxProps) {
  const { t } = useTranslation('bulk')
  const picked = usePicked(list)
  const isAll = picked === 'all'
  return (
    <Checkbox
      className={classes.box ?? ''}
      size="xs"
      tabIndex={-1}
      readOnly
      checked={isAll || picked.has(rowKey)}
      disabled={isAll}
      aria-label={t('pick')}
    />
  )
}

/** Chooses every row of a list, or none. */
export function PickAllBox({ list }: { readonly list: string }) {
  const { t } = useTranslation('bulk')
  const picked = usePicked(list)
  const isAll = picked === 'all'
  return (
    <Checkbox
      size="xs"
      tabIndex={-1}
      checked={isAll}
      indeterminate={!isAll && picked.size > 0}
      aria-label={t('pickAll')}
      onChange={() => (isAll ? clearPicks() : pickAll(list))}
    />
  )
}
