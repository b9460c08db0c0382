import { Button } from '@mantine/core'
import { IconFilterOff, IconFolders } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { changeDossiersView, isFiltered, useDossiersView } from './dossiers-store.ts'

const icon = { size: 28, stroke: 1.4, 'aria-hidden': true } as const

/** In place of the rows when there are none. */
export function NoDossiers({ workspace }: { readonly workspace: string }) {
  const { t } = useTranslation('dossiers')
  if (!isFiltered(useDossiersView(workspace)))
    return <EmptyState icon={<IconFolders {...icon} />} title={t('empty.title')} hint={t('empty.hint')} />
  return (
    <EmptyState icon={<IconFilterOff {...icon} />} title={t('noMatch.title')} hint={t('noMatch.hint')}>
      <Button
        size="compact-sm"
        mt={6}
        onClick={() => changeDossiersView(workspace, { search: '', statuses: [], mine: false })}
      >
        {t('noMatch.clear')}
      </Button>
    </EmptyState>
  )
}
