import { Modal, Stack } from '@mantine/core'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BatchApplied, BatchPreview, BatchWork } from '#shared/contract/batch.ts'
import type { Relation } from '#shared/contract/catalogue.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { toastDone } from '../../components/toast.ts'
import { BatchProgress } from '../batch/batch-progress.tsx'
import { offerToTakeBack } from '../batch/take-back.ts'
import { useBatch } from '../batch/use-batch.ts'
import { useCatalogueWords } from '../catalogue/use-words.ts'
import { inLanguage } from '../workspaces/systems.ts'
import { BulkDone } from './bulk-done.tsx'
import { BulkForm } from './bulk-form.tsx'
import { BulkPreview } from './bulk-preview.tsx'
import type { Bulk, Rows } from './bulk-work.ts'
import { clearPicks } from './picks.ts'

interface Props {
  readonly workspace: string
  readonly relation: Relation
  readonly rows: Rows
  readonly bulk: Bulk
  readonly onClose: () => void
}

/** One decision for many rows: filled in, tried out and looked at, then saved as one entry a row. */
export function BulkDialog({ workspace, relation, rows, bulk, onClose }: Props) {
  const { t, i18n } = useTranslation('bulk')
  const { t: common } = useTranslation()
  const words = useCatalogueWords(workspace)
  const batch = useBatch(workspace, relation.relation)
  const [work, setWork] = useState<BatchWork>()
  const [tried, setTried] = useState<BatchPreview>()
  const [done, setDone] = useState<BatchApplied>()
  const table = words.table(relation.relation)
  const title =
    bulk.kind === 'call'
      ? inLanguage(bulk.offered.action.label, i18n.language)
      : t(bulk.kind === 'set' ? 'setTitle' : 'deleteTitle', { table })

  const tryOut = async (wanted: BatchWork) => {
    setWork(wanted)
    setTried(await batch.preview(wanted))
  }
  const apply = async () => {
    const answer = work && (await batch.apply(work))
    if (!answer) return
    offerToTakeBack(
      workspace,
      answer.saved.map(({ entry }) => entry),
      t('saved', { count: answer.saved.length }),
    )
    if (answer.stopped) toastDone(t('stopped'))
    if (answer.refusedTotal > 0) return setDone(answer)
    clearPicks()
    onClose()
  }
  const begin = useEffectEvent(() => {
    if (bulk.kind === 'delete') void tryOut({ kind: 'delete', rows })
  })
  useEffect(() => begin(), [])
  const close = () => {
    batch.stop()
    onClose()
  }
  const isApplying = batch.underway !== undefined && tried !== undefined
  return (
    <Modal opened onClose={close} title={title} closeButtonProps={{ 'aria-label': common('close') }} size="xl">
      <Stack gap="md">
        {batch.problem && <ProblemNote problem={batch.problem} />}
        {!tried && bulk.kind !== 'delete' && (
          <BulkForm
            workspace={workspace}
            relation={relation}
            bulk={bulk}
            rows={rows}
            problem={batch.problem}
            isBusy={batch.underway !== undefined}
            onTry={(wanted) => void tryOut(wanted)}
            onCancel={close}
          />
        )}
        {tried && !done && (
          <BulkPreview
            workspace={workspace}
            relation={relation}
            kind={bulk.kind}
            tried={tried}
            isBusy={isApplying}
            onBack={() => (bulk.kind === 'delete' ? close() : setTried(undefined))}
            onApply={() => void apply()}
          />
        )}
        {done && <BulkDone workspace={workspace} relation={relation.relation} done={done} onClose={onClose} />}
        <BatchProgress underway={batch.underway} label={t(isApplying ? 'doing' : 'trying')} onStop={batch.stop} />
      </Stack>
    </Modal>
  )
}
