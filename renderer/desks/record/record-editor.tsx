import { Button } from '@mantine/core'
import { getHotkeyHandler } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#renderer/components/problem-note.tsx'
import { Shortcut } from '#renderer/components/shortcut.tsx'
import { RecordForm } from '#renderer/features/forms/record-form.tsx'
import { useSubmit } from '#renderer/features/forms/use-submit.ts'
import { changedColumns, type Draft, requestValues } from '#renderer/features/forms/values.ts'
import type { Relation } from '#shared/contract/catalogue.ts'
import classes from './record.module.css'
import { editable, keyOf, type RecordData } from './record-data.ts'

interface Props {
  readonly workspace: string
  readonly relation: Relation
  readonly record: RecordData
  readonly onClose: () => void
}

/** A record's fields as a form. Only what was changed is saved, so that others' changes beside it stand. */
export function RecordEditor({ workspace, relation, record, onClose }: Props) {
  const { t } = useTranslation('record')
  const [draft, setDraft] = useState<Draft>({})
  const { submit, busy, problem } = useSubmit(workspace)
  const columns = editable(relation).filter(({ mayUpdate }) => mayUpdate)
  const changed = changedColumns(record.cells, draft)
  const save = async () => {
    const set = Object.fromEntries(changed.map((name) => [name, draft[name] ?? null]))
    const key = keyOf(relation, record.key)
    const saved =
      changed.length === 0 ||
      (await submit(() => ({ kind: 'update', relation: relation.relation, key, set: requestValues(columns, set) })))
    if (saved) onClose()
  }
  const elsewhere = problem && !columns.some(({ name }) => name === problem.field)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole form, each of which a button has too.
    <div
      className={classes.editing}
      onKeyDown={getHotkeyHandler([
        ['mod+Enter', () => void save()],
        ['Escape', onClose],
      ])}
    >
      {elsewhere && <ProblemNote problem={problem} />}
      <RecordForm
        workspace={workspace}
        relation={relation}
        columns={columns}
        draft={{ ...record.cells, ...draft }}
        labels={record.labels}
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
          {t('save', { count: changed.length })}
        </Button>
        <Button onClick={onClose} rightSection={<Shortcut keys="Escape" />}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  )
}
