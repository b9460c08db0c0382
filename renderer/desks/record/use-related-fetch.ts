import { useEffect, useRef, useState } from 'react'
import { api } from '#renderer/bridge/api.ts'
import { problemOf } from '#renderer/bridge/api-error.ts'
import { useCall } from '#renderer/bridge/use-call.ts'
import { useStatus } from '#renderer/features/sync-status/status-store.ts'
import type { Relation } from '#shared/contract/catalogue.ts'
import type { Problem } from '#shared/contract/errors.ts'
import type { Related } from '#shared/contract/record.ts'
import type { FetchedRelated } from '#shared/contract/scope.ts'
import type { RecordData } from './record-data.ts'

export type Fetch =
  | { readonly state: 'fetching' }
  | { readonly state: 'done'; readonly answer: FetchedRelated }
  | { readonly state: 'failed'; readonly problem: Problem }

const none: readonly string[] = []

/**
 * Fetches the rows that refer to a record from tables of which only a part is kept here, and says how each stands.
 * A foreign key of several columns can't be asked for in this way: those rows are counted as far as they are here.
 */
export function useRelatedFetch(workspace: string, relation: Relation, record: RecordData) {
  const { data } = useCall(`scopes/${workspace}`, () => api.scopes.list({ workspace }), { workspace, relations: none })
  const partial = data?.tables.filter(({ scope }) => scope !== 'all').map((table) => table.relation)
  const [fetches, setFetches] = useState<Readonly<Record<string, Fetch>>>({})
  const isOffline = useStatus(workspace)?.state === 'offline'
  const asked = useRef<string>(undefined)

  const fetchOne = async ({ reference, relation: name, columns }: Related) => {
    const [column = ''] = columns
    const target = relation.referencedBy.find((one) => one.name === reference && one.relation === name)
    const value = record.cells[target?.targetColumns[0] ?? '']
    if (value == null) return
    const tell = (fetch: Fetch) =>
      setFetches((before) => ({ ...before, [nameOf({ reference, relation: name })]: fetch }))
    tell({ state: 'fetching' })
    try {
      const answer = await api.scopes.fetchRelated({ workspace, relation: name, column, value })
      tell({ state: 'done', answer })
    } catch (error) {
      tell({ state: 'failed', problem: problemOf(error) })
    }
  }
  const isPartial = (related: Related) => partial?.includes(related.relation) ?? false
  const isAskable = (related: Related) => isPartial(related) && related.columns.length === 1

  // Once for a record, and once more when the network is back.
  const question = partial && `${record.key} ${isOffline}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question says when to ask.
  useEffect(() => {
    if (question === undefined || asked.current === question) return
    asked.current = question
    for (const related of record.related.filter(isAskable)) void fetchOne(related)
  }, [question])

  return { isPartial, fetchOf: (related: Related) => fetches[nameOf(related)], fetchOne }
}

function nameOf({ relation, reference }: Pick<Related, 'relation' | 'reference'>): string {
  return `${relation} ${reference}`
}
