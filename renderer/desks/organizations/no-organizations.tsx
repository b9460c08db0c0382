import { Button } from '@mantine/core'
import { IconBuilding, IconFilterOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { changeOrganizationsView, isFiltered, useOrganizationsView, WHOLE } from './organizations-store.ts'

const icon = { size: 28, stroke: 1.4, 'aria-hidden': true } as const

/** In place of the rows when there are none. */
export function NoOrganizations({ workspace }: { readonly workspace: string }) {
  const { t } = useTranslation('organizations')
  if (!isFiltered(useOrganizationsView(workspace)))
    return <EmptyState icon={<IconBuilding {...icon} />} title={t('empty.title')} hint={t('empty.hint')} />
  return (
    <EmptyState icon={<IconFilterOff {...icon} />} title={t('noMatch.title')} hint={t('noMatch.hint')}>
      <Button size="compact-sm" mt={6} onClick={() => changeOrganizationsView(workspace, WHOLE)}>
        {t('noMatch.clear')}
      </Button>
    </EmptyState>
  )
}
