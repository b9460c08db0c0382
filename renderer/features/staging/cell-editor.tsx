import { useEffect, useEffectEvent, useState } from 'react'
import type { Column, Relation } from '#shared/contract/catalogue.ts'
import { useCatalogueWords } from '../catalogue/use-words.ts'
import { FieldInput } from '../forms/field-input.tsx'
import { RowChoice } from '../forms/row-choice.tsx'
import type { CellEditing } from '../grid/grid-column.ts'

interface Props extends CellEditing<unknown> {
  readonly workspace: string
  readonly relation: Relation
  readonly column: Column
  /** Words for the value that is there already. */
  readonly known: string | undefined
}

/** The input for a cell in its place, by its column: the one of a form, without its frame. */
export function CellEditor({ workspace, relation, column, known, value, typed, onType, onChoose }: Props) {
  const words = useCatalogueWords(workspace)
  const [text, setText] = useState(typed !== null && isTyped(column) ? typed : value)
  const begin = useEffectEvent(() => {
    if (typed !== null && isTyped(column)) onType(typed || null)
  })
  useEffect(() => begin(), [])
  const label = words.column(relation.relation, column.name)
  const input = { label, inCell: { typed }, required: !column.nullable }
  if (column.references !== null) {
    return (
      <RowChoice
        {...input}
        workspace={workspace}
        relation={column.references.relation}
        known={known}
        value={value}
        onChange={onChoose}
      />
    )
  }
  if (column.values !== null || column.kind === 'boolean') {
    const choices = column.values?.map((one) => ({ value: one, label: words.value(relation.relation, column, one) }))
    return (
      <FieldInput {...input} kind={column.kind} choices={choices} value={value} onChange={(next) => onChoose(next)} />
    )
  }
  const write = (next: string | null) => {
    setText(next)
    onType(next)
  }
  return <FieldInput {...input} kind={column.kind} value={text} onChange={write} />
}

/** Whether the key with which the editing began is the first letter of the new value, and not of a search for one. */
function isTyped({ kind, references, values }: Column): boolean {
  return references === null && values === null && !['boolean', 'date', 'timestamp'].includes(kind)
}
