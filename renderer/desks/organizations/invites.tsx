import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import table from '#renderer/components/data-table.module.css'
import { Section } from '#renderer/components/section.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { When } from '#renderer/components/when.tsx'
import { useLinkdevWords } from '#renderer/features/linkdev/use-linkdev-words.ts'
import { inLanguage } from '#renderer/features/workspaces/systems.ts'
import type { Organization } from '#shared/contract/organizations.ts'
import { actions } from '#shared/systems/linkdev/actions.ts'
import type { OnAction } from './on-action.ts'
import classes from './organization.module.css'

interface Props extends Pick<Organization, 'invites'> {
  readonly onAction: OnAction
}

/** Invitations that nobody has answered; each keeps a seat until it is revoked or lapses. */
export function Invites({ invites, onAction }: Props) {
  const { t, i18n } = useTranslation('organizations')
  const words = useLinkdevWords()
  const revoke = actions.revoke_invite
  if (invites.length === 0) return null
  return (
    <Section title={t('invites')}>
      <table className={table.table}>
        <thead>
          <tr>
            <th>{t('invited.email')}</th>
            <th>{t('invited.role')}</th>
            <th>{t('invited.by')}</th>
            <th className={table.right}>{t('invited.expires')}</th>
            <th aria-label={t('column.mark')} />
          </tr>
        </thead>
        <tbody>
          {invites.map(({ id, email, role, invitedBy, expiresAt, lapsed, mark }) => (
            <tr key={id}>
              <td>
                <span className={classes.marked}>
                  {email} {mark && <StateMark state={mark} />}
                </span>
              </td>
              <td>{words.role(role)}</td>
              <td className={classes.second}>{invitedBy}</td>
              <td className={table.right}>
                {lapsed && <span className={classes.soft}>{t('lapsed')} </span>}
                <When at={expiresAt} />
              </td>
              <td className={table.right}>
                {revoke && (
                  <Button
                    size="compact-sm"
                    aria-label={`${inLanguage(revoke.label, i18n.language)}, ${email}`}
                    onClick={() => onAction('revoke_invite', { id })}
                  >
                    {inLanguage(revoke.label, i18n.language)}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
