import { Anchor } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { StateMark } from '#renderer/components/state-mark.tsx'
import type { GridColumn } from '#renderer/features/grid/grid-column.ts'
import { LimitStands } from '#renderer/features/linkdev/limit-stands.tsx'
import { useLinkdevWords } from '#renderer/features/linkdev/use-linkdev-words.ts'
import { useFormat } from '#renderer/i18n/format.ts'
import { paths } from '#renderer/routes/paths.ts'
import type { OrganizationRow } from '#shared/contract/organizations.ts'
import classes from './organization.module.css'
import { SubscriptionStatus } from './subscription-status.tsx'

/** The columns of the list of organisations. */
export function useOrganizationColumns(workspace: string): readonly GridColumn<OrganizationRow>[] {
  const { t } = useTranslation('organizations')
  const format = useFormat()
  const words = useLinkdevWords()
  return useMemo(() => {
    const time = (at: string | null) =>
      at && (
        <time dateTime={at} title={format.exact(at)}>
          {format.short(at)}
        </time>
      )
    const seats = ({ taken, seats: all }: OrganizationRow) =>
      all === null ? '' : t('taken', { taken: format.number(taken), seats: format.number(all) })
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
        id: 'name',
        label: t('column.name'),
        text: (row) => row.name,
        cell: (row) => (
          <Anchor component={Link} to={paths.organization(workspace, row.id)} tabIndex={-1}>
            {row.name}
          </Anchor>
        ),
        minWidth: 150,
        fixed: true,
        sort: 'asc',
      },
      { id: 'owner', label: t('column.owner'), text: (row) => row.owner, minWidth: 110, sortable: false },
      {
        id: 'plan',
        label: t('column.plan'),
        text: (row) => (row.plan === null ? '' : words.plan(row.plan)),
        width: 96,
      },
      {
        id: 'status',
        label: t('column.status'),
        text: (row) => (row.status === null ? '' : words.status(row.status)),
        cell: (row) => row.status && <SubscriptionStatus status={row.status} endsWithPeriod={row.endsWithPeriod} />,
        width: 150,
      },
      { id: 'seats', label: t('column.seats'), text: seats, width: 104, align: 'end' },
      {
        id: 'nearest',
        label: t('column.nearest'),
        text: ({ nearest }) => (nearest ? `${words.feature(nearest.feature)} ${nearest.percent ?? ''}` : ''),
        cell: ({ nearest }) =>
          nearest &&
          (nearest.stands !== 'fine' || (nearest.percent ?? 0) >= 1) && (
            <span className={classes.nearest}>
              <span>{words.feature(nearest.feature)}</span>
              <LimitStands use={nearest} />
            </span>
          ),
        minWidth: 284,
        sortable: false,
      },
      {
        id: 'periodEnd',
        label: t('column.periodEnd'),
        text: (row) => (row.periodEnd ? format.exact(row.periodEnd) : ''),
        cell: (row) => time(row.periodEnd),
        width: 100,
        align: 'end',
      },
      {
        id: 'createdAt',
        label: t('column.createdAt'),
        text: (row) => format.exact(row.createdAt),
        cell: (row) => time(row.createdAt),
        width: 100,
        align: 'end',
        hidden: true,
      },
    ]
  }, [t, format, words, workspace])
}
