import { api } from '#renderer/bridge/api.ts'
import { useCall } from '#renderer/bridge/use-call.ts'
import type { Relation } from '#shared/contract/catalogue.ts'

const none: readonly string[] = []

/** Whether rows of a relation come to this computer; taken for granted until that is known. */
export function useIsFollowed(workspace: string, { kind, relation }: Relation): boolean {
  const { data } = useCall(`followed/${workspace}`, () => api.scopes.list({ workspace }), {
    workspace,
    relations: none,
  })
  return kind === 'view' || data === undefined || data.tables.some((table) => table.relation === relation)
}
