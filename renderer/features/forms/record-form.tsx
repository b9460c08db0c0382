import { useTranslation } from 'react-i18next'
import type { Column, Relation } from '#shared/contract/catalogue.ts'
import type { Problem } from '#shared/contract/errors.ts'
import { useProblemText } from '../../i18n/problem-text.ts'
import { useCatalogueWords } from '../catalogue/use-words.ts'
import { FieldInput } from './field-input.tsx'
import classes from './record-form.module.css'
import { RowChoice } from './row-choice.tsx'
import type { Draft } from './values.ts'

interface Props {
  readonly workspace: string
  readonly relation: Relation
  /** The columns that can be written, in their order. */
  readonly columns: readonly Column[]
  readonly draft: Draft
  readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly problem: Problem | undefined
  /** One field to a line, with room to write. */
  readonly isWide?: boolean
  readonly onChange: (column: string, value: string | null) => void
}

/** Columns of the same table that are long texts by their names. */
const LONG = /(description|content|body|message|comment|notes?|bio|summary|text|reason|error)/

/** A form made of a table's columns: types, allowed values, references and help come from the catalogue. */
export function RecordForm({ workspace, relation, columns, draft, labels, problem, isWide, onChange }: Props) {
  const { t } = useTranslation('forms')
  const text = useProblemText()
  const words = useCatalogueWords(workspace)
  return (
    <div className={classes.form} data-wide={isWide || undefined}>
      {columns.map((column) => {
        const value = draft[column.name] ?? null
        const isNeeded = !column.nullable && !column.hasDefault
        const input = {
          label: words.column(relation.relation, column.name),
          description: column.comment,
          error: problem?.field === column.name ? text(problem) : undefined,
          required: isNeeded,
          value,
          onChange: (next: string | null) => onChange(column.name, next),
          ...(column.hasDefault && value === null ? { placeholder: t('byDefault') } : {}),
        }
        return column.references !== null ? (
          <RowChoice
            key={column.name}
            {...input}
            workspace={workspace}
            relation={column.references.relation}
            known={value === null ? undefined : labels[column.name]?.[value]}
          />
        ) : (
          <FieldInput
            key={column.name}
            {...input}
            kind={column.kind}
            long={isWide || LONG.test(column.name) || (value?.length ?? 0) > 80}
            choices={column.values?.map((one) => ({ value: one, label: words.value(relation.relation, column, one) }))}
          />
        )
      })}
    </div>
  )
}
