import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { BatchPreview } from '#shared/contract/batch.ts'
import type { Relation } from '#shared/contract/catalogue.ts'
import { toastUndo } from '../../components/toast-undo.tsx'
import { offerToTakeBack } from '../batch/take-back.ts'
import { useBatch } from '../batch/use-batch.ts'
import { stagedWork, withAnswers } from './staged-work.ts'
import { changeStaging, type Staging, sizeOf, stagingOf, withoutRows } from './staging.ts'

/** What can be done with the cells that are staged for a table. */
export function useStagingWork(workspace: string, relation: Relation) {
  const { t } = useTranslation('staging')
  const batch = useBatch(workspace, relation.relation)
  const change = (how: (staging: Staging) => Staging) => changeStaging(workspace, relation.relation, how)

  /** Tries them out here; what is wrong is said on its cell. @returns undefined when it could not be tried */
  const check = async (): Promise<Pick<BatchPreview, 'changing' | 'refusedTotal'> | undefined> => {
    const { work, unread } = stagedWork(relation, stagingOf(workspace, relation.relation))
    const unreadTotal = Object.keys(unread).length
    const nothing = { changing: 0, refusedTotal: 0, refused: [] }
    const answer = work.rows.length === 0 ? nothing : await batch.preview(work)
    if (!answer) return undefined
    change((staging) => withAnswers(staging, answer, unread))
    return { changing: answer.changing, refusedTotal: answer.refusedTotal + unreadTotal }
  }

  /** Saves each row as a decision. What is refused stays staged, with the reason. */
  const apply = async () => {
    const before = stagingOf(workspace, relation.relation)
    const { work, unread } = stagedWork(relation, before)
    const done = work.rows.length === 0 ? undefined : await batch.apply(work)
    if (!done) return change((staging) => withAnswers(staging, { refused: [] }, unread))
    const saved = done.saved.map(({ key }) => key)
    change((staging) => withAnswers(withoutRows(staging, saved), done, unread))
    const taken = withoutRows(
      before,
      Object.keys(before).filter((key) => !saved.includes(key)),
    )
    const message = t('applied', { count: saved.length })
    offerToTakeBack(
      workspace,
      done.saved.map(({ entry }) => entry),
      message,
      (offer) => {
        if (offer.is === 'taken' && offer.undone > 0) change((staging) => ({ ...taken, ...staging }))
      },
    )
  }

  const discard = () => {
    const before = stagingOf(workspace, relation.relation)
    change(() => ({}))
    toastUndo(t('discarded', { count: sizeOf(before).cells }), i18next.t('bulk:undo'), () =>
      change((staging) => ({ ...before, ...staging })),
    )
  }
  return { ...batch, check, apply, discard, change }
}
