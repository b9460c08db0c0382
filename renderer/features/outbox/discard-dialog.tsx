import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '#shared/contract/entries.ts'
import type { Problem } from '#shared/contract/errors.ts'
import { api } from '../../bridge/api.ts'
import { problemOf } from '../../bridge/api-error.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { toastDone } from '../../components/toast.ts'
import { EntryContent } from '../entries/entry-content.tsx'
import { useEntryWords } from '../entries/entry-words.ts'

interface Props {
  readonly workspace: string
  readonly entry: EntryView
  readonly opened: boolean
  readonly onClose: () => void
}

/** Shows once more all that was written before it is thrown away. */
export function DiscardDialog({ workspace, entry, opened, onClose }: Props) {
  const { t } = useTranslation('outbox')
  const { t: common } = useTranslation()
  const [problem, setProblem] = useState<Problem>()
  const { what, about } = useEntryWords(workspace)(entry)

  async function discard() {
    try {
      await api.outbox.discard({ workspace, id: entry.id })
      onClose()
      toastDone(t('discarded', { what }))
    } catch (error) {
      setProblem(problemOf(error))
    }
  }

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('discardTitle')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Stack gap="md">
        <div>
          <Text fw={600}>{what}</Text>
          <Text c="dimmed">{about}</Text>
        </div>
        <EntryContent entry={entry} />
        <Text>{t('discardHint')}</Text>
        {problem && <ProblemNote problem={problem} />}
        <Group justify="flex-end" gap="sm">
          <Button onClick={onClose} data-autofocus>
            {t('keep')}
          </Button>
          <Button variant="filled" color="danger" onClick={discard}>
            {t('discard')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
