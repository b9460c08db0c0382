import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Section } from '#renderer/components/section.tsx'
import { When } from '#renderer/components/when.tsx'
import { paths } from '#renderer/routes/paths.ts'
import type { Organization } from '#shared/contract/organizations.ts'
import classes from './organization.module.css'

interface Props {
  readonly workspace: string
  readonly organization: Organization
}

/** Whose the organisation is, and what it is called elsewhere. */
export function Facts({ workspace, organization }: Props) {
  const { t } = useTranslation('organizations')
  const { id, owner, customer, slug, createdAt, description } = organization
  const record = (relation: string, key: string) => paths.record(workspace, relation, JSON.stringify([key]))
  return (
    <Section
      title={t('one')}
      end={
        <Link className={classes.link} to={record('public.organizations', id)}>
          {t('allFields')}
        </Link>
      }
    >
      <dl className={classes.facts}>
        <Fact name={t('fact.owner')}>
          <Link className={classes.link} to={record('public.users', owner.id)}>
            {owner.name}
          </Link>
        </Fact>
        <Fact name={t('fact.email')}>{owner.email}</Fact>
        <Fact name={t('fact.slug')}>
          <span className={classes.mono}>{slug}</span>
        </Fact>
        <Fact name={t('fact.since')}>
          <When at={createdAt} />
        </Fact>
        {customer && (
          <Fact name={t('fact.stripe')}>
            <span className={classes.mono}>{customer.stripe}</span>
          </Fact>
        )}
        {customer?.email && <Fact name={t('fact.invoices')}>{customer.email}</Fact>}
        {description && <Fact name={t('fact.description')}>{description}</Fact>}
      </dl>
    </Section>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}
