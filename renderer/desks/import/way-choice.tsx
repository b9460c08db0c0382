import { Radio, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCatalogueWords } from '#renderer/features/catalogue/use-words.ts'
import type { Relation } from '#shared/contract/catalogue.ts'
import type { ImportWay } from '#shared/contract/import.ts'
import classes from './import.module.css'

interface Props {
  readonly workspace: string
  readonly relation: Relation
  readonly way: ImportWay
  readonly by: readonly string[]
  /** The unique keys that can tell rows apart. */
  readonly keys: readonly (readonly string[])[]
  readonly disabled: boolean
  readonly onChange: (next: { way?: ImportWay; by?: readonly string[] }) => void
}

/** What is done with rows that are in the table already, and with those that are not. */
export function WayChoice({ workspace, relation, way, by, keys, disabled, onChange }: Props) {
  const { t } = useTranslation('imports')
  const words = useCatalogueWords(workspace)
  const { may } = relation
  const ways = (['insert', 'update', 'upsert'] as const).filter(
    (one) => (one === 'update' || may.insert) && (one === 'insert' || may.update),
  )
  const inWords = (key: readonly string[]) => key.map((name) => words.column(relation.relation, name)).join(' + ')
  return (
    <div className={classes.ways}>
      <Radio.Group value={way} onChange={(value) => onChange({ way: value as ImportWay })} aria-label={t('step.way')}>
        <div className={classes.radios}>
          {ways.map((one) => (
            <Radio key={one} value={one} label={t(one)} description={t(`${one}Hint`)} disabled={disabled} />
          ))}
        </div>
      </Radio.Group>
      {way !== 'insert' && keys.length > 0 && (
        <Select
          className={classes.key ?? ''}
          label={t('by')}
          disabled={disabled}
          data={keys.map((key) => ({ value: key.join(), label: inWords(key) }))}
          value={by.join()}
          onChange={(value) => onChange({ by: keys.find((key) => key.join() === value) ?? [] })}
        />
      )}
      {way !== 'insert' && keys.length === 0 && <p className={classes.warning}>{t('noKeys')}</p>}
    </div>
  )
}
