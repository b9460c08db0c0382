import { Button, Group, Modal, Stack, Textarea } from '@mantine/core'
import { getHotkeyHandler } from '@mantine/hooks'
import { IconArrowRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#renderer/components/problem-note.tsx'
import { Shortcut } from '#renderer/components/shortcut.tsx'
import { draftKey, keepDraft, useDraft } from '#renderer/features/drafts/draft-store.ts'
import { useProblemText } from '#renderer/i18n/problem-text.ts'
import type { Dossier } from '#shared/contract/dossiers.ts'
import { StatusBadge } from './status-badge.tsx'
import { useDossierCall } from './use-dossier-call.ts'

interface Props {
  readonly workspace: string
  readonly dossier: Dossier
  readonly to: string
  readonly onClose: () => void
}

/** One last look before the client is told. */
export function StatusDialog({ workspace, dossier, to, onClose }: Props) {
  const { t } = useTranslation('dossiers')
  const { t: common } = useTranslation()
  const text = useProblemText()
  // As it was when the form opened: what comes in meanwhile is told, not written over.
  const [from] = useState(dossier.status)
  const key = draftKey('status', workspace, dossier.id)
  const comment = useDraft(key)
  const { call, busy, problem, forgive } = useDossierCall(workspace)
  const onField = problem?.field === 'p_comment'

  const confirm = async () => {
    const saved = await call('change_dossier_status', {
      p_dossier_id: dossier.id,
      p_from_status: from,
      p_to_status: to,
      p_comment: comment.trim() ? comment : null,
    })
    if (!saved) return
    keepDraft(key, '')
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('statusTitle', { reference: dossier.reference })}
      closeButtonProps={{ 'aria-label': common('close') }}
      size={440}
    >
      <Stack gap="md" onKeyDown={getHotkeyHandler([['mod+Enter', () => void confirm()]])}>
        <Group gap="sm">
          <StatusBadge status={from} />
          <IconArrowRight size={14} aria-label={t('to')} />
          <strong>
            <StatusBadge status={to} />
          </strong>
        </Group>
        {problem && !onField && <ProblemNote problem={problem} />}
        <Textarea
          data-autofocus
          label={t('statusComment')}
          autosize
          minRows={2}
          maxRows={8}
          value={comment}
          error={onField && text(problem)}
          onChange={(event) => {
            keepDraft(key, event.currentTarget.value)
            forgive()
          }}
        />
        <Group justify="flex-end" gap="sm">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            variant="filled"
            disabled={busy}
            rightSection={<Shortcut keys="mod+Enter" />}
            onClick={() => void confirm()}
          >
            {t('confirmStatus')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
