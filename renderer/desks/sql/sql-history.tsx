import { Button, Menu } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/bridge/api.ts'
import { toastProblem } from '#renderer/components/toast.ts'
import { When } from '#renderer/components/when.tsx'
import type { PastQuery } from '#shared/contract/tools.ts'
import classes from './sql.module.css'

interface Props {
  readonly workspace: string
  readonly onChoose: (sql: string) => void
}

/** What this person has asked before, the newest first; choosing one puts it into the editor. */
export function SqlHistory({ workspace, onChoose }: Props) {
  const { t } = useTranslation('sql')
  const [past, setPast] = useState<readonly PastQuery[]>()
  const load = () => api.tools.history({ workspace }).then(setPast, toastProblem)
  const forget = () => api.tools.forgetHistory({ workspace }).then(() => setPast([]), toastProblem)
  return (
    <Menu position="bottom-end" width={460} onOpen={() => void load()}>
      <Menu.Target>
        <Button size="compact-sm" leftSection={<IconHistory size={15} stroke={1.6} />}>
          {t('history')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        {past?.length === 0 && <Menu.Label>{t('noHistory')}</Menu.Label>}
        {past?.map(({ sql, at }) => (
          <Menu.Item key={sql} onClick={() => onChoose(sql)} rightSection={<When at={at} />}>
            <span className={classes.past}>{sql.replace(/\s+/g, ' ').trim()}</span>
          </Menu.Item>
        ))}
        {past && past.length > 0 && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => void forget()}>{t('forget')}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
