import { create } from 'zustand'
import type { ExportFormat } from '#shared/contract/export.ts'
import { api } from '../../bridge/api.ts'
import { problemOf } from '../../bridge/api-error.ts'
import { onEngineEvent } from '../../bridge/engine-events.ts'
import { toastProblem } from '../../components/toast.ts'
import { saveFile } from './save-file.ts'

export interface RunningExport {
  readonly id: string
  /** What is exported, in words. */
  readonly name: string
  readonly done: number
  readonly total: number | undefined
  /** The file is whole, and on its way to the person. */
  readonly isWhole: boolean
  readonly since: number
}

type List = Omit<Parameters<typeof api.export.write>[0], 'id' | 'format'>

/** The exports that go on, whatever page is in view. */
export const useExports = create<{ readonly running: readonly RunningExport[] }>(() => ({ running: [] }))

function change(id: string, next: Partial<RunningExport>): void {
  useExports.setState(({ running }) => ({ running: running.map((one) => (one.id === id ? { ...one, ...next } : one)) }))
}

interface Wanted {
  readonly list: List
  readonly format: ExportFormat
  readonly name: string
  /** Without its ending. */
  readonly file: string
}

/** Exports rows to a file that the person keeps. @returns its name and how many rows it has; null when it was stopped */
export async function exportRows({ list, format, name, file }: Wanted): Promise<{ rows: number; file: string } | null> {
  const id = crypto.randomUUID()
  const begun = { id, name, done: 0, total: undefined, isWhole: false, since: Date.now() }
  useExports.setState(({ running }) => ({ running: [...running, begun] }))
  const unlisten = onEngineEvent('exportProgress', (event) => {
    if (event.id === id) change(id, { done: event.done, total: event.total })
  })
  try {
    const { rows } = await api.export.write({ ...list, id, format })
    change(id, { isWhole: true })
    await saveFile(id, `${file}.${format}`, format)
    return { rows, file: `${file}.${format}` }
  } catch (error) {
    if (problemOf(error).code !== 'cancelled') toastProblem(error)
    return null
  } finally {
    unlisten()
    useExports.setState(({ running }) => ({ running: running.filter((one) => one.id !== id) }))
    await api.export.drop({ id }).catch(() => undefined)
  }
}

export function stopExport(id: string): void {
  api.export.drop({ id }).catch(toastProblem)
}
