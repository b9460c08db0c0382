import { Button } from '@mantine/core'
import { getHotkeyHandler } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { api } from '#renderer/bridge/api.ts'
import { useCall } from '#renderer/bridge/use-call.ts'
import { BackButton } from '#renderer/components/back-button.tsx'
import { Page } from '#renderer/components/page.tsx'
import { ProblemNote } from '#renderer/components/problem-note.tsx'
import { Shortcut } from '#renderer/components/shortcut.tsx'
import { fullName, useRelation } from '#renderer/features/catalogue/use-catalogue.ts'
import { useCatalogueWords } from '#renderer/features/catalogue/use-words.ts'
import { RecordForm } from '#renderer/features/forms/record-form.tsx'
import { useSubmit } from '#renderer/features/forms/use-submit.ts'
import { type Draft, requestValues } from '#renderer/features/forms/values.ts'
import { NotFound } from '#renderer/features/frame/not-found.tsx'
import { paths } from '#renderer/routes/paths.ts'
import { useWorkspace } from '#renderer/routes/use-workspace.ts'
import type { Relation } from '#shared/contract/catalogue.ts'
import classes from './record.module.css'
import { editable, type RecordData } from './record-data.ts'

/** A new row of any table, empty or like another one. */
export function NewRecordPage() {
  const { t } = useTranslation('record')
  const workspace = useWorkspace()
  const { relation: name = '' } = useParams()
  const like = useSearchParams()[0].get('like')
  const { data: relation } = useRelation(workspace, name)
  const { data: model } = useCall(`like/${workspace}/${name}/${like}`, async () =>
    like === null ? null : api.record.get({ workspace, relation: fullName(name), key: like }),
  )
  if (relation === null) return <NotFound />
  if (!relation || model === undefined) return <Page title={t('new')}>{null}</Page>
  return <NewRecord key={`${name} ${like}`} workspace={workspace} relation={relation} model={model} />
}

interface Props {
  readonly workspace: string
  readonly relation: Relation
  readonly model: RecordData | null
}

function NewRecord({ workspace, relation, model }: Props) {
  const { t } = useTranslation('record')
  const navigate = useNavigate()
  const words = useCatalogueWords(workspace)
  // A key that the database makes up is left to it; any other is part of what a person writes.
  const made = relation.columns.filter(({ name, hasDefault }) => relation.key.includes(name) && !hasDefault)
  const columns = [...made, ...editable(relation)]
  const [draft, setDraft] = useState<Draft>(() => {
    const copied = editable(relation).flatMap(({ name }) => {
      const value = model?.cells[name]
      return value == null ? [] : [[name, value] as const]
    })
    return Object.fromEntries(copied)
  })
  const { submit, busy, problem } = useSubmit(workspace)
  const back = () => void navigate(paths.table(workspace, relation.relation))
  const save = async () => {
    const given = Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== null))
    const saved = await submit(() => ({
      kind: 'insert',
      relation: relation.relation,
      values: requestValues(columns, given),
    }))
    if (saved) back()
  }
  const elsewhere = problem && !columns.some(({ name }) => name === problem.field)
  return (
    <Page
      title={t('newOf', { what: words.row(relation.relation) })}
      before={<BackButton label={t('back', { table: words.table(relation.relation) })} onClick={back} />}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole form, each of which a button has too. */}
      <div
        className={classes.main}
        style={{ height: '100%' }}
        onKeyDown={getHotkeyHandler([
          ['mod+Enter', () => void save()],
          ['Escape', back],
        ])}
      >
        <div className={classes.editing}>
          {elsewhere && <ProblemNote problem={problem} />}
          <RecordForm
            workspace={workspace}
            relation={relation}
            columns={columns}
            draft={draft}
            labels={model?.labels ?? {}}
            problem={problem}
            onChange={(column, value) => setDraft({ ...draft, [column]: value })}
          />
          <div className={classes.buttons}>
            <Button
              variant="filled"
              disabled={busy}
              onClick={() => void save()}
              rightSection={<Shortcut keys="mod+Enter" />}
            >
              {t('create')}
            </Button>
            <Button onClick={back} rightSection={<Shortcut keys="Escape" />}>
              {t('cancel')}
            </Button>
          </div>
        </div>
      </div>
    </Page>
  )
}
