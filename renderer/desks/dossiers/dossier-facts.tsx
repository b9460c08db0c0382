import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { When } from '#renderer/components/when.tsx'
import type { Dossier } from '#shared/contract/dossiers.ts'
import classes from './dossier.module.css'
import { HolderControl } from './holder-control.tsx'
import { StatusBadge } from './status-badge.tsx'
import { StatusControl } from './status-control.tsx'
import { useEnumWords } from './words.ts'

interface Props {
  readonly workspace: string
  readonly dossier: Dossier
}

/** Where the dossier stands, who holds it, and whose it is. */
export function DossierFacts({ workspace, dossier }: Props) {
  const { t } = useTranslation('dossiers')
  const words = useEnumWords()
  const { client, assignee } = dossier
  return (
    <>
      <div className={classes.stand}>
        <div className={classes.standLine}>
          <strong>
            <StatusBadge status={dossier.status} />
          </strong>
          {dossier.mark && <StateMark state={dossier.mark} />}
          <span className={classes.standActions}>
            <StatusControl workspace={workspace} dossier={dossier} />
          </span>
        </div>
        <div className={classes.standLine}>
          <span className={classes.soft}>{t('heldBy')}</span> {assignee?.name ?? t('noOne')}
          <span className={classes.standActions}>
            <HolderControl workspace={workspace} dossier={dossier} />
          </span>
        </div>
      </div>
      <dl className={classes.facts}>
        <Fact name={t('fact.client')}>{client.name}</Fact>
        <Fact name={t('fact.email')}>{client.email}</Fact>
        {client.phone && <Fact name={t('fact.phone')}>{client.phone}</Fact>}
        <Fact name={t('fact.account')}>{words('user_status', client.status)}</Fact>
        <Fact name={t('fact.type')}>{words('dossier_type', dossier.type)}</Fact>
        <Fact name={t('fact.createdAt')}>
          <When at={dossier.createdAt} />
        </Fact>
      </dl>
    </>
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
