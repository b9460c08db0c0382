import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import table from '#renderer/components/data-table.module.css'
import { Section } from '#renderer/components/section.tsx'
import { Shortcut } from '#renderer/components/shortcut.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { When } from '#renderer/components/when.tsx'
import { useLinkdevWords } from '#renderer/features/linkdev/use-linkdev-words.ts'
import { useFormat } from '#renderer/i18n/format.ts'
import { paths } from '#renderer/routes/paths.ts'
import type { Organization } from '#shared/contract/organizations.ts'
import { MemberMenu } from './member-menu.tsx'
import type { OnAction } from './on-action.ts'
import classes from './organization.module.css'

interface Props {
  readonly workspace: string
  readonly organization: Organization
  readonly onInvite: () => void
  readonly onAction: OnAction
}

/** Who belongs to the organisation, what they may do there, and when they were last active. */
export function Members({ workspace, organization: { id, members }, onInvite, onAction }: Props) {
  const { t } = useTranslation('organizations')
  const format = useFormat()
  const words = useLinkdevWords()
  return (
    <Section
      title={`${t('members')} · ${format.number(members.length)}`}
      end={
        <Button rightSection={<Shortcut keys="I" />} aria-keyshortcuts="I" onClick={onInvite}>
          {t('invite')}
        </Button>
      }
    >
      <table className={table.table}>
        <thead>
          <tr>
            <th>{t('member.name')}</th>
            <th>{t('member.role')}</th>
            <th>{t('member.invitedBy')}</th>
            <th className={table.right}>{t('member.joined')}</th>
            <th className={table.right}>{t('member.lastActive')}</th>
            <th aria-label={t('column.mark')} />
          </tr>
        </thead>
        <tbody>
          {members.map(({ userId, name, email, role, invitedBy, joinedAt, lastActive, mark }) => (
            <tr key={userId}>
              <td>
                <span className={classes.marked}>
                  <Link
                    className={classes.link}
                    title={email}
                    to={paths.record(workspace, 'public.users', JSON.stringify([userId]))}
                  >
                    {name}
                  </Link>
                  {mark && <StateMark state={mark} />}
                </span>
              </td>
              <td>{words.role(role)}</td>
              <td className={classes.second}>{invitedBy ?? <span className={classes.soft}>{t('founder')}</span>}</td>
              <td className={table.right}>
                <When at={joinedAt} />
              </td>
              <td className={table.right}>
                {lastActive ? format.day(lastActive) : <span className={classes.soft}>{t('never')}</span>}
              </td>
              <td className={table.right}>
                <MemberMenu name={name} cells={{ org_id: id, user_id: userId, role }} onAction={onAction} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
