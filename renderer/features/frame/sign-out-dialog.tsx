import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '#shared/contract/errors.ts'
import { api } from '../../bridge/api.ts'
import { problemOf } from '../../bridge/api-error.ts'
import { ProblemNote } from '../../components/problem-note.tsx'

interface Props {
  readonly workspace: string
  readonly pending: number
  readonly opened: boolean
  readonly onClose: () => void
}

/** Asks before signing out, and says what becomes of decisions that were not sent yet: they stay here for this person. */
export function SignOutDialog({ workspace, pending, opened, onClose }: Props) {
  const { t } = useTranslation('frame')
  const { t: common } = useTranslation()
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)

  async function signOut() {
    setBusy(true)
    try {
      await api.session.signOut({ workspace, keepPending: pending > 0 })
      onClose()
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('signOut.title', { workspace })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Stack gap="md">
        <Text size="md">{pending > 0 ? t('signOut.pending', { count: pending }) : t('signOut.nothing')}</Text>
        {problem && <ProblemNote problem={problem} />}
        <Group justify="flex-end" gap="sm">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button variant="filled" loading={busy} onClick={signOut} data-autofocus>
            {t('person.signOut')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
