import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { getHotkeyHandler } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DatabaseFunction } from '#shared/contract/catalogue.ts'
import type { ActionManifest, ArgumentManifest } from '#shared/systems/manifest.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { Shortcut } from '../../components/shortcut.tsx'
import { toastDone } from '../../components/toast.ts'
import { useProblemText } from '../../i18n/problem-text.ts'
import { useCatalogue } from '../catalogue/use-catalogue.ts'
import { useCatalogueWords } from '../catalogue/use-words.ts'
import { useFieldWords } from '../entries/use-field-words.ts'
import { FieldInput } from '../forms/field-input.tsx'
import { RowChoice } from '../forms/row-choice.tsx'
import { useSubmit } from '../forms/use-submit.ts'
import { type Draft, requestValues } from '../forms/values.ts'
import { inLanguage } from '../workspaces/systems.ts'
import type { Offered } from './use-offered.ts'

interface Props {
  readonly workspace: string
  readonly offered: Offered
  /** The row that it is called on. */
  readonly cells: Draft
  readonly onClose: () => void
}

/** A form made of a function's signature, with the words of the manifest and the help of the database. */
export function ActionDialog({ workspace, offered: { name, action }, cells, onClose }: Props) {
  const { t, i18n } = useTranslation('forms')
  const { t: common } = useTranslation()
  const text = useProblemText()
  const words = useCatalogueWords(workspace)
  const fieldWords = useFieldWords()
  const { data: catalogue } = useCatalogue(workspace)
  const { submit, busy, problem } = useSubmit(workspace)
  const [draft, setDraft] = useState<Draft>({})
  const called = catalogue?.functions.find((one) => one.name === name)
  const title = inLanguage(action.label, i18n.language)
  const asked = askedOf(called, action)
  const choicesOf = ({ name: argument, type, values }: DatabaseFunction['args'][number], said?: ArgumentManifest) => {
    const [table = '', column = ''] = said?.of?.split('.') ?? []
    const listed = catalogue?.relations
      .find(({ relation }) => relation === `public.${table}`)
      ?.columns.find((one) => one.name === column)
    const from = listed ?? { name: argument, type, values }
    return from.values?.map((value) => ({ value, label: words.value(table, from, value) }))
  }
  const run = async () => {
    const given = Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== null))
    const saved = await submit(() => ({
      kind: 'call',
      function: name,
      args: requestValues(called?.args ?? [], { ...filledIn(action, cells), ...given }),
    }))
    if (!saved) return
    onClose()
    toastDone(t('saved', { what: title }))
  }
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': common('close') }} size="lg">
      <Stack gap="md" onKeyDown={getHotkeyHandler([['mod+Enter', () => void run()]])}>
        {called?.comment && <Text c="dimmed">{called.comment}</Text>}
        {asked.map((arg, at) => {
          const said = action.args?.[arg.name]
          const input = {
            label: said ? inLanguage(said.label, i18n.language) : fieldWords(arg.name),
            required: !arg.optional,
            error: problem?.field === arg.name ? text(problem) : undefined,
            value: draft[arg.name] ?? null,
            onChange: (value: string | null) => setDraft({ ...draft, [arg.name]: value }),
            'data-autofocus': at === 0 || undefined,
          }
          return said?.row ? (
            <RowChoice
              key={arg.name}
              {...input}
              workspace={workspace}
              relation={`public.${said.row}`}
              known={undefined}
            />
          ) : (
            <FieldInput
              key={arg.name}
              {...input}
              kind={arg.kind}
              long={said?.as === 'long text'}
              choices={choicesOf(arg, said)}
            />
          )
        })}
        {action.confirm && <Text>{inLanguage(action.confirm, i18n.language)}</Text>}
        {problem && !asked.some((arg) => arg.name === problem.field) && <ProblemNote problem={problem} />}
        <Group justify="flex-end" gap="sm">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            variant="filled"
            color={action.confirm ? 'danger' : 'accent'}
            disabled={busy || called === undefined}
            rightSection={<Shortcut keys="mod+Enter" />}
            onClick={() => void run()}
          >
            {title}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

/** The arguments that a person fills in: the row and made-up ids are not asked for. */
function askedOf(called: DatabaseFunction | undefined, { args }: ActionManifest): DatabaseFunction['args'] {
  const order = Object.keys(args ?? {})
  const place = (name: string) => order.indexOf(name) >>> 0
  return (called?.args ?? [])
    .filter(({ name }) => args?.[name]?.from === undefined && args?.[name]?.as !== 'made')
    .filter(({ name, optional }) => order.includes(name) || !optional)
    .toSorted((one, other) => place(one.name) - place(other.name))
}

function filledIn({ args }: ActionManifest, cells: Draft): Draft {
  const known = Object.entries(args ?? {}).flatMap(([name, { from, as }]): [string, string | null][] => {
    if (from !== undefined) return [[name, cells[from] ?? null]]
    return as === 'made' ? [[name, crypto.randomUUID()]] : []
  })
  return Object.fromEntries(known)
}
