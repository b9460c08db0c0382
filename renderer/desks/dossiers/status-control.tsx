import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Dossier } from '#shared/contract/dossiers.ts'
import { StatusBadge } from './status-badge.tsx'
import { StatusDialog } from './status-dialog.tsx'

interface Props {
  readonly workspace: string
  readonly dossier: Dossier
}

/** The statuses to which the database lets this dossier go, and no others. */
export function StatusControl({ workspace, dossier }: Props) {
  const { t } = useTranslation('dossiers')
  const [to, setTo] = useState<string>()
  if (dossier.allowedStatuses.length === 0) return null
  return (
    <>
      <Menu position="bottom-end" width={230}>
        <Menu.Target>
          <Button rightSection={<IconChevronDown size={14} aria-hidden="true" />}>{t('changeStatus')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {dossier.allowedStatuses.map((status) => (
            <Menu.Item key={status} onClick={() => setTo(status)}>
              <StatusBadge status={status} />
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {to && <StatusDialog workspace={workspace} dossier={dossier} to={to} onClose={() => setTo(undefined)} />}
    </>
  )
}
