import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '#shared/contract/errors.ts'
import { problemOf } from '../../bridge/api-error.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { Shortcut } from '../../components/shortcut.tsx'
import { useProblemText } from '../../i18n/problem-text.ts'

interface Props {
  readonly title: string
  readonly hint?: string | undefined
  readonly initial: string
  readonly label: string
  /** Whether it is asked too if the view shall be shared. */
  readonly mayShare?: boolean
  readonly onSave: (name: string, shared: boolean) => Promise<void>
  readonly onClose: () => void
}

/** Asks for the name of a view. What is wrong with it is said on the field, and the dialog stays. */
export function NameDialog({ title, hint, initial, label, mayShare = false, onSave, onClose }: Props) {
  const { t } = useTranslation('views')
  const { t: common } = useTranslation()
  const text = useProblemText()
  const [name, setName] = useState(initial)
  const [shared, setShared] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const onField = problem?.field === 'view.name'
  const save = async () => {
    setBusy(true)
    try {
      await onSave(name.trim(), shared)
      onClose()
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': common('close') }} size={420}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Stack gap="md">
          {problem && !onField && <ProblemNote problem={problem} />}
          <TextInput
            data-autofocus
            label={t('name')}
            description={hint}
            maxLength={80}
            value={name}
            error={onField && text(problem)}
            onChange={(event) => {
              setName(event.currentTarget.value)
              setProblem(undefined)
            }}
          />
          {mayShare && (
            <Checkbox
              label={t('shareToo')}
              checked={shared}
              onChange={(event) => setShared(event.currentTarget.checked)}
            />
          )}
          <Group justify="flex-end" gap="sm">
            <Button onClick={onClose}>{common('cancel')}</Button>
            <Button
              type="submit"
              variant="filled"
              disabled={busy || name.trim() === ''}
              rightSection={<Shortcut keys="Enter" />}
            >
              {label}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
