import { useMemo } from 'react'
import type { Catalogue, Relation } from '#shared/contract/catalogue.ts'
import { api } from '../../bridge/api.ts'
import { type CallResult, useCall } from '../../bridge/use-call.ts'

const none: readonly string[] = []

/** What the workspace's tables, views and functions are. It changes only with the schema. */
export function useCatalogue(workspace: string): CallResult<Catalogue> {
  return useCall(`catalogue/${workspace}`, () => api.catalogue.get({ workspace }), { workspace, relations: none })
}

/** One relation by its bare name in addresses (`documents`) or its full one (`public.documents`). */
export function useRelation(workspace: string, name: string): CallResult<Relation | null> {
  const { data, ...rest } = useCatalogue(workspace)
  const relation = useMemo(() => data?.relations.find((one) => one.relation === fullName(name)) ?? null, [data, name])
  return { ...rest, data: data && relation }
}

export function fullName(name: string): string {
  return name.includes('.') ? name : `public.${name}`
}

/** How manifests and addresses name a relation: tables of the schema `public` by their bare names. */
export function bareName(relation: string): string {
  return relation.replace(/^public\./, '')
}
