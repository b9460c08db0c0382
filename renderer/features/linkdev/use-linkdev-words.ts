import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { labels } from '#shared/systems/linkdev/labels.ts'
import { sentence } from '../../i18n/sentence.ts'
import { inLanguage, inWords } from '../workspaces/systems.ts'

export interface LinkdevWords {
  readonly plan: (value: string) => string
  readonly status: (value: string) => string
  readonly role: (value: string) => string
  readonly orgType: (value: string) => string
  readonly feature: (value: string) => string
  readonly switchName: (value: string) => string
  readonly interval: (value: string) => string
  readonly action: (value: string) => string
  readonly actorType: (value: string) => string
}

/** Values of LiNKdev's lists in the person's words. */
export function useLinkdevWords(): LinkdevWords {
  const { i18n } = useTranslation()
  const { language } = i18n
  return useMemo(() => {
    const of = (list: string) => (value: string) => {
      const label = labels[list]?.[value]
      return label ? inLanguage(label, language) : inWords(value)
    }
    return {
      plan: of('org_subscriptions.plan_name'),
      status: of('subscription_status'),
      role: of('organization_members.role'),
      orgType: of('organizations.org_type'),
      feature: of('plan_features.feature_key'),
      switchName: (value) => sentence(i18n, 'plans', `switch.${value}`) ?? inWords(value),
      interval: (value) => of('pricing_plan_interval')(value).toLocaleLowerCase(language),
      action: of('audit_logs.action'),
      actorType: of('audit_logs.actor_type'),
    }
  }, [i18n, language])
}

/** The values of one of these lists, in their order. */
export function listOf(list: 'org_subscriptions.plan_name' | 'subscription_status'): string[] {
  return Object.keys(labels[list] ?? {})
}
