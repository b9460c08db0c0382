import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { api } from '#renderer/bridge/api.ts'
import { useCall } from '#renderer/bridge/use-call.ts'
import { BackButton } from '#renderer/components/back-button.tsx'
import { ListSkeleton } from '#renderer/components/list-skeleton.tsx'
import { Page } from '#renderer/components/page.tsx'
import { ProblemNote } from '#renderer/components/problem-note.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { usePageKeys } from '#renderer/components/use-page-keys.ts'
import { useActionDialog } from '#renderer/features/actions/use-action-dialog.tsx'
import { useLinkdevWords } from '#renderer/features/linkdev/use-linkdev-words.ts'
import { paths } from '#renderer/routes/paths.ts'
import { useWorkspace } from '#renderer/routes/use-workspace.ts'
import { Facts } from './facts.tsx'
import { Invites } from './invites.tsx'
import { LatestLog } from './latest-log.tsx'
import { Members } from './members.tsx'
import classes from './organization.module.css'
import { StripeEvents } from './stripe-events.tsx'
import { SubscriptionDialog } from './subscription-dialog.tsx'
import { SubscriptionPart } from './subscription-part.tsx'
import { Usage } from './usage.tsx'

/** One organisation with everything about it, and what can be done with it. */
export function OrganizationPage() {
  const { t } = useTranslation('organizations')
  const words = useLinkdevWords()
  const navigate = useNavigate()
  const workspace = useWorkspace()
  const { organizationId: id = '' } = useParams()
  const { data, problem, slow, reload } = useCall(
    `organization/${workspace}/${id}`,
    () => api.organizations.get({ workspace, id }),
    { workspace },
  )
  const { open, dialog } = useActionDialog(workspace)
  const [changing, setChanging] = useState(false)
  const back = () => void navigate(paths.organizations(workspace))
  const change = () => setChanging(data?.subscription != null)
  const invite = () => data && open('invite_member', { id })
  usePageKeys([
    { keys: 'Escape', run: back },
    { keys: 'P', run: change },
    { keys: 'I', run: () => void invite() },
  ])
  return (
    <Page
      title={data?.name ?? t('one')}
      note={
        data && (
          <>
            {words.orgType(data.type)} · {data.owner.name} {data.mark && <StateMark state={data.mark} />}
          </>
        )
      }
      before={<BackButton label={t('back')} onClick={back} />}
    >
      {problem && !data && (
        <div className={classes.problem}>
          <ProblemNote problem={problem} onRetry={reload} />
        </div>
      )}
      {slow && <ListSkeleton />}
      {data && (
        <div className={classes.organization}>
          <div className={classes.main}>
            <SubscriptionPart workspace={workspace} organization={data} onChange={change} onAction={open} />
            <Usage usage={data.usage} switches={data.switches} />
            <Members workspace={workspace} organization={data} onInvite={() => void invite()} onAction={open} />
            <Invites invites={data.invites} onAction={open} />
            <StripeEvents events={data.events} />
          </div>
          <aside className={classes.aside} aria-label={t('aside')}>
            <Facts workspace={workspace} organization={data} />
            <LatestLog workspace={workspace} organization={data} />
          </aside>
        </div>
      )}
      {dialog}
      {changing && data?.subscription && (
        <SubscriptionDialog
          workspace={workspace}
          organization={data}
          subscription={data.subscription}
          onClose={() => setChanging(false)}
        />
      )}
    </Page>
  )
}
