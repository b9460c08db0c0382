import { IconAlertTriangle, IconListDetails, IconLogin, IconUser } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { InboxPart } from '#shared/contract/inbox.ts'
import { StateMark } from '../../components/state-mark.tsx'
import { When } from '../../components/when.tsx'
import { useFormat } from '../../i18n/format.ts'
import { useProblemText } from '../../i18n/problem-text.ts'
import { paths } from '../../routes/paths.ts'
import { useEntryWords } from '../entries/entry-words.ts'
import { inLanguage, manifestOf } from '../workspaces/systems.ts'
import classes from './inbox.module.css'
import { InboxRow } from './inbox-row.tsx'

const icon = { size: 16, stroke: 1.7, 'aria-hidden': true } as const

/** One workspace with everything that waits in it; each line leads to its place. */
export function InboxSection({ part }: { readonly part: InboxPart }) {
  const { t, i18n } = useTranslation('inbox')
  const format = useFormat()
  const problemText = useProblemText()
  const manifest = manifestOf(part.system)
  const { workspace, person, signIn, problem, entries, conflicts, rejected, pending, waitingFor, work } = part
  const words = useEntryWords(workspace)
  const name = manifest?.name ?? workspace
  const more = conflicts + rejected - entries.length
  const viewOf = (view: string) => manifest?.views.find((one) => one.name === view)
  return (
    <section className={classes.part} aria-label={t('part', { name, workspace })}>
      <h2>
        {name} <span>{[name === workspace ? '' : workspace, person].filter(Boolean).join(' · ')}</span>
      </h2>
      <ul>
        {signIn && (
          <InboxRow
            to={paths.workspace(workspace)}
            mark={<IconLogin {...icon} />}
            what={t('signIn')}
            about={t('signInHint')}
          />
        )}
        {problem && (
          <InboxRow
            to={paths.sync(workspace)}
            mark={<IconAlertTriangle {...icon} className={classes.bad ?? ''} />}
            what={t('problem')}
            about={problemText(problem)}
          />
        )}
        {entries.map((entry) => (
          <InboxRow
            key={entry.id}
            to={paths.conflicts(workspace, entry.id)}
            mark={<StateMark state={entry.state === 'rejected' ? 'rejected' : 'conflict'} look="plain" />}
            {...words(entry)}
            end={<When at={entry.madeAt} />}
          />
        ))}
        {more > 0 && <InboxRow to={paths.conflicts(workspace)} mark={null} what={t('more', { count: more })} />}
        {work.map(({ view, rows }) => (
          <InboxRow
            key={view}
            to={paths.view(workspace, view)}
            mark={<IconListDetails {...icon} />}
            what={viewOf(view) ? inLanguage(viewOf(view)?.label ?? { en: view, fr: view }, i18n.language) : view}
            about={t('work', { count: rows, number: format.number(rows) })}
          />
        ))}
        {waitingFor.map(({ email, count }) => (
          <InboxRow
            key={email}
            to={paths.workspace(workspace)}
            mark={<IconUser {...icon} />}
            what={t('waitingFor', { count, email: email ?? t('somebody') })}
          />
        ))}
        {pending > 0 && (
          <InboxRow
            to={paths.outbox(workspace)}
            mark={<StateMark state="pending" look="plain" />}
            what={t('pending', { count: pending })}
          />
        )}
      </ul>
    </section>
  )
}
