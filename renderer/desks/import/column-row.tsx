import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCatalogueWords } from '#renderer/features/catalogue/use-words.ts'
import type { Column, Relation } from '#shared/contract/catalogue.ts'
import type { ColumnSource } from '#shared/contract/import.ts'
import type { FileColumn } from './column-table.tsx'
import { FixedValue } from './fixed-value.tsx'
import classes from './import.module.css'

interface Props {
  readonly workspace: string
  readonly relation: Relation
  readonly column: Column
  readonly columns: readonly FileColumn[]
  readonly source: ColumnSource | null
  readonly disabled: boolean
  readonly onChange: (source: ColumnSource | null) => void
}

const LEFT = 'left'
const FIXED = 'fixed'

/** One column of the table, and what fills it. */
export function ColumnRow({ workspace, relation, column, columns, source, disabled, onChange }: Props) {
  const { t } = useTranslation('imports')
  const words = useCatalogueWords(workspace)
  const name = words.column(relation.relation, column.name)
  const chosen = source === null ? LEFT : source.from === 'fixed' ? FIXED : String(source.column)
  const choose = (value: string | null) => {
    if (value === null || value === LEFT) return onChange(null)
    if (value === FIXED) return onChange({ from: 'fixed', value: null })
    onChange({ from: 'file', column: Number(value), by: source?.from === 'file' ? source.by : 'value' })
  }
  const isMissing = source === null && !column.nullable && !column.hasDefault
  return (
    <tr>
      <th scope="row" title={column.comment ?? undefined}>
        {name}
        {isMissing && <span className={classes.missing}>{t('required')}</span>}
      </th>
      <td>
        <div className={classes.sources}>
          <Select
            size="xs"
            aria-label={t('sourceOf', { column: name })}
            searchable
            disabled={disabled}
            data={[
              { value: LEFT, label: t('leave') },
              { value: FIXED, label: t('fixed') },
              ...columns.map((one, at) => ({ value: String(at), label: t('fileColumn', { name: one.name }) })),
            ]}
            value={chosen}
            onChange={choose}
          />
          {source?.from === 'file' && column.references !== null && (
            <Select
              size="xs"
              className={classes.narrow ?? ''}
              aria-label={t('readAs', { column: name })}
              disabled={disabled}
              data={[
                { value: 'value', label: t('asValue') },
                { value: 'label', label: t('asLabel') },
              ]}
              value={source.by}
              onChange={(by) => onChange({ ...source, by: by === 'label' ? 'label' : 'value' })}
            />
          )}
          {source?.from === 'fixed' && (
            <FixedValue
              workspace={workspace}
              relation={relation}
              column={column}
              value={source.value}
              disabled={disabled}
              onChange={(value) => onChange({ from: 'fixed', value })}
            />
          )}
        </div>
      </td>
      <td className={classes.samples}>{source?.from === 'file' && columns[source.column]?.samples.join(' · ')}</td>
    </tr>
  )
}
