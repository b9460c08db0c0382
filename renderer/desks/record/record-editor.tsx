import { Button } from '@mantine/core'
import { getHotkeyHandler } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#renderer/components/problem-note.tsx'
import { Shortcut } from '#renderer/components/shortcut.tsx'
import { RecordForm } from '#renderer/features/forms/record-form.tsx'
import { useSubmit } from '#renderer/features/forms/use-submit.ts'
import { type Draft, requestValues } from '#renderer/features/forms/values.ts'
import type { Relation } from '#shared/contract/catalogue.ts'
import { OvertakenNotes } from './overtaken-notes.tsx'
import classes from './record.module.css'
import { editable, keyOf, type RecordData } from './record-data.ts'
import { changedIn, keepMine, overtakenIn, takeTheirs, type Writing, write } from './writing.ts'

interface Props {
  readonly workspace: string
  readonly relation: Relation
  readonly record: RecordData
  readonly onClose: () => void
}

/** A record's fields as a form. Only what was changed is saved, so that others' changes beside it stand, and in sight of what was there. */
export function RecordEditor({ workspace, relation, record, onClose }: Props) {
  const { t } = useTranslation('record')
  const [writing, setWriting] = useState<Writing>({})
  const { submit, busy, problem, forgive } = useSubmit(workspace)
  const columns = editable(relation).filter(({ mayUpdate }) => mayUpdate)
  const changed = changedIn(writing, record.cells)
  const overtaken = overtakenIn(writing, record.cells)
  const of = (part: 'value' | 'seen'): Draft =>
    Object.fromEntries(changed.map((name) => [name, writing[name]?.[part] ?? null]))
  const save = async () => {
    const key = keyOf(relation, record.key)
    const set = () => requestValues(columns, of('value'))
    const saved =
      changed.length === 0 ||
      (await submit(() => ({ kind: 'update', relation: relation.relation, key, set: set() }), of('seen')))
    if (saved) onClose()
  }
  const settle = (how: (before: Writing) => Writing) => {
    setWriting(how)
    forgive()
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
      <OvertakenNotes
        workspace={workspace}
        relation={relation}
        record={record}
        columns={columns.filter(({ name }) => overtaken.includes(name))}
        onKeepMine={(column) => settle((before) => keepMine(before, record.cells, column))}
        onTakeTheirs={(column) => settle((before) => takeTheirs(before, column))}
      />
      <RecordForm
        workspace={workspace}
        relation={relation}
        columns={columns}
        draft={{ ...record.cells, ...of('value') }}
        labels={record.labels}
        problem={problem}
        onChange={(column, value) => setWriting((before) => write(before, record.cells, column, value))}
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
