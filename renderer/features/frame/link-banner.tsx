import { IconPlugConnectedX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLink } from '../../bridge/link-store.ts'
import classes from './shell.module.css'

/** Says that the engine behind this page can't be reached. A short break, such as a restart, is not worth a word. */
export function LinkBanner() {
  const { t } = useTranslation('frame')
  const up = useLink((state) => state.up)
  const [shown, setShown] = useState(false)
  useEffect(() => {
    if (up) return setShown(false)
    const timer = setTimeout(() => setShown(true), 700)
    return () => clearTimeout(timer)
  }, [up])
  if (!shown) return null
  return (
    <div className={classes.banner} role="status">
      <IconPlugConnectedX size={16} stroke={1.8} aria-hidden="true" />
      {t('linkLost')}
    </div>
  )
}
