import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api } from '#renderer/bridge/api.ts'
import { useCall } from '#renderer/bridge/use-call.ts'
import { ProblemNote } from '#renderer/components/problem-note.tsx'
import { useCatalogueWords } from '#renderer/features/catalogue/use-words.ts'
import { useSubmit } from '#renderer/features/forms/use-submit.ts'
import { useFormat } from '#renderer/i18n/format.ts'
import { paths } from '#renderer/routes/paths.ts'
import type { Relation } from '#shared/contract/catalogue.ts'
import { keyOf, type RecordData } from './record-data.ts'

interface Props {
  readonly workspace: string
  readonly relation: Relation
  readonly record: RecordData
  readonly opened: boolean
  readonly onClose: () => void
}

/** Counts what would go with a row before it goes. */
export function DeleteDialog({ workspace, relation, record, opened, onClose }: Props) {
  const { t } = useTranslation('record')
  const { t: common } = useTranslation()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('deleteTitle', { what: record.title })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Consequences workspace={workspace} relation={relation} record={record} onClose={onClose} />
    </Modal>
  )
}

function Consequences({ workspace, relation, record, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('record')
  const format = useFormat()
  const navigate = useNavigate()
  const words = useCatalogueWords(workspace)
  const { submit, busy, problem } = useSubmit(workspace)
  const asked = useCall(
    `deletion/${workspace}/${relation.relation}/${record.key}`,
    () => api.record.deletion({ workspace, relation: relation.relation, key: record.key }),
    { workspace },
  )
  const remove = async () => {
    const key = keyOf(relation, record.key)
    if (!(await submit(() => ({ kind: 'delete', relation: relation.relation, key })))) return
    onClose()
    void navigate(paths.table(workspace, relation.relation))
  }
  const { data } = asked
  return (
    <Stack gap="md">
      {asked.problem && <ProblemNote problem={asked.problem} onRetry={asked.reload} />}
      {data?.consequences.length === 0 && <Text>{t('nothingElse')}</Text>}
      {data && data.consequences.length > 0 && (
        <ul>
          {data.consequences.map(({ relation: other, columns, effect, rows }) => (
            <li key={`${other} ${columns.join()} ${effect}`}>
              {t(`effect.${effect}`, { number: format.number(rows), count: rows, table: words.table(other) })}
            </li>
          ))}
        </ul>
      )}
      {data?.refused && <Text c="var(--o-rejected)">{t('stillUsed')}</Text>}
      {problem && <ProblemNote problem={problem} />}
      <Group justify="flex-end" gap="sm">
        <Button onClick={onClose} data-autofocus>
          {t('keep')}
        </Button>
        <Button
          variant="filled"
          color="danger"
          disabled={busy || data === undefined || data.refused}
          onClick={() => void remove()}
        >
          {t('delete')}
        </Button>
      </Group>
    </Stack>
  )
}
