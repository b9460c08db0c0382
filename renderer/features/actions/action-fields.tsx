import { useTranslation } from 'react-i18next'
import type { DatabaseFunction } from '#shared/contract/catalogue.ts'
import type { Problem } from '#shared/contract/errors.ts'
import type { ActionManifest, ArgumentManifest } from '#shared/systems/manifest.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { useProblemText } from '../../i18n/problem-text.ts'
import { useCatalogueWords } from '../catalogue/use-words.ts'
import { useFieldWords } from '../entries/use-field-words.ts'
import { FieldInput } from '../forms/field-input.tsx'
import { RowChoice } from '../forms/row-choice.tsx'
import type { Draft } from '../forms/values.ts'
import { inLanguage } from '../workspaces/systems.ts'

interface Props {
  readonly workspace: string
  readonly action: ActionManifest
  readonly called: DatabaseFunction
  readonly draft: Draft
  readonly problem: Problem | undefined
  readonly onChange: (argument: string, value: string | null) => void
}

/** A form made of a function's signature: the arguments that a person fills in. */
export function ActionFields({ workspace, action, called, draft, problem, onChange }: Props) {
  const { i18n } = useTranslation()
  const text = useProblemText()
  const words = useCatalogueWords(workspace)
  const fieldWords = useFieldWords()
  const asked = askedOf(called, action)
  // The list of a column has its words where the column stands, that of an enum by its type.
  const choicesOf = (arg: DatabaseFunction['args'][number], said?: ArgumentManifest) => {
    const [table = '', name = arg.name] = said?.of?.split('.') ?? []
    return arg.values?.map((value) => ({ value, label: words.value(table, { name, type: arg.type }, value) }))
  }
  return (
    <>
      {asked.map((arg, at) => {
        const said = action.args?.[arg.name]
        const input = {
          label: said ? inLanguage(said.label, i18n.language) : fieldWords(arg.name),
          required: !arg.optional,
          error: problem?.field === arg.name ? text(problem) : undefined,
          value: draft[arg.name] ?? null,
          onChange: (value: string | null) => onChange(arg.name, value),
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
      {problem && !asked.some((arg) => arg.name === problem.field) && <ProblemNote problem={problem} />}
    </>
  )
}

/** The row and made-up ids are not asked for. */
function askedOf(called: DatabaseFunction, { args }: ActionManifest): DatabaseFunction['args'] {
  const order = Object.keys(args ?? {})
  const place = (name: string) => order.indexOf(name) >>> 0
  return called.args
    .filter(({ name }) => args?.[name]?.from === undefined && args?.[name]?.as !== 'made')
    .filter(({ name, optional }) => order.includes(name) || !optional)
    .toSorted((one, other) => place(one.name) - place(other.name))
}
