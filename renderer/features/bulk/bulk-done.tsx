import { Button, Group, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BatchApplied } from '#shared/contract/batch.ts'
import { useFormat } from '../../i18n/format.ts'
import { RefusedList } from './refused-list.tsx'

interface Props {
  readonly workspace: string
  readonly relation: string
  readonly done: BatchApplied
  readonly onClose: () => void
}

/** After a batch of which some rows were refused: what was saved, and what was not. */
export function BulkDone({ workspace, relation, done: { saved, refused, refusedTotal }, onClose }: Props) {
  const { t } = useTranslation('bulk')
  const { t: common } = useTranslation()
  const format = useFormat()
  return (
    <Stack gap="md">
      <span role="status">{t('saved', { count: saved.length })}</span>
      <RefusedList
        workspace={workspace}
        relation={relation}
        title={t('notSaved', { count: refusedTotal, number: format.number(refusedTotal) })}
        refused={refused}
        total={refusedTotal}
      />
      <Group justify="flex-end">
        <Button data-autofocus onClick={onClose}>
          {common('close')}
        </Button>
      </Group>
    </Stack>
  )
}
