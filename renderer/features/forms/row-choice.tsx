import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../bridge/api.ts'
import { useCall } from '../../bridge/use-call.ts'
import type { InputProps } from './field-input.tsx'
import { lookOf, pickLook } from './in-cell.ts'

const TYPING_MS = 150

interface Props extends InputProps {
  readonly workspace: string
  /** The table from which a row is chosen; the value is its key. */
  readonly relation: string
  /** Words for the value that is there already. */
  readonly known: string | undefined
}

/** Chooses a row of another table by its words, or by its id. */
export function RowChoice({ workspace, relation, known, value, onChange, inCell, ...input }: Props) {
  const { t } = useTranslation('forms')
  const [typed, setTyped] = useState(inCell?.typed ?? '')
  const [search] = useDebouncedValue(typed, TYPING_MS)
  const { data } = useCall(
    `choices/${workspace}/${relation}/${search}`,
    () => api.rows.choices({ workspace, relation, search }),
    { workspace, relations: [relation] },
  )
  const found = (data ?? []).map((choice) => ({ value: choice.value, label: choice.label || choice.value }))
  const own = value !== null && !found.some((choice) => choice.value === value)
  return (
    <Select
      {...input}
      {...lookOf(input.label, inCell)}
      {...pickLook(inCell)}
      searchable
      clearable={!input.required}
      data={own ? [{ value, label: known ?? value }, ...found] : found}
      filter={({ options }) => options}
      value={value}
      onChange={(next, option) => onChange(next, option?.label)}
      onSearchChange={(text) => setTyped(text === known ? '' : text)}
      nothingFoundMessage={t('nothingFound')}
    />
  )
}
