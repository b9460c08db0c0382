import { IconTable } from '@tabler/icons-react'
import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { NothingMatches } from '#renderer/features/filter/nothing-matches.tsx'

/** In place of the rows when there are none. */
export function NoRows(props: ComponentProps<typeof NothingMatches>) {
  const { t } = useTranslation('tables')
  if (props.search !== '' || props.filter !== null) return <NothingMatches {...props} />
  return (
    <EmptyState
      icon={<IconTable size={28} stroke={1.4} aria-hidden="true" />}
      title={t('empty.title')}
      hint={t('empty.hint')}
    />
  )
}
