import { ActionIcon, Menu } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconCloudOff, IconLogout, IconSettings } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStatus } from '../sync-status/status-store.ts'
import { setWorkOffline } from '../sync-status/work-offline.ts'
import classes from './person-menu.module.css'
import { SignOutDialog } from './sign-out-dialog.tsx'

interface Props {
  readonly workspace: string | undefined
  readonly onSettings: () => void
}

function initialsOf(name: string): string {
  const parts = name.split(/[\s.@_-]+/).filter(Boolean)
  return (parts[0]?.charAt(0) ?? '').concat(parts[1]?.charAt(0) ?? '').toUpperCase()
}

/** Who is signed in, and what concerns the person: work offline, settings, sign out. Only settings when nobody is. */
export function PersonMenu({ workspace, onSettings }: Props) {
  const { t } = useTranslation('frame')
  const status = useStatus(workspace ?? '')
  const [leaving, setLeaving] = useState(false)
  const person = status?.person
  if (!workspace || !person)
    return (
      <ActionIcon size={34} onClick={onSettings} aria-label={t('person.settings')}>
        <IconAdjustmentsHorizontal size={17} stroke={1.6} />
      </ActionIcon>
    )
  const name = person.name ?? person.email
  return (
    <>
      <Menu position="right-end" width={250} offset={10}>
        <Menu.Target>
          <button
            type="button"
            className={classes.person}
            aria-label={`${initialsOf(name)}, ${name}: ${t('person.menu')}`}
          >
            {initialsOf(name)}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <div className={classes.who}>
            <strong>{name}</strong>
            {person.name && <span>{person.email}</span>}
            <span>{t(`role.${person.role}` as 'role.agent', { defaultValue: person.role })}</span>
          </div>
          <Menu.Divider />
          <Menu.CheckboxItem
            checked={status.workOffline}
            onChange={(on) => setWorkOffline(workspace, on)}
            rightSection={<IconCloudOff size={16} stroke={1.6} />}
          >
            {t('person.workOffline')}
          </Menu.CheckboxItem>
          <Menu.Item leftSection={<IconSettings size={16} stroke={1.6} />} onClick={onSettings}>
            {t('person.settings')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout size={16} stroke={1.6} />} onClick={() => setLeaving(true)}>
            {t('person.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <SignOutDialog
        workspace={workspace}
        pending={status.pending}
        opened={leaving}
        onClose={() => setLeaving(false)}
      />
    </>
  )
}
