import { Checkbox, MultiSelect, Select, TagsInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Column, Relation } from '#shared/contract/catalogue.ts'
import { useCatalogueWords } from '../catalogue/use-words.ts'
import { FieldInput } from '../forms/field-input.tsx'
import { RowChoice } from '../forms/row-choice.tsx'
import type { Draft, Mistake } from './condition-draft.ts'
import classes from './filter.module.css'
import { takes } from './operators.ts'
import { useRowLabels } from './use-row-labels.ts'

interface Props {
  readonly workspace: string
  readonly relation: Relation
  readonly column: Column
  /** The table whose rows the column refers to, when there is one here. */
  readonly target: Relation | undefined
  readonly draft: Draft
  readonly mistake: Mistake | undefined
  readonly onChange: (change: Partial<Draft>) => void
}

const UNITS = ['minutes', 'hours', 'days', 'weeks', 'months', 'years'] as const

/** What a column is compared with, by its type and by the comparison that was chosen. */
export function ValueInput({ workspace, relation, column, target, draft, mistake, onChange }: Props) {
  const { t } = useTranslation('filter')
  const words = useCatalogueWords(workspace)
  const texts = draft.value === null ? [] : [draft.value]
  const labels = useRowLabels(workspace, relation, column, target ? texts : [])
  const choices = column.values?.map((value) => ({ value, label: words.value(relation.relation, column, value) }))
  const wrong = (on: Mistake['on']) => {
    if (mistake?.on !== on) return undefined
    if (mistake.why === 'missing') return t('missing')
    if (mistake.why === 'uuid') return t('notUuid')
    return t(on === 'count' ? 'notSpan' : 'notNumber')
  }
  const kind = ['contains', 'not_contains', 'starts_with'].includes(draft.operator) ? 'text' : column.kind

  switch (takes(draft.operator)) {
    case 'nothing':
      return null
    case 'span':
      return (
        <div className={classes.pair}>
          <TextInput
            label={t('number')}
            inputMode="numeric"
            value={draft.count}
            error={wrong('count')}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => onChange({ count: event.currentTarget.value.trim() })}
          />
          <Select
            label={t('unit')}
            data={UNITS.map((unit) => ({ value: unit, label: t(`units.${unit}`) }))}
            value={draft.unit}
            onChange={(unit) => onChange({ unit: UNITS.find((one) => one === unit) ?? draft.unit })}
          />
        </div>
      )
    case 'many': {
      const input = { label: t('value'), value: [...draft.values], error: wrong('values'), size: 'sm' as const }
      const change = (values: string[]) => onChange({ values })
      return choices && column.kind !== 'array' ? (
        <MultiSelect {...input} data={choices} onChange={change} searchable hidePickedOptions />
      ) : (
        <TagsInput {...input} data={column.values ?? []} onChange={change} />
      )
    }
    case 'two':
      return (
        <div className={classes.pair}>
          <FieldInput
            kind={kind}
            label={t('from')}
            value={draft.value}
            error={wrong('value')}
            onChange={(value) => onChange({ value })}
          />
          <FieldInput
            kind={kind}
            label={t('to')}
            value={draft.to}
            error={wrong('to')}
            onChange={(to) => onChange({ to })}
          />
        </div>
      )
  }
  const input = {
    label: t('value'),
    value: draft.value,
    disabled: draft.me,
    error: wrong('value'),
    onChange: (value: string | null) => onChange({ value }),
  }
  return (
    <>
      {target ? (
        <RowChoice
          {...input}
          workspace={workspace}
          relation={target.relation}
          known={draft.value === null ? undefined : labels[draft.value]}
        />
      ) : (
        <FieldInput {...input} kind={kind} choices={kind === 'text' ? undefined : choices} />
      )}
      {column.account && (
        <Checkbox
          size="sm"
          label={t('isMe')}
          checked={draft.me}
          onChange={(event) => onChange({ me: event.currentTarget.checked })}
        />
      )}
    </>
  )
}
