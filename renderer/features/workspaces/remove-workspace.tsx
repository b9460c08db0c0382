import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Problem } from '#shared/contract/errors.ts'
import { api } from '../../bridge/api.ts'
import { problemOf } from '../../bridge/api-error.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { paths } from '../../routes/paths.ts'
import { useStatus } from '../sync-status/status-store.ts'
import { loadWorkspaces } from './workspaces-store.ts'

/** A button that takes a workspace off this computer, after saying what goes with it. Nothing on the server changes. */
export function RemoveWorkspace({ workspace }: { readonly workspace: string }) {
  const { t } = useTranslation('workspaces')
  const { t: common } = useTranslation()
  const navigate = useNavigate()
  const pending = useStatus(workspace)?.pending ?? 0
  const [opened, setOpened] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  // The engine has the last word on what was never sent: it may know of more than the status has told.
  const loses = pending > 0 || problem?.code === 'pending_entries'

  async function remove() {
    setBusy(true)
    try {
      await api.workspaces.remove({ name: workspace, discardPending: loses })
      navigate(paths.home)
      await loadWorkspaces()
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <Button color="danger" onClick={() => setOpened(true)}>
        {t('remove.button')}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('remove.title', { workspace })}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <Stack gap="md">
          <Text>{t('remove.hint')}</Text>
          {loses && <Text fw={600}>{t('remove.loses', { count: pending })}</Text>}
          {problem && problem.code !== 'pending_entries' && <ProblemNote problem={problem} />}
          <Group justify="flex-end" gap="sm">
            <Button onClick={() => setOpened(false)} data-autofocus>
              {t('remove.keep')}
            </Button>
            <Button variant="filled" color="danger" loading={busy} onClick={remove}>
              {t(loses ? 'remove.submitLosing' : 'remove.submit')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  )
}
