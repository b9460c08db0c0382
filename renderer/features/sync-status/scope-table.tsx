import { Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '#shared/contract/errors.ts'
import type { TableScope } from '#shared/contract/scope.ts'
import { api } from '../../bridge/api.ts'
import { problemOf } from '../../bridge/api-error.ts'
import { useCall } from '../../bridge/use-call.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { StateMark } from '../../components/state-mark.tsx'
import { useFormat } from '../../i18n/format.ts'
import { manifestOf, tableWords } from '../workspaces/systems.ts'
import { useWorkspaceItem } from '../workspaces/workspaces-store.ts'
import { choicesFor, type ScopeChoice, scopeKey } from './scope-choices.ts'
import classes from './scope-table.module.css'

/** Each table with what is kept of it on this computer, and how much is here; a person can keep more or less. */
export function ScopeTable({ workspace }: { readonly workspace: string }) {
  const { t } = useTranslation('sync')
  const { data, problem, reload } = useCall(`scopes ${workspace}`, () => api.scopes.list({ workspace }), { workspace })
  const [failed, setFailed] = useState<Problem>()
  const [changing, setChanging] = useState<string>()

  async function change(relation: string, choice: ScopeChoice | undefined) {
    if (!choice) return
    setChanging(relation)
    setFailed(undefined)
    try {
      await api.scopes.set({ workspace, relation, scope: choice.scope })
    } catch (error) {
      setFailed(problemOf(error))
    } finally {
      setChanging(undefined)
      reload()
    }
  }

  const shown = failed ?? problem
  return (
    <section>
      <h2 className={classes.title}>{t('scope.title')}</h2>
      <p className={classes.hint}>{t('scope.hint')}</p>
      {shown && <ProblemNote problem={shown} />}
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('scope.table')}</th>
            <th scope="col">{t('scope.kept')}</th>
            <th scope="col">{t('scope.here')}</th>
            <th scope="col">{t('scope.there')}</th>
          </tr>
        </thead>
        <tbody>
          {data?.tables.map((table) => (
            <Row
              key={table.relation}
              workspace={workspace}
              table={table}
              busy={changing === table.relation}
              onChange={(choice) => change(table.relation, choice)}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface RowProps {
  readonly workspace: string
  readonly table: TableScope
  readonly busy: boolean
  readonly onChange: (choice: ScopeChoice | undefined) => void
}

function Row({ workspace, table, busy, onChange }: RowProps) {
  const { t, i18n } = useTranslation('sync')
  const format = useFormat()
  const system = useWorkspaceItem(workspace)?.system
  const name = tableWords(manifestOf(system), table.relation, i18n.language)
  const choices = choicesFor(table)
  const words = ({ scope }: ScopeChoice) =>
    typeof scope === 'string' ? t(`scope.${scope}`) : t('scope.days', { count: scope.days })
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Select
          size="xs"
          aria-label={t('scope.keptOf', { table: name })}
          data={choices.map((choice) => ({ value: choice.value, label: words(choice) }))}
          value={scopeKey(table.scope)}
          disabled={busy}
          allowDeselect={false}
          onChange={(value) => onChange(choices.find((choice) => choice.value === value))}
        />
      </td>
      <td>
        {format.number(table.rows)}{' '}
        {table.onDemand > 0 && (
          <StateMark
            state="fetched"
            look="plain"
            label={t('scope.fetched', { count: table.onDemand, shown: format.number(table.onDemand) })}
          />
        )}
        {table.waits && <StateMark state="stale" look="plain" label={t('scope.waits')} />}
      </td>
      <td>
        {table.serverRows === null ? '' : t('scope.about', { shown: format.number(Math.round(table.serverRows)) })}
      </td>
    </tr>
  )
}
