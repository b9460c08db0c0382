import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Section } from '#renderer/components/section.tsx'
import { Shortcut } from '#renderer/components/shortcut.tsx'
import { When } from '#renderer/components/when.tsx'
import { useOffered } from '#renderer/features/actions/use-offered.ts'
import { useRelation } from '#renderer/features/catalogue/use-catalogue.ts'
import { useLinkdevWords } from '#renderer/features/linkdev/use-linkdev-words.ts'
import { usePriceWords } from '#renderer/features/linkdev/use-price-words.ts'
import { inLanguage } from '#renderer/features/workspaces/systems.ts'
import { useFormat } from '#renderer/i18n/format.ts'
import type { Relation } from '#shared/contract/catalogue.ts'
import type { Organization, Subscription } from '#shared/contract/organizations.ts'
import type { OnAction } from './on-action.ts'
import classes from './organization.module.css'
import { SubscriptionStatus } from './subscription-status.tsx'

interface Props {
  readonly workspace: string
  readonly organization: Organization
  readonly onChange: () => void
  readonly onAction: OnAction
}

/** The plan, its seats, its period and its price, and the ways to change them. */
export function SubscriptionPart({ workspace, organization, onChange, onAction }: Props) {
  const { t } = useTranslation('organizations')
  const { data: relation } = useRelation(workspace, 'org_subscriptions')
  const { id, subscription, taken } = organization
  if (!subscription)
    return (
      <Section title={t('subscription')}>
        <p className={classes.soft}>{t('noSubscription')}</p>
      </Section>
    )
  return (
    <Section
      title={t('subscription')}
      end={
        <span className={classes.buttons}>
          {relation && (
            <EndButton
              workspace={workspace}
              relation={relation}
              subscription={subscription}
              onAction={(name) => onAction(name, { org_id: id })}
            />
          )}
          <Button rightSection={<Shortcut keys="P" />} aria-keyshortcuts="P" onClick={onChange}>
            {t('change')}
          </Button>
        </span>
      }
    >
      <SubscriptionFacts subscription={subscription} taken={taken} />
    </Section>
  )
}

function SubscriptionFacts({ subscription, taken }: { readonly subscription: Subscription; readonly taken: number }) {
  const { t } = useTranslation('organizations')
  const format = useFormat()
  const words = useLinkdevWords()
  const priceWords = usePriceWords()
  const { plan, status, seats, endsWithPeriod, periodStart, periodEnd, trialEnd, price, total } = subscription
  const [from, to] = [format.short(periodStart), periodEnd && format.short(periodEnd)]
  return (
    <dl className={classes.facts}>
      <dt>{t('plan')}</dt>
      <dd className={classes.plan}>{words.plan(plan)}</dd>
      <dt>{t('status')}</dt>
      <dd>
        <SubscriptionStatus status={status} endsWithPeriod={endsWithPeriod} />
      </dd>
      <dt>{t('seats')}</dt>
      <dd>{t('seatsTaken', { taken: format.number(taken), seats: format.number(seats) })}</dd>
      <dt>{t('price')}</dt>
      <dd>
        {price ? priceWords(price) : <span className={classes.soft}>{t('noPrice')}</span>}
        {price && total && ` · ${t('total', { amount: format.money(total, price.currency) })}`}
      </dd>
      <dt>{t('period')}</dt>
      <dd>
        {to ? t('until', { from, to }) : t('since', { from })}
        {to && ` · ${t(endsWithPeriod ? 'ended' : 'renews', { at: to })}`}
        {trialEnd && (
          <>
            {' · '}
            {t('trial', { at: format.short(trialEnd) })}
          </>
        )}
        {subscription.canceledAt && (
          <span className={classes.soft}>
            {' · '}
            <When at={subscription.canceledAt} />
          </span>
        )}
      </dd>
    </dl>
  )
}

interface EndProps {
  readonly workspace: string
  readonly relation: Relation
  readonly subscription: Subscription
  readonly onAction: (name: string) => void
}

/** Lets the subscription end with its period, or go on: whichever the manifest offers now. */
function EndButton({ workspace, relation, subscription, onAction }: EndProps) {
  const { i18n } = useTranslation()
  const offered = useOffered(workspace, relation, JSON.stringify([subscription.id]))
  return offered
    .filter(({ name }) => name === 'cancel_subscription' || name === 'resume_subscription')
    .map(({ name, action }) => (
      <Button key={name} onClick={() => onAction(name)}>
        {inLanguage(action.label, i18n.language)}
      </Button>
    ))
}
