import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Shortcut } from '../../components/shortcut.tsx'
import classes from './search.module.css'
import { openSearch } from './search-store.ts'

/** The field in the navigation that opens the box over everything. */
export function SearchField() {
  const { t } = useTranslation('search')
  return (
    <button type="button" className={classes.field} aria-keyshortcuts="Control+K Meta+K" onClick={openSearch}>
      <IconSearch size={15} stroke={1.7} aria-hidden="true" />
      <span>{t('title')}</span>
      <Shortcut keys="mod+K" />
    </button>
  )
}
