import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ChoiceFilter } from '#renderer/features/grid/choice-filter.tsx'
import { listOf, useLinkdevWords } from '#renderer/features/linkdev/use-linkdev-words.ts'
import classes from './desk.module.css'
import { changeOrganizationsView, useOrganizationsView } from './organizations-store.ts'

interface Props {
  readonly workspace: string
  /** At the right end. */
  readonly children?: ReactNode
}

/** What narrows the list of organisations. */
export function OrganizationFilters({ workspace, children }: Props) {
  const { t } = useTranslation('organizations')
  const words = useLinkdevWords()
  const { plans, statuses, teams, pressed } = useOrganizationsView(workspace)
  const change = (next: Parameters<typeof changeOrganizationsView>[1]) => changeOrganizationsView(workspace, next)
  const toggle = (label: string, on: boolean, onClick: () => void) => (
    <Button size="compact-sm" variant={on ? 'light' : 'default'} aria-pressed={on} onClick={onClick}>
      {label}
    </Button>
  )
  return (
    <div className={classes.filters}>
      <ChoiceFilter
        choices={listOf('org_subscriptions.plan_name').map((value) => ({ value, label: words.plan(value) }))}
        chosen={plans}
        onChange={(chosen) => change({ plans: chosen })}
        label={plans.length > 1 ? t('plans', { count: plans.length }) : t('plan')}
        allLabel={t('allPlans')}
      />
      <ChoiceFilter
        choices={listOf('subscription_status').map((value) => ({ value, label: words.status(value) }))}
        chosen={statuses}
        onChange={(chosen) => change({ statuses: chosen })}
        label={statuses.length > 1 ? t('statuses', { count: statuses.length }) : t('status')}
        allLabel={t('allStatuses')}
      />
      {toggle(t('pressed'), pressed, () => change({ pressed: !pressed }))}
      {toggle(t('teams'), teams, () => change({ teams: !teams }))}
      <span className={classes.end}>{children}</span>
    </div>
  )
}
