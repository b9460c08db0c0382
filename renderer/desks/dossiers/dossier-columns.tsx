import { Anchor } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { StateMark } from '#renderer/components/state-mark.tsx'
import type { GridColumn } from '#renderer/features/grid/grid-column.ts'
import { useFormat } from '#renderer/i18n/format.ts'
import { paths } from '#renderer/routes/paths.ts'
import type { DossierRow } from '#shared/contract/dossiers.ts'
import { StatusBadge } from './status-badge.tsx'
import { useEnumWords } from './words.ts'

export function useDossierColumns(workspace: string): readonly GridColumn<DossierRow>[] {
  const { t } = useTranslation('dossiers')
  const format = useFormat()
  const words = useEnumWords()
  return useMemo(() => {
    const time = (at: string) => (
      <time dateTime={at} title={format.exact(at)}>
        {format.short(at)}
      </time>
    )
    return [
      {
        id: 'mark',
        label: t('column.mark'),
        text: (row) => row.mark ?? '',
        cell: (row) => row.mark && <StateMark state={row.mark} look="shape" />,
        width: 38,
        minWidth: 38,
        bare: true,
        sortable: false,
      },
      {
        id: 'reference',
        label: t('column.reference'),
        text: (row) => row.reference,
        cell: (row) => (
          <Anchor component={Link} to={paths.dossier(workspace, row.id)} tabIndex={-1} ff="monospace" fz={12}>
            {row.reference}
          </Anchor>
        ),
        width: 118,
        fixed: true,
      },
      { id: 'client', label: t('column.client'), text: (row) => row.client, minWidth: 110 },
      { id: 'product', label: t('column.product'), text: (row) => row.product, minWidth: 110 },
      {
        id: 'status',
        label: t('column.status'),
        text: (row) => words('dossier_status_code', row.status),
        cell: (row) => <StatusBadge status={row.status} />,
        width: 196,
      },
      {
        id: 'assignee',
        label: t('column.assignee'),
        text: (row) => row.assignee ?? t('noOne'),
        cell: (row) => row.assignee ?? <span style={{ color: 'var(--o-third)' }}>{t('noOne')}</span>,
        width: 116,
      },
      {
        id: 'pendingDocuments',
        label: t('column.pendingDocuments'),
        text: (row) => (row.pendingDocuments ? format.number(row.pendingDocuments) : ''),
        width: 88,
        align: 'end',
        sortable: false,
      },
      {
        id: 'createdAt',
        label: t('column.createdAt'),
        text: (row) => format.exact(row.createdAt),
        cell: (row) => time(row.createdAt),
        width: 100,
        align: 'end',
      },
      {
        id: 'updatedAt',
        label: t('column.updatedAt'),
        text: (row) => format.exact(row.updatedAt),
        cell: (row) => time(row.updatedAt),
        width: 104,
        align: 'end',
        sort: 'desc',
      },
    ]
  }, [t, format, words, workspace])
}
