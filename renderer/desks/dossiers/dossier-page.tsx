import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { api } from '#renderer/bridge/api.ts'
import { useCall } from '#renderer/bridge/use-call.ts'
import { Page } from '#renderer/components/page.tsx'
import { ProblemNote } from '#renderer/components/problem-note.tsx'
import { Shortcut } from '#renderer/components/shortcut.tsx'
import { usePageKeys } from '#renderer/components/use-page-keys.ts'
import { paths } from '#renderer/routes/paths.ts'
import { useWorkspace } from '#renderer/routes/use-workspace.ts'
import { Documents } from './documents.tsx'
import classes from './dossier.module.css'
import { DossierFacts } from './dossier-facts.tsx'
import { Messages } from './messages.tsx'
import { Orders } from './orders.tsx'
import { Steps } from './steps.tsx'
import { Timeline } from './timeline.tsx'

/** One dossier with everything about it, and what can be done with it. */
export function DossierPage() {
  const { t } = useTranslation('dossiers')
  const navigate = useNavigate()
  const workspace = useWorkspace()
  const { dossierId = '' } = useParams()
  const { data, problem, reload } = useCall(
    `dossier/${workspace}/${dossierId}`,
    () => api.dossiers.get({ workspace, id: dossierId }),
    { workspace },
  )
  const back = () => void navigate(paths.dossiers(workspace))
  usePageKeys([{ keys: 'Escape', run: back }])
  return (
    <Page
      title={data?.reference ?? t('one')}
      note={data && `${data.client.name} · ${data.product}`}
      before={
        <Tooltip
          label={
            <>
              {t('back')} <Shortcut keys="Escape" />
            </>
          }
        >
          <ActionIcon aria-label={t('back')} aria-keyshortcuts="Escape" onClick={back}>
            <IconArrowLeft size={16} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      }
    >
      {problem && !data && (
        <div className={classes.problem}>
          <ProblemNote problem={problem} onRetry={reload} />
        </div>
      )}
      {data && (
        <div className={classes.dossier}>
          <div className={classes.main}>
            <Steps steps={data.steps} />
            <Documents workspace={workspace} documents={data.documents} />
            <Messages key={dossierId} workspace={workspace} dossierId={dossierId} messages={data.messages} />
            <Orders orders={data.orders} />
          </div>
          <aside className={classes.aside} aria-label={t('aside')}>
            <DossierFacts workspace={workspace} dossier={data} />
            <Timeline timeline={data.timeline} />
          </aside>
        </div>
      )}
    </Page>
  )
}
