import { Anchor } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { useCatalogueWords } from '#renderer/features/catalogue/use-words.ts'
import type { GridColumn } from '#renderer/features/grid/grid-column.ts'
import { useAuditWords } from '#renderer/features/linkdev/use-audit-words.ts'
import { useLinkdevWords } from '#renderer/features/linkdev/use-linkdev-words.ts'
import { useFormat } from '#renderer/i18n/format.ts'
import { paths } from '#renderer/routes/paths.ts'
import type { AuditEntry } from '#shared/contract/audit.ts'

/** The columns of the log. */
export function useAuditColumns(workspace: string): readonly GridColumn<AuditEntry>[] {
  const { t } = useTranslation('audit')
  const format = useFormat()
  const words = useLinkdevWords()
  const audit = useAuditWords()
  const names = useCatalogueWords(workspace)
  return useMemo(
    () => [
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
        id: 'at',
        label: t('column.at'),
        text: (row) => format.exact(row.at),
        cell: (row) => (
          <time dateTime={row.at} title={format.exact(row.at)}>
            {format.short(row.at)}
          </time>
        ),
        width: 116,
        sort: 'desc',
        fixed: true,
      },
      { id: 'actor', label: t('column.actor'), text: audit.actor, width: 150, sortable: false },
      { id: 'action', label: t('column.action'), text: (row) => words.action(row.action), width: 190, sortable: false },
      {
        id: 'subject',
        label: t('column.subject'),
        text: (row) => `${audit.about(row)} · ${audit.table(row.entityType)}`,
        cell: (row) => audit.about(row),
        minWidth: 150,
        sortable: false,
      },
      {
        id: 'organization',
        label: t('column.organization'),
        text: (row) => row.organization?.name ?? '',
        cell: ({ organization }) =>
          organization?.name && (
            <Anchor component={Link} to={paths.organization(workspace, organization.id)} tabIndex={-1}>
              {organization.name}
            </Anchor>
          ),
        minWidth: 150,
        sortable: false,
      },
      {
        id: 'changed',
        label: t('column.changed'),
        text: (row) => row.changed.map((name) => names.column(row.entityType, name)).join(', '),
        minWidth: 160,
        sortable: false,
      },
    ],
    [t, format, words, audit, names, workspace],
  )
}
