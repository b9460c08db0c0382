import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/bridge/api.ts'
import { ApiError } from '#renderer/bridge/api-error.ts'
import { useCall } from '#renderer/bridge/use-call.ts'
import { toastProblem } from '#renderer/components/toast.ts'
import { useStatus } from '#renderer/features/sync-status/status-store.ts'
import type { Dossier } from '#shared/contract/dossiers.ts'
import { useDossierCall } from './use-dossier-call.ts'

interface Props {
  readonly workspace: string
  readonly dossier: Dossier
}

const agentRelations = ['public.agents']

/** Takes the dossier over, hands it on, or gives it back. */
export function HolderControl({ workspace, dossier }: Props) {
  const { t } = useTranslation('dossiers')
  const me = useStatus(workspace)?.person?.id
  const { data: agents } = useCall(`agents/${workspace}`, () => api.dossiers.agents({ workspace }), {
    workspace,
    relations: agentRelations,
  })
  const { call, busy, problem } = useDossierCall(workspace)
  useEffect(() => {
    if (problem) toastProblem(new ApiError(problem))
  }, [problem])

  const holder = dossier.assignee?.id ?? null
  const assign = (agent: string | null) =>
    void call('assign_dossier', { p_dossier_id: dossier.id, p_agent_id: agent, p_from_agent_id: holder })
  const canTake = agents?.some(({ id }) => id === me) && holder !== me
  return (
    <>
      {canTake && me && (
        <Button disabled={busy} onClick={() => assign(me)}>
          {t(holder ? 'takeOver' : 'take')}
        </Button>
      )}
      <Menu position="bottom-end" width={210}>
        <Menu.Target>
          <Button disabled={busy} rightSection={<IconChevronDown size={14} aria-hidden="true" />}>
            {t('handOn')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
          {agents
            ?.filter(({ id }) => id !== holder)
            .map(({ id, name }) => (
              <Menu.Item key={id} onClick={() => assign(id)}>
                {id === me ? t('me', { name }) : name}
              </Menu.Item>
            ))}
          {holder && (
            <>
              <Menu.Divider />
              <Menu.Item onClick={() => assign(null)}>{t('giveBack')}</Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
