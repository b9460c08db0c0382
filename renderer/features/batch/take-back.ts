import i18next from 'i18next'
import { api } from '../../bridge/api.ts'
import { toastDone, toastProblem } from '../../components/toast.ts'
import { toastUndo } from '../../components/toast-undo.tsx'

/**
 * Says that a batch is saved, and offers to take it back as long as none of it has left this computer.
 * @param onTaken called when something of it was taken back
 */
export function offerToTakeBack(
  workspace: string,
  entries: readonly string[],
  message: string,
  onTaken: () => void = () => undefined,
): void {
  if (entries.length === 0) return
  toastUndo(message, i18next.t('bulk:undo'), () => {
    api.batch.undo({ workspace, entries: [...entries] }).then(({ undone, late }) => {
      if (undone > 0) onTaken()
      const words = [
        undone > 0 && i18next.t('bulk:undone', { count: undone }),
        late > 0 && i18next.t('bulk:late', { count: late }),
      ]
      toastDone(words.filter(Boolean).join(' '))
    }, toastProblem)
  })
}
