import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core'
import { getHotkeyHandler } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#renderer/components/problem-note.tsx'
import { Shortcut } from '#renderer/components/shortcut.tsx'
import { toastDone } from '#renderer/components/toast.ts'
import { FieldInput } from '#renderer/features/forms/field-input.tsx'
import { useSubmit } from '#renderer/features/forms/use-submit.ts'
import { listOf, useLinkdevWords } from '#renderer/features/linkdev/use-linkdev-words.ts'
import { useFormat } from '#renderer/i18n/format.ts'
import { useProblemText } from '#renderer/i18n/problem-text.ts'
import type { Organization, Subscription } from '#shared/contract/organizations.ts'
import { subscriptionChange } from '#shared/systems/linkdev/subscription-change.ts'
import classes from './preview.module.css'
import { PreviewChanges } from './preview-changes.tsx'
import { PreviewLimits } from './preview-limits.tsx'
import { usePreview } from './use-preview.ts'

interface Props {
  readonly workspace: string
  readonly organization: Organization
  readonly subscription: Subscription
  readonly onClose: () => void
}

/** Another plan or other seats: what it would change is tried first, and shown before it is decided. */
export function SubscriptionDialog({ workspace, organization, subscription, onClose }: Props) {
  const { t } = useTranslation('organizations')
  const { t: common } = useTranslation()
  const text = useProblemText()
  const format = useFormat()
  const words = useLinkdevWords()
  // As it was when the form opened: what comes in meanwhile is told, not written over.
  const [from] = useState(subscription)
  const [plan, setPlan] = useState(from.plan)
  const [typed, setTyped] = useState<string | null>(String(from.seats))
  // What is no whole number is refused by the database, in the words that it has for none at all.
  const seats = typed === null ? null : Number.isInteger(Number(typed)) ? Number(typed) : 0
  const { data: preview, problem: failed, reload } = usePreview(workspace, organization.id, { plan, seats })
  const { submit, busy, problem } = useSubmit(workspace)
  const isSame = plan === from.plan && seats === from.seats
  const why = problem ?? (isSame ? null : preview?.refused) ?? (failed?.field === undefined ? undefined : failed)
  const onPlan = why?.field === 'p_to_plan'
  const onSeats = why?.field?.endsWith('seats') ?? false

  const placeholder = { placeholder: preview?.after ? format.number(preview.after.seats) : '' }

  const confirm = async () => {
    if (isSame) return
    const saved = await submit(() => subscriptionChange(organization.id, from, { plan, seats }))
    if (!saved) return
    onClose()
    toastDone(t('preview.saved', { name: organization.name }))
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('preview.title', { name: organization.name })}
      closeButtonProps={{ 'aria-label': common('close') }}
      size={680}
    >
      <Stack gap="md" onKeyDown={getHotkeyHandler([['mod+Enter', () => void confirm()]])}>
        <div className={classes.fields}>
          <Select
            data-autofocus
            label={t('preview.newPlan')}
            data={listOf('org_subscriptions.plan_name').map((value) => ({ value, label: words.plan(value) }))}
            value={plan}
            error={onPlan && why && text(why)}
            allowDeselect={false}
            onChange={(next) => {
              if (next === null) return
              setPlan(next)
              setTyped(next === from.plan ? String(from.seats) : null)
            }}
          />
          <FieldInput
            kind="number"
            label={t('preview.seats')}
            error={onSeats && why && text(why)}
            value={typed}
            onChange={setTyped}
            {...placeholder}
          />
        </div>
        <Text c="dimmed">{t('preview.seatsHint', { taken: format.number(organization.taken) })}</Text>
        {why && !onPlan && !onSeats && <ProblemNote problem={why} />}
        {failed && failed.field === undefined && <ProblemNote problem={failed} onRetry={reload} />}
        {isSame ? (
          <Text c="dimmed">{t('preview.same')}</Text>
        ) : (
          preview && (
            <>
              {preview.after && <PreviewChanges now={from} then={preview.after} />}
              <PreviewLimits preview={preview} />
              {preview.after && <Text c="dimmed">{t('preview.at')}</Text>}
            </>
          )
        )}
        <Group justify="flex-end" gap="sm">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            variant="filled"
            disabled={busy || isSame}
            rightSection={<Shortcut keys="mod+Enter" />}
            onClick={() => void confirm()}
          >
            {t('preview.confirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
