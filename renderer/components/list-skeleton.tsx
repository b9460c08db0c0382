import { Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './list-skeleton.module.css'

const WIDTHS = [62, 48, 71, 55, 66, 44]

/** Stands where a list will be. Only for a wait that is longer than 200 ms (`useCall`'s `slow`). */
export function ListSkeleton() {
  const { t } = useTranslation()
  return (
    <div role="status" aria-label={t('loading')}>
      {WIDTHS.map((width) => (
        <div key={width} className={classes.row}>
          <Skeleton height={10} width={`${width}%`} />
        </div>
      ))}
    </div>
  )
}
