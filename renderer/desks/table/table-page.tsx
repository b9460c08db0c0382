import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { Page } from '#renderer/components/page.tsx'
import { ProblemNote } from '#renderer/components/problem-note.tsx'
import { useRelation } from '#renderer/features/catalogue/use-catalogue.ts'
import { NotFound } from '#renderer/features/frame/not-found.tsx'
import { useWorkspace } from '#renderer/routes/use-workspace.ts'
import { TableRows } from './table-rows.tsx'

/** Any table or view of any system, as a list. */
export function TablePage() {
  const { t } = useTranslation('tables')
  const workspace = useWorkspace()
  const { relation: name = '' } = useParams()
  const { data: relation, problem, reload } = useRelation(workspace, name)
  if (problem && !relation)
    return (
      <Page title={t('title')}>
        <ProblemNote problem={problem} onRetry={reload} />
      </Page>
    )
  if (relation === undefined) return <Page title={t('title')}>{null}</Page>
  if (relation === null) return <NotFound />
  return <TableRows key={relation.relation} workspace={workspace} relation={relation} />
}
