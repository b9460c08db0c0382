import { IconArrowUpRight } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { PickAllBox, PickBox } from '#renderer/features/bulk/pick-box.tsx'
import { addPicks, pickedIn, togglePick } from '#renderer/features/bulk/picks.ts'
import type { GridColumn } from '#renderer/features/grid/grid-column.ts'
import type { GridHandle } from '#renderer/features/grid/lazy-grid-props.ts'
import { OPEN, PICK } from '#renderer/features/grid/use-grid-keys.ts'
import classes from './table.module.css'
import type { LabelledRow } from './table-columns.tsx'

const tool = { tool: true, bare: true, sortable: false, text: () => '' } as const

/** Before the values of a row: to choose it among others, and to open it. */
export function useToolColumns(list: string): readonly GridColumn<LabelledRow>[] {
  const { t } = useTranslation('bulk')
  return useMemo(
    () => [
      {
        ...tool,
        id: PICK,
        label: t('pickColumn'),
        header: () => <PickAllBox list={list} />,
        cell: ({ key }) => key !== null && <PickBox list={list} rowKey={key} />,
        width: 40,
        minWidth: 40,
      },
      {
        ...tool,
        id: OPEN,
        label: t('open'),
        cell: () => <IconArrowUpRight className={classes.open} size={15} stroke={1.8} aria-label={t('open')} />,
        width: 42,
        minWidth: 42,
      },
    ],
    [t, list],
  )
}

/** Chooses a row, or with `reach` all rows from the one that was chosen last. */
export async function pickRow(
  list: string,
  grid: GridHandle<LabelledRow> | null,
  row: LabelledRow,
  index: number,
  reach: boolean,
): Promise<void> {
  const { last } = pickedIn(list)
  if (row.key === null) return
  if (!reach || last === undefined || !grid) return togglePick(list, row.key, index)
  const rows = await grid.rowsBetween(Math.min(last, index), Math.max(last, index))
  addPicks(
    list,
    rows.flatMap(({ key }) => key ?? []),
    index,
  )
}
