import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { getHotkeyHandler } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActionManifest } from '#shared/systems/manifest.ts'
import { Shortcut } from '../../components/shortcut.tsx'
import { toastDone } from '../../components/toast.ts'
import { useSubmit } from '../forms/use-submit.ts'
import { type Draft, requestValues } from '../forms/values.ts'
import { inLanguage } from '../workspaces/systems.ts'
import { ActionFields } from './action-fields.tsx'
import type { Offered } from './use-offered.ts'

interface Props {
  readonly workspace: string
  readonly offered: Offered
  /** The row that it is called on, as the person saw it. */
  readonly cells: Draft
  readonly onClose: () => void
}

/** A form made of a function's signature, with the words of the manifest and the help of the database. */
export function ActionDialog({ workspace, offered: { name, action, called }, cells, onClose }: Props) {
  const { t, i18n } = useTranslation('forms')
  const { t: common } = useTranslation()
  const { submit, busy, problem } = useSubmit(workspace)
  const [draft, setDraft] = useState<Draft>({})
  const title = inLanguage(action.label, i18n.language)
  const run = async () => {
    const given = Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== null))
    const saved = await submit(() => ({
      kind: 'call',
      function: name,
      args: requestValues(called.args, { ...filledIn(action, cells), ...given }),
    }))
    if (!saved) return
    onClose()
    toastDone(t('saved', { what: title }))
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': common('close') }}
      size="lg"
      // Around all of it: where nothing is asked, the dialog itself has the focus.
      onKeyDown={getHotkeyHandler([['mod+Enter', () => void run()]])}
    >
      <Stack gap="md">
        {called.comment && <Text c="dimmed">{called.comment}</Text>}
        <ActionFields
          workspace={workspace}
          action={action}
          called={called}
          draft={draft}
          problem={problem}
          onChange={(name, value) => setDraft({ ...draft, [name]: value })}
        />
        {action.confirm && <Text>{inLanguage(action.confirm, i18n.language)}</Text>}
        <Group justify="flex-end" gap="sm">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            variant="filled"
            color={action.confirm ? 'danger' : 'accent'}
            disabled={busy}
            rightSection={<Shortcut keys="mod+Enter" />}
            onClick={() => void run()}
          >
            {title}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

function filledIn({ args }: ActionManifest, cells: Draft): Draft {
  const known = Object.entries(args ?? {}).flatMap(([name, { from, as }]): [string, string | null][] => {
    if (from !== undefined) return [[name, cells[from] ?? null]]
    return as === 'made' ? [[name, crypto.randomUUID()]] : []
  })
  return Object.fromEntries(known)
}
