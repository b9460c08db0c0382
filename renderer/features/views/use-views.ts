import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallResult } from '../../bridge/use-call.ts'
import { fullName, useCatalogue } from '../catalogue/use-catalogue.ts'
import { inLanguage, manifestOf } from '../workspaces/systems.ts'
import { useWorkspaceItem } from '../workspaces/workspaces-store.ts'
import { useSavedViews } from './saved-views.tsx'
import type { View } from './view.ts'

/** The views of a workspace: those of the product that the person may see, then their own. */
export function useViews(workspace: string): CallResult<readonly View[]> {
  const { i18n } = useTranslation()
  const { language } = i18n
  const manifest = manifestOf(useWorkspaceItem(workspace)?.system)
  const { data: catalogue } = useCatalogue(workspace)
  const { data: saved, ...rest } = useSavedViews()
  const data = useMemo(() => {
    if (saved === undefined || catalogue === undefined) return undefined
    const made = (manifest?.views ?? []).map(
      ({ name, label, table, filter, sort, columns, waits }): View => ({
        id: name,
        label: inLanguage(label, language),
        relation: fullName(table),
        filter,
        sort: [...sort],
        columns: columns ? [...columns] : null,
        own: false,
        shared: false,
        waits: waits ?? false,
      }),
    )
    const seen = made.filter(({ relation }) => catalogue.relations.some((one) => one.relation === relation))
    return [...seen, ...saved.views.map(({ name, ...view }): View => ({ ...view, label: name, waits: false }))]
  }, [manifest, language, catalogue, saved])
  return { ...rest, data }
}
