import { useHotkeys } from '@mantine/hooks'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../bridge/api.ts'
import { useCall } from '../../bridge/use-call.ts'
import { Shortcut } from '../../components/shortcut.tsx'
import { toastDone, toastProblem } from '../../components/toast.ts'
import { useNow } from '../../components/use-now.ts'
import { useEntryWords } from '../entries/entry-words.ts'
import classes from './status-line.module.css'

/** Takes back the last decision while it has not been sent, with the seconds that are left for it. */
export function UndoButton({ workspace }: { readonly workspace: string }) {
  const { t } = useTranslation('sync')
  const words = useEntryWords(workspace)
  const { data } = useCall(`undo/${workspace}`, () => api.outbox.list({ workspace, limit: 20 }), { workspace })
  const last = useMemo(() => {
    const entry = data?.entries.findLast(({ state, undoMs }) => state === 'pending' && undoMs > 0)
    return entry && { id: entry.id, what: words(entry).what, until: performance.now() + entry.undoMs }
  }, [data, words])
  useNow(250, last !== undefined)
  // Not the time of day: that clock may be set while the seconds run.
  const left = last ? Math.ceil((last.until - performance.now()) / 1_000) : 0

  async function undo() {
    if (!last || left <= 0) return
    try {
      await api.entries.undo({ workspace, id: last.id })
      toastDone(t('undone', { what: last.what }))
    } catch (error) {
      toastProblem(error)
    }
  }

  useHotkeys([['mod+Z', () => void undo()]])
  if (!last || left <= 0) return null
  return (
    <button type="button" className={classes.undo} onClick={undo} aria-keyshortcuts="Control+Z Meta+Z">
      <IconArrowBackUp size={14} aria-hidden="true" />
      <span className={classes.what}>{t('undo', { what: last.what })}</span>
      <Shortcut keys="mod+Z" />
      <span className={classes.seconds}>{t('seconds', { count: left })}</span>
    </button>
  )
}
