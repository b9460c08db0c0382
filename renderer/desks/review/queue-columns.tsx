import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridColumn } from '#renderer/features/grid/grid-column.ts'
import { useFormat } from '#renderer/i18n/format.ts'
import type { QueueRow as Row } from '#shared/contract/review.ts'
import { QueueRow } from './queue-row.tsx'
import { useRowMark } from './row-mark.tsx'
import { Waiting } from './waiting.tsx'

/** The queue as a table. */
export function useTableColumns(): readonly GridColumn<Row>[] {
  const { t } = useTranslation('review')
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'documentType',
        label: t('column.documentType'),
        text: (row) => row.documentType,
        minWidth: 160,
        fixed: true,
      },
      { id: 'client', label: t('column.client'), text: (row) => row.client, minWidth: 140 },
      { id: 'dossier', label: t('column.dossier'), text: (row) => row.dossier, width: 150 },
      {
        id: 'waitingSince',
        label: t('column.waitingSince'),
        text: (row) => format.exact(row.waitingSince),
        cell: (row) => <Waiting since={row.waitingSince} />,
        width: 130,
        align: 'end',
        sort: 'asc',
      },
      { id: 'version', label: t('column.version'), text: (row) => String(row.version), width: 90, align: 'end' },
      {
        id: 'mark',
        label: t('column.decision'),
        text: (row) => (row.decided ? t(`verdict.${row.decided}`) : ''),
        cell: (row) => <Mark row={row} />,
        width: 140,
        sortable: false,
      },
    ],
    [t, format],
  )
}

/** The queue as a list: one column, two lines. */
export function useListColumns(workspace: string): readonly GridColumn<Row>[] {
  const { t } = useTranslation('review')
  return useMemo(
    () => [
      {
        id: 'document',
        label: t('queue'),
        text: (row) => `${row.documentType}, ${row.client}, ${row.dossier}`,
        cell: (row) => <QueueRow workspace={workspace} row={row} />,
        sortable: false,
        fixed: true,
      },
    ],
    [t, workspace],
  )
}

function Mark({ row }: { readonly row: Row }) {
  return useRowMark(row) ?? null
}
