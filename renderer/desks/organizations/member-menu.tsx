import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Draft } from '#renderer/features/forms/values.ts'
import { inLanguage } from '#renderer/features/workspaces/systems.ts'
import { actions } from '#shared/systems/linkdev/actions.ts'
import type { OnAction } from './on-action.ts'

interface Props {
  readonly name: string
  readonly cells: Draft
  readonly onAction: OnAction
}

/** What can be done with a member. */
export function MemberMenu({ name, cells, onAction }: Props) {
  const { t, i18n } = useTranslation('organizations')
  const offered = Object.entries(actions).filter(([, { on }]) => on?.table === 'organization_members')
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <ActionIcon aria-label={t('actionsFor', { name })}>
          <IconDots size={16} stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {offered.map(([action, { label }]) => (
          <Menu.Item key={action} onClick={() => onAction(action, cells)}>
            {inLanguage(label, i18n.language)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
