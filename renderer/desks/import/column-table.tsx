import { useTranslation } from 'react-i18next'
import type { Relation } from '#shared/contract/catalogue.ts'
import type { ColumnMap, ColumnSource } from '#shared/contract/import.ts'
import { ColumnRow } from './column-row.tsx'
import classes from './import.module.css'

export interface FileColumn {
  readonly name: string
  readonly samples: readonly string[]
}

interface Props {
  readonly workspace: string
  readonly relation: Relation
  readonly columns: readonly FileColumn[]
  readonly map: ColumnMap
  readonly disabled: boolean
  readonly onChange: (map: ColumnMap) => void
}

/** What fills each column of the table. */
export function ColumnTable({ workspace, relation, columns, map, disabled, onChange }: Props) {
  const { t } = useTranslation('imports')
  const set = (name: string, source: ColumnSource | null) => {
    const { [name]: _, ...others } = map
    onChange(source === null ? others : { ...others, [name]: source })
  }
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('tableColumn')}</th>
          <th scope="col">{t('source')}</th>
          <th scope="col">{t('sample')}</th>
        </tr>
      </thead>
      <tbody>
        {relation.columns
          .filter(({ computed }) => !computed)
          .map((column) => (
            <ColumnRow
              key={column.name}
              workspace={workspace}
              relation={relation}
              column={column}
              columns={columns}
              source={map[column.name] ?? null}
              disabled={disabled}
              onChange={(source) => set(column.name, source)}
            />
          ))}
      </tbody>
    </table>
  )
}
