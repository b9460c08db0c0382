import i18next from 'i18next'
import { api } from '../../bridge/api.ts'
import { onEngineEvent } from '../../bridge/engine-events.ts'
import { toastDone, toastProblem, toastProgress } from '../../components/toast.ts'
import { OFFERED, toastUndo } from '../../components/toast-undo.tsx'
import { formatIn } from '../../i18n/format.ts'

/** What ends sooner needs no word on the way. Milliseconds. */
const WORTH_A_WORD = 1_000

/** Where an offer to take something back stands. */
export type Offer =
  /** Until when, as `performance.now` counts, and the same that the toast does. */
  | { readonly is: 'open'; readonly until: number; readonly take: () => void }
  | { readonly is: 'taking' }
  | { readonly is: 'taken'; readonly undone: number; readonly late: number }

/**
 * Says that several decisions are saved, and offers to take them back as long as they have not left this computer.
 * @param tell called whenever the offer stands otherwise, from its beginning on
 */
export function offerToTakeBack(
  workspace: string,
  entries: readonly string[],
  message: string,
  tell: (offer: Offer) => void = () => undefined,
  label: string = i18next.t('bulk:undo'),
): void {
  if (entries.length === 0) return
  const take = () => {
    close()
    tell({ is: 'taking' })
    takeBack(workspace, entries).then(
      (taken) => {
        tell({ is: 'taken', ...taken })
        toastDone(wordsFor(taken))
      },
      (error: unknown) => {
        toastProblem(error)
        // What could not be taken back is kept here once more.
        offerToTakeBack(workspace, entries, message, tell, label)
      },
    )
  }
  const close = toastUndo(message, label, take)
  tell({ is: 'open', until: performance.now() + OFFERED, take })
}

async function takeBack(workspace: string, entries: readonly string[]) {
  const id = crypto.randomUUID()
  const begun = performance.now()
  const progress = toastProgress()
  const unlisten = onEngineEvent('batchProgress', (event) => {
    if (event.id !== id || performance.now() - begun < WORTH_A_WORD) return
    const { number } = formatIn(i18next.language)
    progress.say(i18next.t('bulk:takingBack', { done: number(event.done), total: number(event.total) }))
  })
  try {
    return await api.batch.undo({ workspace, id, entries: [...entries] })
  } finally {
    unlisten()
    progress.end()
  }
}

function wordsFor({ undone, late }: { readonly undone: number; readonly late: number }): string {
  const counted = (count: number) => ({ count, number: formatIn(i18next.language).number(count) })
  const words = [
    undone > 0 && i18next.t('bulk:undone', counted(undone)),
    late > 0 && i18next.t('bulk:late', counted(late)),
  ]
  return words.filter(Boolean).join(' ')
}
