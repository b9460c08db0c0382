import { IconBookmark, IconListDetails, IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../routes/paths.ts'
import { NavItem } from '../frame/nav-item.tsx'
import classes from '../frame/side-nav.module.css'
import { useViewCounts } from './use-view-counts.ts'
import { useViews } from './use-views.ts'

const none = [] as const

/** The views in the side navigation, with how much waits in each. */
export function NavViews({ workspace }: { readonly workspace: string }) {
  const { t } = useTranslation('views')
  const views = useViews(workspace).data ?? none
  const counts = useViewCounts(workspace, views)
  if (views.length === 0) return null
  return (
    <>
      <div className={classes.section}>{t('title')}</div>
      {views.map(({ id, label, own, shared }) => (
        <NavItem
          key={id}
          to={paths.view(workspace, id)}
          icon={shared ? IconUsers : own ? IconBookmark : IconListDetails}
          label={label}
          count={counts[id]}
        />
      ))}
    </>
  )
}
