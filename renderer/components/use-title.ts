import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

/** Names the window after the page that it shows. */
export function useTitle(title: string): void {
  const { t } = useTranslation()
  useEffect(() => {
    document.title = `${title} · ${t('app')}`
  }, [title, t])
}
