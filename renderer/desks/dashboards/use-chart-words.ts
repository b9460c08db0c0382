import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage, manifestOf } from '#renderer/features/workspaces/systems.ts'
import { useWorkspaceItem } from '#renderer/features/workspaces/workspaces-store.ts'
import { useFormat } from '#renderer/i18n/format.ts'
import type { Chart } from '#shared/contract/dashboards.ts'

/** How a value of a chart is written: a month, a day, a word of the manifest's lists, else as it is. */
export function useChartWords(workspace: string, chart: Pick<Chart, 'x' | 'rows'>): (value: string) => string {
  const { i18n } = useTranslation()
  const format = useFormat()
  const manifest = manifestOf(useWorkspaceItem(workspace)?.system)
  const { x, rows } = chart
  return useMemo(() => {
    const bare = rows?.relation.replace(/^public\./, '')
    const own = manifest?.labels[`${bare}.${rows?.column ?? x}`]
    const lists = [...(own ? [own] : []), ...Object.values(manifest?.labels ?? {})]
    return (value) => {
      if (/^\d{4}-\d{2}$/.test(value) || (x === 'month' && /^\d{4}-\d{2}-01$/.test(value))) return format.month(value)
      if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return format.day(value)
      const label = lists.find((list) => Object.hasOwn(list, value))?.[value]
      return label ? inLanguage(label, i18n.language) : value
    }
  }, [manifest, rows, x, format, i18n.language])
}
