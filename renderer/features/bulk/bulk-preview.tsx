import { Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BatchPreview } from '#shared/contract/batch.ts'
import type { Relation } from '#shared/contract/catalogue.ts'
import { useFormat } from '../../i18n/format.ts'
import { useCatalogueWords } from '../catalogue/use-words.ts'
import type { Bulk } from './bulk-work.ts'
import { FirstChanges } from './first-changes.tsx'
import { RefusedList } from './refused-list.tsx'

interface Props {
  readonly workspace: string
  readonly relation: Relation
  readonly kind: Bulk['kind']
  readonly tried: BatchPreview
  readonly isBusy: boolean
  readonly onBack: () => void
  readonly onApply: () => void
}

const verbs = { set: 'apply', delete: 'applyDelete', call: 'applyCall' } as const

/** What a decision for many rows would do: how many rows, what of what, and which would be refused and why. */
export function BulkPreview({ workspace, relation, kind, tried, isBusy, onBack, onApply }: Props) {
  const { t } = useTranslation('bulk')
  const { t: common } = useTranslation()
  const { t: record } = useTranslation('record')
  const format = useFormat()
  const words = useCatalogueWords(workspace)
  const { total, changing, unchanged, onlyServer, refusedTotal, consequences } = tried
  const counts = { total: format.number(total), changing: format.number(changing) }
  return (
    <Stack gap="md">
      <div role="status">
        <Text fw={500}>{t(kind === 'delete' ? 'wouldDelete' : 'would', counts)}</Text>
        {unchanged > 0 && <Text>{t('unchanged', { count: unchanged, number: format.number(unchanged) })}</Text>}
        {onlyServer > 0 && <Text>{t('onlyServer', { count: onlyServer, number: format.number(onlyServer) })}</Text>}
      </div>
      {consequences.length > 0 && (
        <div>
          <Text fw={500}>{t('alsoDeleted')}</Text>
          <ul>
            {consequences.map(({ relation: other, columns, effect, rows }) => (
              <li key={`${other} ${columns.join()} ${effect}`}>
                {record(`effect.${effect}`, { number: format.number(rows), count: rows, table: words.table(other) })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {kind !== 'delete' && tried.first.length > 0 && (
        <FirstChanges workspace={workspace} relation={relation} tried={tried} />
      )}
      {refusedTotal > 0 && (
        <RefusedList
          workspace={workspace}
          relation={relation.relation}
          title={t('refused', { count: refusedTotal, number: format.number(refusedTotal) })}
          refused={tried.refused}
          total={refusedTotal}
        />
      )}
      {changing === 0 && <Text>{t('nothingLeft')}</Text>}
      <Group justify="flex-end" gap="sm">
        <Button onClick={onBack}>{kind === 'delete' ? common('cancel') : t('back')}</Button>
        <Button
          data-autofocus
          variant="filled"
          color={kind === 'delete' ? 'danger' : 'accent'}
          disabled={isBusy || changing === 0}
          onClick={onApply}
        >
          {t(verbs[kind], { count: changing })}
        </Button>
      </Group>
    </Stack>
  )
}
