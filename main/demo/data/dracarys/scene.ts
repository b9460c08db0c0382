import type { UserActivityLogRow } from '#shared/systems/dracarys/rows/user-activity-log.ts'
import type { Random } from '../random.ts'
import type { Value } from '../row-sink.ts'
import type { Board } from './board.ts'
import type { Sink } from './columns.ts'
import type { Program } from './program.ts'

/** What everybody's story is told with. */
export interface Scene {
  readonly sink: Sink
  readonly random: Random
  readonly now: number
  readonly board: Board
  readonly program: Program
}

/** A line of the activity log, as the database's own functions and triggers write it. */
export function note(
  sink: Sink,
  of: {
    readonly id: string
    readonly by: string
    readonly type: UserActivityLogRow['activity_type']
    readonly entity?: readonly [string, string]
    readonly metadata?: Value
    readonly at: number
  },
): void {
  sink.add('public.user_activity_log', {
    id: of.id,
    user_id: of.by,
    activity_type: of.type,
    entity_type: of.entity?.[0],
    entity_id: of.entity?.[1],
    metadata: of.metadata,
    created_at: new Date(of.at),
  })
}

/** The level for a sum of XP, as the database counts it. */
export function levelOf(xp: number): number {
  return Math.floor(Math.log2(Math.max(Math.floor(xp / 1_000) + 1, 2)))
}
