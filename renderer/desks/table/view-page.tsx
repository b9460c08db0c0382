import { IconTableOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { Page } from '#renderer/components/page.tsx'
import { ProblemNote } from '#renderer/components/problem-note.tsx'
import { useCatalogue } from '#renderer/features/catalogue/use-catalogue.ts'
import { useCatalogueWords } from '#renderer/features/catalogue/use-words.ts'
import { fitting } from '#renderer/features/filter/filter-tree.ts'
import { useViews } from '#renderer/features/views/use-views.ts'
import type { View } from '#renderer/features/views/view.ts'
import { ViewMenu } from '#renderer/features/views/view-menu.tsx'
import { paths } from '#renderer/routes/paths.ts'
import { useWorkspace } from '#renderer/routes/use-workspace.ts'
import type { Relation } from '#shared/contract/catalogue.ts'
import { TableRows } from './table-rows.tsx'

/** A list with a name. Where a table or a column of it is gone, it says so and shows what it can. */
export function ViewPage() {
  const { t } = useTranslation('views')
  const workspace = useWorkspace()
  const { view: id = '' } = useParams()
  const words = useCatalogueWords(workspace)
  const { data: catalogue } = useCatalogue(workspace)
  const { data: views, problem, reload } = useViews(workspace)
  const view = views?.find((one) => one.id === id)
  const relation = catalogue?.relations.find((one) => one.relation === view?.relation)
  const icon = <IconTableOff size={28} stroke={1.4} aria-hidden="true" />
  if (problem && !views)
    return (
      <Page title={t('title')}>
        <ProblemNote problem={problem} onRetry={reload} />
      </Page>
    )
  if (!views || !catalogue) return <Page title={t('title')}>{null}</Page>
  if (!view || !relation)
    return (
      <Page
        title={view?.label ?? t('title')}
        actions={
          view && (
            <ViewMenu
              workspace={workspace}
              view={view}
              changed={false}
              content={() => view}
              onReset={() => undefined}
            />
          )
        }
      >
        <EmptyState
          icon={icon}
          title={t(view ? 'goneTable' : 'goneView')}
          hint={view ? t('goneTableHint', { table: words.table(view.relation) }) : t('goneViewHint')}
        >
          <Link to={paths.tables(workspace)}>{t('allTables')}</Link>
        </EmptyState>
      </Page>
    )
  const { view: shown, gone } = fittingView(view, relation)
  return (
    <TableRows key={`${id} ${contentKey(view)}`} workspace={workspace} relation={relation} view={shown} gone={gone} />
  )
}

/** Saved anew, it starts anew from what was saved. */
function contentKey({ filter, sort, columns }: View): string {
  return JSON.stringify([filter, sort, columns])
}

function fittingView(view: View, { columns }: Relation): { readonly view: View; readonly gone: readonly string[] } {
  const has = (name: string) => columns.some((column) => column.name === name)
  const { filter, gone } = fitting(view.filter, has)
  const shown = view.columns?.filter(has) ?? []
  const named = [...gone, ...view.sort.map(({ column }) => column), ...(view.columns ?? [])]
  return {
    view: {
      ...view,
      filter,
      sort: view.sort.filter(({ column }) => has(column)),
      columns: shown.length > 0 ? shown : null,
    },
    gone: [...new Set(named.filter((name) => !has(name)))],
  }
}
