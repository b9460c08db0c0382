import { useWindowEvent } from '@mantine/hooks'
import { type RefObject, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { toastDone, toastProblem } from '../../components/toast.ts'
import { useFormat } from '../../i18n/format.ts'
import type { Extent } from './cell-range.ts'
import { type CopiedText, copiedText, pastedCells } from './range-text.ts'

export type Stored = readonly (readonly (string | null)[])[]

interface Options<Row> {
  /** The grid: it copies while the focus is in it. */
  readonly frame: RefObject<HTMLElement | null>
  readonly extent: () => Extent | undefined
  /** Rows by their places: at once where they are loaded. */
  readonly rows: (first: number, last: number) => readonly Row[] | Promise<readonly Row[]>
  /** Their cells as the database has them; undefined where nothing is copied. */
  readonly stored: ((rows: readonly Row[], columns: readonly string[]) => Stored | Promise<Stored>) | undefined
  readonly onPaste: ((extent: Extent, cells: Stored) => void) | undefined
}

/** Copies the range of cells, and hands on what is pasted over it. Without marked text both reach the page only. */
export function useClipboardCells<Row>({ frame, extent, rows, stored, onPaste }: Options<Row>) {
  const { t } = useTranslation('grid')
  const format = useFormat()
  const ready = useRef<CopiedText>(undefined)

  const put = (event: ClipboardEvent, text: CopiedText, count: number) => {
    event.clipboardData?.setData('text/plain', text.plain)
    event.clipboardData?.setData('text/html', text.html)
    event.preventDefault()
    toastDone(t('copied', { count, number: format.number(count) }))
  }

  useWindowEvent('copy', (event) => {
    const now = extent()
    if (!now?.columns.length || !stored || !isHere(frame.current)) return
    const count = now.columns.length * (now.last - now.first + 1)
    if (ready.current) return put(event, ready.current, count)
    const found = rows(now.first, now.last)
    const cells =
      found instanceof Promise ? found.then((some) => stored(some, now.columns)) : stored(found, now.columns)
    if (!(cells instanceof Promise)) return put(event, copiedText(cells), count)
    event.preventDefault()
    // What has to be fetched is copied by a second event, once it is here.
    cells.then((some) => {
      ready.current = copiedText(some)
      document.execCommand('copy')
      ready.current = undefined
    }, toastProblem)
  })

  useWindowEvent('paste', (event) => {
    const now = extent()
    if (!now?.columns.length || !onPaste || !isHere(frame.current)) return
    event.preventDefault()
    onPaste(now, pastedCells(event.clipboardData?.getData('text/plain') ?? ''))
  })
}

/** In a field, or with marked text, the browser copies and pastes by itself. */
function isHere(frame: HTMLElement | null): boolean {
  const { activeElement } = document
  const isField = activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement
  return !isField && (frame?.contains(activeElement) ?? false) && (getSelection()?.isCollapsed ?? true)
}
