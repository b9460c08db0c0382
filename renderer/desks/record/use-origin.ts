import { useEffect, useState } from 'react'
import { api } from '#renderer/bridge/api.ts'
import { problemOf } from '#renderer/bridge/api-error.ts'
import { useStatus } from '#renderer/features/sync-status/status-store.ts'
import type { Relation } from '#shared/contract/catalogue.ts'
import type { Problem } from '#shared/contract/errors.ts'
import type { RowOrigin } from '#shared/contract/scope.ts'
import { keyOf } from './record-data.ts'

/** Where the row of a record comes from; undefined until it is known. */
interface Origin {
  readonly origin: RowOrigin | undefined
  readonly problem: Problem | undefined
  readonly retry: () => void
}

/**
 * Makes the row of a record be here while `wanted`, and says from when it is. Asked again when the network is back: what
 * could not be had offline comes by itself.
 */
export function useOrigin(workspace: string, relation: Relation | undefined, key: string, wanted: boolean): Origin {
  const [found, setFound] = useState<{ key: string; origin?: RowOrigin; problem?: Problem }>()
  const [turn, setTurn] = useState(0)
  const isOffline = useStatus(workspace)?.state === 'offline'
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn, or another network, asks the same again.
  useEffect(() => {
    if (!wanted || !relation) return
    let isWanted = true
    const tell = (answer: { origin: RowOrigin } | { problem: Problem }) => {
      if (isWanted) setFound({ key, ...answer })
    }
    Promise.try(() => api.scopes.fetchRow({ workspace, relation: relation.relation, key: keyOf(relation, key) })).then(
      (origin) => tell({ origin }),
      (error) => tell({ problem: problemOf(error) }),
    )
    return () => {
      isWanted = false
    }
  }, [workspace, relation, key, wanted, isOffline, turn])
  const current = wanted && found?.key === key ? found : undefined
  return {
    origin: current?.origin,
    problem: current?.problem,
    retry: () => {
      setFound(undefined)
      setTurn(turn + 1)
    },
  }
}
