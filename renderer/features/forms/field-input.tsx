import { JsonInput, Select, TagsInput, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column } from '#shared/contract/catalogue.ts'
import { lookOf, pickLook } from './in-cell.ts'
import { localMoment, zonedMoment } from './moment.ts'

export interface InputProps {
  readonly label?: ReactNode
  /** In place of a label that would stand above it. */
  readonly 'aria-label'?: string
  /** Within a cell of a grid: the label is only said, and what is typed first is in it already. */
  readonly inCell?: { readonly typed: string | null } | undefined
  readonly description?: ReactNode
  readonly error?: ReactNode
  readonly required?: boolean
  readonly disabled?: boolean
  readonly value: string | null
  /** `words` for the value, where the input knows them. */
  readonly onChange: (value: string | null, words?: string) => void
}

interface Props extends InputProps {
  readonly kind: Column['kind']
  /** The only values allowed, each with its words. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[] | undefined
  /** More than a line or two. */
  readonly long?: boolean
}

/** The input for a value of the database, by its kind. What is left empty is null. */
export function FieldInput({ kind, choices, long, value, onChange, inCell, ...rest }: Props) {
  const { t } = useTranslation('forms')
  const { t: common } = useTranslation()
  const input = { ...rest, ...lookOf(rest.label, inCell) }
  const text = (next: string) => onChange(next === '' ? null : next)
  if (kind === 'array') {
    const list = value === null ? [] : (JSON.parse(value) as unknown[]).map(String)
    return (
      <TagsInput
        {...input}
        size="sm"
        data={choices?.map((choice) => choice.value) ?? []}
        value={list}
        onChange={(next) => onChange(next.length === 0 && value === null ? null : JSON.stringify(next))}
      />
    )
  }
  if (choices !== undefined || kind === 'boolean') {
    const yesNo = [
      { value: 'true', label: common('yes') },
      { value: 'false', label: common('no') },
    ]
    return (
      <Select
        {...input}
        {...pickLook(inCell)}
        clearable={!input.required}
        data={[...(choices ?? yesNo)]}
        value={value}
        onChange={(next) => onChange(next)}
        placeholder={t('choose')}
      />
    )
  }
  switch (kind) {
    case 'json':
      return (
        <JsonInput
          {...input}
          size="sm"
          autosize
          minRows={3}
          maxRows={20}
          formatOnBlur
          validationError={t('notJson')}
          value={value ?? ''}
          onChange={text}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12 } }}
        />
      )
    case 'date':
      return (
        <TextInput {...input} type="date" value={value ?? ''} onChange={(event) => text(event.currentTarget.value)} />
      )
    case 'timestamp':
      return (
        <TextInput
          {...input}
          type="datetime-local"
          step={1}
          value={value === null ? '' : localMoment(value)}
          onChange={(event) => text(zonedMoment(event.currentTarget.value))}
        />
      )
    case 'number':
      return (
        <TextInput
          {...input}
          inputMode="decimal"
          value={value ?? ''}
          onChange={(event) => text(event.currentTarget.value.trim())}
        />
      )
    case 'text':
      if (!long) break
      return (
        <Textarea
          {...input}
          autosize
          minRows={2}
          maxRows={14}
          value={value ?? ''}
          onChange={(event) => text(event.currentTarget.value)}
        />
      )
  }
  return <TextInput {...input} value={value ?? ''} onChange={(event) => text(event.currentTarget.value)} />
}
