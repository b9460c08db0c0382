import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { EmptyState } from '../../components/empty-state.tsx'
import { paths } from '../../routes/paths.ts'

/** An address that leads nowhere. */
export function NotFound() {
  const { t } = useTranslation()
  return (
    <main id="page" style={{ height: '100%' }}>
      <EmptyState title={t('notFound')} hint={t('notFoundHint')}>
        <Link to={paths.home} style={{ color: 'var(--o-accent)' }}>
          {t('home')}
        </Link>
      </EmptyState>
    </main>
  )
}
