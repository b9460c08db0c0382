import { useHotkeys } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { BackButton } from '#renderer/components/back-button.tsx'
import { Page } from '#renderer/components/page.tsx'
import { ProblemNote } from '#renderer/components/problem-note.tsx'
import { useRelation } from '#renderer/features/catalogue/use-catalogue.ts'
import { useCatalogueWords } from '#renderer/features/catalogue/use-words.ts'
import { NotFound } from '#renderer/features/frame/not-found.tsx'
import { paths } from '#renderer/routes/paths.ts'
import { useWorkspace } from '#renderer/routes/use-workspace.ts'
import { ImportSteps } from './import-steps.tsx'

/** Rows of a file into any table that the person may write to. */
export function ImportPage() {
  const { t } = useTranslation('imports')
  const workspace = useWorkspace()
  const navigate = useNavigate()
  const words = useCatalogueWords(workspace)
  const { relation: name = '' } = useParams()
  const { data: relation, problem, reload } = useRelation(workspace, name)
  const back = () => void navigate(paths.table(workspace, name))
  useHotkeys([['Escape', back]])
  if (relation === null || (relation && !relation.may.insert && !relation.may.update)) return <NotFound />
  const table = words.table(name)
  return (
    <Page title={t('title', { table })} before={<BackButton label={t('back', { table })} onClick={back} />}>
      {problem && !relation && <ProblemNote problem={problem} onRetry={reload} />}
      {relation && <ImportSteps key={name} workspace={workspace} relation={relation} />}
    </Page>
  )
}
