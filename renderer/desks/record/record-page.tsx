import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { api } from '#renderer/bridge/api.ts'
import { useCall } from '#renderer/bridge/use-call.ts'
import { BackButton } from '#renderer/components/back-button.tsx'
import { Page } from '#renderer/components/page.tsx'
import { ProblemNote } from '#renderer/components/problem-note.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { usePageKeys } from '#renderer/components/use-page-keys.ts'
import { When } from '#renderer/components/when.tsx'
import { fullName, useRelation } from '#renderer/features/catalogue/use-catalogue.ts'
import { useCatalogueWords } from '#renderer/features/catalogue/use-words.ts'
import { NotFound } from '#renderer/features/frame/not-found.tsx'
import { paths } from '#renderer/routes/paths.ts'
import { useWorkspace } from '#renderer/routes/use-workspace.ts'
import { MissingRow } from './missing-row.tsx'
import { PrintHead } from './print-head.tsx'
import classes from './record.module.css'
import { RecordActions } from './record-actions.tsx'
import { mayEdit } from './record-data.ts'
import { RecordEditor } from './record-editor.tsx'
import { RecordFields } from './record-fields.tsx'
import { RecordHistory } from './record-history.tsx'
import { RelatedRows } from './related-rows.tsx'
import { useOrigin } from './use-origin.ts'

/** One row of any table: every field, what refers to it, what happened to it, what can be done with it. */
export function RecordPage() {
  const { t } = useTranslation('record')
  const navigate = useNavigate()
  const workspace = useWorkspace()
  const { relation: name = '', key = '' } = useParams()
  const words = useCatalogueWords(workspace)
  const { data: relation } = useRelation(workspace, name)
  const { data, problem, reload } = useCall(
    `record/${workspace}/${name}/${key}`,
    () => api.record.get({ workspace, relation: fullName(name), key }),
    { workspace },
  )
  const isMissing = !data && problem?.code === 'not_found'
  const origin = useOrigin(workspace, relation ?? undefined, key, isMissing || data?.mark === 'fetched')
  // It has come: the answer that it was missing is an old one.
  const isHere = isMissing && (origin.origin?.from === 'here' || origin.origin?.from === 'fetched')
  useEffect(() => {
    if (isHere) reload()
  }, [isHere, reload])
  const [editing, setEditing] = useState<string>()
  const isEdited = editing === key
  const back = () => (isEdited ? setEditing(undefined) : void navigate(paths.table(workspace, name)))
  const edit = () => relation && mayEdit(relation) && setEditing(key)
  usePageKeys([
    { keys: 'Escape', run: back },
    { keys: 'E', run: () => void edit() },
    { keys: 'mod+P', run: () => window.print() },
  ])
  if (relation === null) return <NotFound />
  return (
    <Page
      title={data?.title || words.row(fullName(name))}
      note={
        <>
          {data && words.row(fullName(name))} {data?.mark && <StateMark state={data.mark} />}
          {data && origin.origin?.from === 'fetched' && (
            <>
              {' '}
              {t('asOf')} <When at={origin.origin.at} />
            </>
          )}
        </>
      }
      before={<BackButton label={t('back', { table: words.table(fullName(name)) })} onClick={back} />}
      actions={
        relation &&
        data && <RecordActions workspace={workspace} relation={relation} record={data} onEdit={() => void edit()} />
      }
    >
      <PrintHead workspace={workspace} system={words.manifest?.name} />
      {isMissing && relation && <MissingRow {...origin} />}
      {problem && !data && !isMissing && (
        <div className={classes.problem}>
          <ProblemNote problem={problem} onRetry={reload} />
        </div>
      )}
      {relation && data && (
        <div className={classes.record}>
          <div className={classes.main}>
            {isEdited ? (
              <RecordEditor
                workspace={workspace}
                relation={relation}
                record={data}
                onClose={() => setEditing(undefined)}
              />
            ) : (
              <RecordFields workspace={workspace} relation={relation} record={data} />
            )}
          </div>
          <aside className={classes.aside} aria-label={t('around')}>
            <RelatedRows workspace={workspace} relation={relation} record={data} />
            <RecordHistory workspace={workspace} relation={relation.relation} recordKey={key} />
          </aside>
        </div>
      )}
    </Page>
  )
}
