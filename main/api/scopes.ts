import type { OpenWorkspaces } from '#main/open-workspaces.ts'
import { fetchRelated, fetchRow } from '#main/sync/fetch-rows.ts'
import { isNoWay } from '#main/sync/no-way.ts'
import { plannedKeeping } from '#main/sync/planned-keeping.ts'
import { isSameKeeping, readChosen, wantedScopes } from '#main/sync/scope.ts'
import type { OpenWorkspace } from '#main/workspace.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import type { TableScope } from '#shared/contract/scope.ts'
import type { Scope } from '#shared/model/scope.ts'

/** How much of each table is kept here, and rows beyond it. */
export function scopesApi(open: OpenWorkspaces): Handlers['scopes'] {
  return {
    list: async ({ workspace }) => ({ tables: await tablesOf(await open.get(workspace)) }),
    set: async ({ workspace, relation, scope }) => {
      const opened = await open.get(workspace)
      await choose(opened, relation, scope)
      await applied(opened)
      return { tables: await tablesOf(opened) }
    },
    fetchRow: async ({ workspace, relation, key }) => {
      const { replica } = await open.get(workspace)
      replica.claims()
      return fetchRow(replica, relation, key)
    },
    fetchRelated: async ({ workspace, relation, column, value, limit }) => {
      const { replica } = await open.get(workspace)
      replica.claims()
      return fetchRelated(replica, relation, column, value, limit)
    },
  }
}

/** @throws OutpostError `bad_request`, on the field that is wrong */
async function choose({ replica }: OpenWorkspace, relation: string, scope: Scope): Promise<void> {
  replica.claims()
  const table = (await (await replica.mirror()).holdings()).find((holding) => holding.relation === relation)
  if (table === undefined) {
    throw new OutpostError('bad_request', `There is no table ${relation} on this computer.`, {
      field: 'relation',
      reason: 'scope.no_such_table',
      params: { relation },
    })
  }
  if (typeof scope === 'object' && !table.times.includes(scope.by)) {
    throw new OutpostError('bad_request', `${relation} has no date or time “${scope.by}” that rows could be kept by.`, {
      field: 'scope.by',
      reason: 'scope.no_such_time',
      params: { relation, column: scope.by },
    })
  }
  const chosen = { ...readChosen(replica.journal.fact('scopes')), [relation]: scope }
  replica.journal.setFact('scopes', JSON.stringify(chosen))
}

/** With no network, what is wanted besides waits for one. */
async function applied({ replica, conductor }: OpenWorkspace): Promise<void> {
  try {
    await conductor.rescope()
  } catch (error) {
    if (!(error instanceof OutpostError) || !isNoWay(error.problem)) throw error
  }
  replica.listener.statusChanged()
}

async function tablesOf({ replica }: OpenWorkspace): Promise<TableScope[]> {
  replica.claims()
  const mirror = await replica.mirror()
  const facts = await mirror.facts()
  const keeping = await mirror.keeping()
  const chosen = readChosen(replica.journal.fact('scopes'))
  const wanted = wantedScopes(replica.manifest, chosen)
  const planned = facts.now === undefined ? {} : plannedKeeping(replica, keeping, facts.now)
  const onServer = JSON.parse(facts.server_rows ?? '{}') as Record<string, number>
  return (await mirror.holdings()).map(({ relation, ...held }) => {
    const { [relation]: kept } = keeping
    const { [relation]: next } = planned
    const pick = (value: typeof kept) => (value === undefined ? {} : { [relation]: value })
    return {
      relation,
      ...held,
      scope: wanted.get(relation) ?? 'all',
      chosen: relation in chosen,
      from: kept !== undefined && 'from' in kept ? kept.from : null,
      waits: !isSameKeeping(pick(kept), pick(next)),
      serverRows: onServer[relation] ?? null,
    }
  })
}
