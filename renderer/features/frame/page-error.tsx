import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useRouteError } from 'react-router'
import { problemOf } from '../../bridge/api-error.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { useProblemText } from '../../i18n/problem-text.ts'

/** A page that failed while it was drawn. The rest of the console goes on. */
export function PageError() {
  const { t } = useTranslation()
  const text = useProblemText()
  const error = useRouteError()
  return (
    <main id="page" style={{ height: '100%' }}>
      <EmptyState title={t('pageBroken')} hint={text(problemOf(error))}>
        <Button mt={8} onClick={() => window.location.reload()}>
          {t('reload')}
        </Button>
      </EmptyState>
    </main>
  )
}
