import { Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Status } from '#shared/contract/sync.ts'
import { useNow } from '../../components/use-now.ts'
import { useFormat } from '../../i18n/format.ts'
import { paths } from '../../routes/paths.ts'

interface Props {
  readonly workspace: string
  readonly status: Status
}

/** When the server was last asked: how long ago while online, the time itself while offline. */
export function LastPulled({ workspace, status }: Props) {
  const { t } = useTranslation('sync')
  const format = useFormat()
  const now = useNow(1_000, status.state !== 'offline')
  const at = status.lastPulledAt
  if (!at) return <span>{t('neverPulled')}</span>
  const age = Math.max(0, now - Date.parse(at))
  const words =
    status.state === 'offline' ? t('upToDateAsOf', { at: format.short(at) }) : t('checked', { ago: format.ago(age) })
  return (
    <Tooltip label={format.exact(at)}>
      <Link to={paths.sync(workspace)}>{words}</Link>
    </Tooltip>
  )
}
