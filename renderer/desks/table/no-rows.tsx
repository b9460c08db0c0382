import { IconTable } from '@tabler/icons-react'
import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { NothingMatches } from '#renderer/features/filter/nothing-matches.tsx'
import type { Relation } from '#shared/contract/catalogue.ts'
import { useIsFollowed } from './use-is-followed.ts'

/** In place of the rows when there are none. */
export function NoRows(props: ComponentProps<typeof NothingMatches>) {
  const { t } = useTranslation('tables')
  const isFollowed = useIsFollowed(props.workspace, props.relation)
  if (isFollowed && (props.search !== '' || props.filter !== null)) return <NothingMatches {...props} />
  const why = isFollowed ? 'empty' : whyNot(props.relation)
  return (
    <EmptyState
      icon={<IconTable size={28} stroke={1.4} aria-hidden="true" />}
      title={t(`${why}.title`)}
      hint={t(`${why}.hint`)}
    />
  )
}

/** Names in small letters; a mirror can't say others. */
const PLAIN = /^[a-z_][a-z0-9_$]*\.[a-z_][a-z0-9_$]*$/

function whyNot({ relation, key }: Relation): 'noKey' | 'otherName' | 'notFollowed' {
  if (key.length === 0) return 'noKey'
  return PLAIN.test(relation) ? 'notFollowed' : 'otherName'
}
