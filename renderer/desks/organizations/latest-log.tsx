import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Section } from '#renderer/components/section.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { When } from '#renderer/components/when.tsx'
import { useAuditWords } from '#renderer/features/linkdev/use-audit-words.ts'
import { useLinkdevWords } from '#renderer/features/linkdev/use-linkdev-words.ts'
import { paths } from '#renderer/routes/paths.ts'
import type { Organization } from '#shared/contract/organizations.ts'
import classes from './organization.module.css'

interface Props {
  readonly workspace: string
  readonly organization: Organization
}

/** The latest entries of the audit log about an organisation; each leads to its before and after. */
export function LatestLog({ workspace, organization: { id, log } }: Props) {
  const { t } = useTranslation('organizations')
  const words = useLinkdevWords()
  const audit = useAuditWords()
  const only = `?org=${id}`
  return (
    <Section
      title={t('log')}
      end={
        <Link className={classes.link} to={paths.audit(workspace, undefined, only)}>
          {t('wholeLog')}
        </Link>
      }
    >
      {log.length === 0 && <p className={classes.soft}>{t('noLog')}</p>}
      <ol className={classes.log}>
        {log.map((entry) => (
          <li key={entry.id}>
            <p>
              <Link className={classes.link} to={paths.audit(workspace, entry.id, only)}>
                {words.action(entry.action)} <span className={classes.second}>{audit.about(entry)}</span>
              </Link>
            </p>
            <p className={classes.when}>
              <When at={entry.at} /> {audit.actor(entry)} {entry.mark && <StateMark state={entry.mark} look="plain" />}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  )
}
