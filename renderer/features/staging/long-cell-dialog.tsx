import { Button, Group, Modal, Stack } from '@mantine/core'
import { getHotkeyHandler } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column, Relation } from '#shared/contract/catalogue.ts'
import { api } from '../../bridge/api.ts'
import { useCall } from '../../bridge/use-call.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { Shortcut } from '../../components/shortcut.tsx'
import { useCatalogueWords } from '../catalogue/use-words.ts'
import { RecordForm } from '../forms/record-form.tsx'
import type { Draft } from '../forms/values.ts'
import { changeStaging, useStaging, withCell } from './staging.ts'

interface Props {
  readonly workspace: string
  readonly relation: Relation
  readonly column: Column
  readonly rowKey: string
  readonly onClose: () => void
}

/** Edits a value that has no room in its cell, whole, with the form's own input. */
export function LongCellDialog({ workspace, relation, column, rowKey, onClose }: Props) {
  const { t } = useTranslation('staging')
  const { t: common } = useTranslation()
  const words = useCatalogueWords(workspace)
  const staged = useStaging(workspace, relation.relation)[rowKey]?.cells[column.name]
  const [draft, setDraft] = useState<Draft>({})
  const {
    data: record,
    problem,
    reload,
  } = useCall(`cell/${workspace}/${relation.relation}/${rowKey}`, () =>
    api.record.get({ workspace, relation: relation.relation, key: rowKey }),
  )
  const seen = record?.cells[column.name] ?? null
  const now = { [column.name]: staged ? staged.value : seen, ...draft }
  const keep = () => {
    if (!record) return
    const written = { key: rowKey, title: record.title, column: column.name, value: now[column.name] ?? null, seen }
    changeStaging(workspace, relation.relation, (staging) => withCell(staging, written))
    onClose()
  }
  const title = t('editOf', { column: words.column(relation.relation, column.name), row: record?.title ?? '' })
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': common('close') }} size="lg">
      <Stack gap="md" onKeyDown={getHotkeyHandler([['mod+Enter', keep]])}>
        {problem && !record && <ProblemNote problem={problem} onRetry={reload} />}
        {record && (
          <RecordForm
            workspace={workspace}
            relation={relation}
            columns={[column]}
            draft={now}
            labels={record.labels}
            problem={undefined}
            isWide
            onChange={(_, value) => setDraft({ [column.name]: value })}
          />
        )}
        <Group justify="flex-end" gap="sm">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button variant="filled" disabled={!record} rightSection={<Shortcut keys="mod+Enter" />} onClick={keep}>
            {t('keep')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
