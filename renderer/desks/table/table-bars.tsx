import type { RefObject } from 'react'
import { PickBar } from '#renderer/features/bulk/pick-bar.tsx'
import type { GridHandle } from '#renderer/features/grid/lazy-grid-props.ts'
import { StagingBar } from '#renderer/features/staging/staging-bar.tsx'
import type { Relation } from '#shared/contract/catalogue.ts'
import type { Filter } from '#shared/model/filter.ts'
import type { LabelledRow } from './table-columns.tsx'

interface Props {
  readonly workspace: string
  readonly relation: Relation
  readonly list: {
    /** The name under which rows of this list are chosen. */
    readonly picks: string
    readonly filter: Filter | null
    readonly search: string
    readonly total: number
  }
  readonly grid: RefObject<GridHandle<LabelledRow> | null>
  readonly onOpen: (key: string) => void
}

/** Below the rows: what is done with those that were chosen, and with the cells that were changed. */
export function TableBars({ workspace, relation, list, grid, onOpen }: Props) {
  const { picks, filter, search, total } = list
  return (
    <>
      <PickBar workspace={workspace} relation={relation} list={picks} filter={filter} search={search} total={total} />
      <StagingBar
        workspace={workspace}
        relation={relation}
        onBefore={() => grid.current?.stopEditing()}
        onGo={(key) => {
          if (!grid.current?.reveal(key)) onOpen(key)
        }}
      />
    </>
  )
}
