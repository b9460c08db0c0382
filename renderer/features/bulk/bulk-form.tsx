import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { getHotkeyHandler } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BatchWork } from '#shared/contract/batch.ts'
import type { Relation } from '#shared/contract/catalogue.ts'
import type { Problem } from '#shared/contract/errors.ts'
import { Shortcut } from '../../components/shortcut.tsx'
import { ActionFields } from '../actions/action-fields.tsx'
import { useCatalogueWords } from '../catalogue/use-words.ts'
import { RecordForm } from '../forms/record-form.tsx'
import { NotJson } from '../forms/values.ts'
import { inLanguage } from '../workspaces/systems.ts'
import { type Bulk, type Filled, type Rows, workOf } from './bulk-work.ts'

interface Props {
  readonly workspace: string
  readonly relation: Relation
  readonly bulk: Exclude<Bulk, { kind: 'delete' }>
  readonly rows: Rows
  readonly problem: Problem | undefined
  readonly isBusy: boolean
  readonly onTry: (work: BatchWork) => void
  readonly onCancel: () => void
}

/** Asks what is to be the same for all rows: a column and its value, or the arguments of an action. */
export function BulkForm({ workspace, relation, bulk, rows, problem, isBusy, onTry, onCancel }: Props) {
  const { t, i18n } = useTranslation('bulk')
  const { t: common } = useTranslation()
  const words = useCatalogueWords(workspace)
  const [filled, setFilled] = useState<Filled>({ column: null, draft: {} })
  const [unread, setUnread] = useState<Problem>()
  const fill = (name: string, value: string | null) =>
    setFilled(({ column, draft }) => ({ column, draft: { ...draft, [name]: value } }))
  const column = bulk.kind === 'set' ? bulk.columns.find(({ name }) => name === filled.column) : undefined
  const isReady = bulk.kind === 'call' || column !== undefined

  const tryOut = () => {
    setUnread(undefined)
    try {
      const work = workOf(bulk, rows, filled)
      if (work) onTry(work)
    } catch (error) {
      if (!(error instanceof NotJson)) throw error
      setUnread({ code: 'bad_request', message: error.message, field: error.field, reason: 'value.not_json' })
    }
  }
  return (
    <Stack gap="md" onKeyDown={getHotkeyHandler([['mod+Enter', tryOut]])}>
      {bulk.kind === 'call' ? (
        <>
          {bulk.offered.called.comment && <Text c="dimmed">{bulk.offered.called.comment}</Text>}
          <ActionFields
            workspace={workspace}
            action={bulk.offered.action}
            called={bulk.offered.called}
            draft={filled.draft}
            problem={unread ?? problem}
            onChange={fill}
          />
          {bulk.offered.action.confirm && <Text>{inLanguage(bulk.offered.action.confirm, i18n.language)}</Text>}
        </>
      ) : (
        <>
          <Select
            data-autofocus
            searchable
            label={t('column')}
            data={bulk.columns.map(({ name }) => ({ value: name, label: words.column(relation.relation, name) }))}
            value={filled.column}
            onChange={(name) => setFilled({ column: name, draft: {} })}
          />
          {column && (
            <RecordForm
              workspace={workspace}
              relation={relation}
              columns={[column]}
              draft={filled.draft}
              labels={{}}
              problem={unread ?? problem}
              onChange={fill}
            />
          )}
          {column?.nullable && <Text c="dimmed">{t('emptied')}</Text>}
        </>
      )}
      <Group justify="flex-end" gap="sm">
        <Button onClick={onCancel}>{common('cancel')}</Button>
        <Button
          variant="filled"
          disabled={isBusy || !isReady}
          rightSection={<Shortcut keys="mod+Enter" />}
          onClick={tryOut}
        >
          {t('preview')}
        </Button>
      </Group>
    </Stack>
  )
}
