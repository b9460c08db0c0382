import { Button } from '@mantine/core'
import { IconFilterOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { useFormat } from '#renderer/i18n/format.ts'
import type { Relation } from '#shared/contract/catalogue.ts'
import type { Condition, Filter } from '#shared/model/filter.ts'
import { api } from '../../bridge/api.ts'
import { useCall } from '../../bridge/use-call.ts'
import classes from './filter.module.css'
import { asFilter, asGroup, isGroup, partsOf, removed } from './filter-tree.ts'
import { useConditionWords } from './use-condition-words.ts'

interface Props {
  readonly workspace: string
  readonly relation: Relation
  readonly filter: Filter | null
  readonly search: string
  readonly onFilter: (filter: Filter | null) => void
  readonly onSearch: (search: string) => void
}

/** A list without one of the things that narrow it. */
interface Wider {
  readonly part: Filter | 'search'
  readonly filter: Filter | null
  readonly search: string
  readonly rows: number
}

/** Beyond this many parts nobody reads what each of them leaves out. */
const MOST = 6

/** In place of rows that a filter leaves out: which of its parts does it, and the way back from each. */
export function NothingMatches({ workspace, relation, filter, search, onFilter, onSearch }: Props) {
  const { t } = useTranslation('filter')
  const { data } = useCall(
    `wider/${workspace}/${relation.relation}/${search}/${JSON.stringify(filter)}`,
    async () =>
      (await Promise.all(widened(filter, search).map((one) => counted(workspace, relation, one)))).filter(
        ({ rows }) => rows > 0,
      ),
    { workspace, relations: [relation.relation] },
  )
  const take = (wider: Wider) => (wider.part === 'search' ? onSearch('') : onFilter(wider.filter))
  return (
    <EmptyState
      icon={<IconFilterOff size={28} stroke={1.4} aria-hidden="true" />}
      title={t('nothing.title')}
      hint={data && data.length > 1 ? t('nothing.together') : t('nothing.hint')}
    >
      {data && data.length > 0 && (
        <ul className={classes.without}>
          {data.map((wider) => (
            <li key={JSON.stringify(wider.part)}>
              <Without workspace={workspace} relation={relation} wider={wider} />
              <Button size="compact-sm" onClick={() => take(wider)}>
                {t('nothing.takeAway')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button
        size="compact-sm"
        mt={6}
        onClick={() => {
          onSearch('')
          onFilter(null)
        }}
      >
        {t('nothing.clear')}
      </Button>
    </EmptyState>
  )
}

interface WithoutProps {
  readonly workspace: string
  readonly relation: Relation
  readonly wider: Wider
}

function Without({ wider, ...rest }: WithoutProps) {
  const { t } = useTranslation('filter')
  if (wider.part === 'search')
    return <Sentence condition={t('nothing.search', { text: wider.search })} rows={wider.rows} />
  if (isGroup(wider.part)) return <Sentence condition={t('nothing.group')} rows={wider.rows} />
  return <WithoutCondition {...rest} condition={wider.part} rows={wider.rows} />
}

function WithoutCondition({
  workspace,
  relation,
  condition,
  rows,
}: Omit<WithoutProps, 'wider'> & { readonly condition: Condition; readonly rows: number }) {
  const { column, operator, value } = useConditionWords(workspace, relation, condition)
  return <Sentence condition={[column, operator, value].filter(Boolean).join(' ')} rows={rows} />
}

function Sentence({ condition, rows }: { readonly condition: string; readonly rows: number }) {
  const { t } = useTranslation('filter')
  const format = useFormat()
  return <span>{t('nothing.without', { condition, count: rows, number: format.number(rows) })}</span>
}

function widened(filter: Filter | null, search: string): Omit<Wider, 'rows'>[] {
  const root = asGroup(filter)
  const parts = 'any' in root && partsOf(root).length > 0 ? [root] : partsOf(root).slice(0, MOST)
  const without = parts.map((part, place) => ({
    part,
    filter: part === root ? null : asFilter(removed(root, [place])),
    search,
  }))
  return search === '' ? without : [...without, { part: 'search', filter, search }]
}

async function counted(workspace: string, relation: Relation, wider: Omit<Wider, 'rows'>): Promise<Wider> {
  const { total } = await api.rows.page({
    workspace,
    relation: relation.relation,
    filter: wider.filter,
    search: wider.part === 'search' ? '' : wider.search,
    limit: 1,
  })
  return { ...wider, rows: total }
}
