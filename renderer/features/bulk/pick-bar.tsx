import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Relation } from '#shared/contract/catalogue.ts'
import type { Filter } from '#shared/model/filter.ts'
import { useFormat } from '../../i18n/format.ts'
import { useTableActions } from '../actions/use-offered.ts'
import { lockOf } from '../catalogue/lock-of.ts'
import { inLanguage } from '../workspaces/systems.ts'
import classes from './bulk.module.css'
import { BulkDialog } from './bulk-dialog.tsx'
import type { Bulk } from './bulk-work.ts'
import { clearPicks, pickAll, usePicked } from './picks.ts'

interface Props {
  readonly workspace: string
  readonly relation: Relation
  readonly list: string
  /** What narrows the list, for when every row of it is chosen. */
  readonly filter: Filter | null
  readonly search: string
  readonly total: number
}

/** Below a list while rows of it are chosen: how many, and what can be done with all of them at once. */
export function PickBar({ workspace, relation, list, filter, search, total }: Props) {
  const { t, i18n } = useTranslation('bulk')
  const { t: forms } = useTranslation('forms')
  const format = useFormat()
  const picked = usePicked(list)
  const actions = useTableActions(workspace, relation)
  const [bulk, setBulk] = useState<Bulk>()
  const isAll = picked === 'all'
  const count = isAll ? total : picked.size
  const number = format.number(count)
  if (count === 0) return null
  const rows = isAll ? { keys: null, filter, search } : { keys: [...picked], filter: null, search: '' }
  const columns = relation.columns.filter((column) => lockOf(relation, column) === null)
  return (
    <section className={`o-bottom-bar ${classes.bar}`} aria-label={t('bar')}>
      <span className={classes.count} role="status">
        {isAll ? t('allChosen', { number }) : t('chosen', { count, number })}
      </span>
      {!isAll && count < total && (
        <Button size="compact-sm" onClick={() => pickAll(list)}>
          {t('all', { number: format.number(total) })}
        </Button>
      )}
      {columns.length > 0 && (
        <Button size="compact-sm" onClick={() => setBulk({ kind: 'set', columns })}>
          {t('change')}
        </Button>
      )}
      {actions.length > 0 && (
        <Menu position="top-start" width={260}>
          <Menu.Target>
            <Button size="compact-sm" rightSection={<IconChevronDown size={13} aria-hidden="true" />}>
              {forms('actions')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
            {actions.map((offered) => (
              <Menu.Item key={offered.name} onClick={() => setBulk({ kind: 'call', offered })}>
                {inLanguage(offered.action.label, i18n.language)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {relation.may.delete && (
        <Button size="compact-sm" color="danger" onClick={() => setBulk({ kind: 'delete' })}>
          {t('delete')}
        </Button>
      )}
      <Button size="compact-sm" className={classes.last ?? ''} onClick={clearPicks}>
        {t('clear')}
      </Button>
      {bulk && (
        <BulkDialog
          workspace={workspace}
          relation={relation}
          rows={rows}
          bulk={bulk}
          onClose={() => setBulk(undefined)}
        />
      )}
    </section>
  )
}
