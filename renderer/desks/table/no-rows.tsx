import { Button } from '@mantine/core'
import { IconFilterOff, IconTable } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { changeTableLook, useTableLook } from './table-store.ts'
import { useListFilter } from './use-list-address.ts'

const icon = { size: 28, stroke: 1.4, 'aria-hidden': true } as const

interface Props {
  readonly workspace: string
  readonly relation: string
}

/** In place of the rows when there are none. */
export function NoRows({ workspace, relation }: Props) {
  const { t } = useTranslation('tables')
  const { search } = useTableLook(workspace, relation)
  const { filter, setFilter } = useListFilter()
  if (search.trim() === '' && filter === null)
    return <EmptyState icon={<IconTable {...icon} />} title={t('empty.title')} hint={t('empty.hint')} />
  return (
    <EmptyState icon={<IconFilterOff {...icon} />} title={t('noMatch.title')} hint={t('noMatch.hint')}>
      <Button
        size="compact-sm"
        mt={6}
        onClick={() => {
          changeTableLook(workspace, relation, { search: '' })
          setFilter(null)
        }}
      >
        {t('noMatch.clear')}
      </Button>
    </EmptyState>
  )
}
