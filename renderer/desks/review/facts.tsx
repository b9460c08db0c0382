import { Anchor } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '#renderer/routes/paths.ts'
import type { ReviewDocument } from '#shared/contract/review.ts'
import classes from './side.module.css'
import { Waiting } from './waiting.tsx'

interface Props {
  readonly workspace: string
  readonly document: ReviewDocument
}

/** What a reviewer has to know of a document beside its content. */
export function Facts({ workspace, document }: Props) {
  const { t } = useTranslation('review')
  const { client, dossier, heldBy, waitingSince } = document
  return (
    <dl className={classes.facts}>
      <Fact name={t('fact.client')}>
        {client.name}
        <span className={classes.soft} title={client.email}>
          {client.email}
        </span>
      </Fact>
      <Fact name={t('fact.dossier')}>
        <Anchor component={Link} to={paths.dossier(workspace, dossier.id)} ff="monospace" fz={12}>
          {dossier.reference}
        </Anchor>
      </Fact>
      {waitingSince && (
        <Fact name={t('fact.waiting')}>
          <Waiting since={waitingSince} />
        </Fact>
      )}
      <Fact name={t('fact.heldBy')}>{heldBy ?? <span className={classes.soft}>{t('noOne')}</span>}</Fact>
    </dl>
  )
}

/** What the document is part of: the product, and the step of it. */
export function Subtitle({ document: { dossier, step } }: { readonly document: ReviewDocument }) {
  const { t } = useTranslation('review')
  return <>{step ? t('partOf', { product: dossier.product, ...step }) : dossier.product}</>
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}
