import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '#shared/contract/entries.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { Shortcut } from '../../components/shortcut.tsx'
import { usePageKeys } from '../../components/use-page-keys.ts'
import { ComparePanes } from '../document-viewer/compare-panes.tsx'
import { DocumentPane } from '../document-viewer/document-pane.tsx'
import { EntryContent } from '../entries/entry-content.tsx'
import { ConflictHead } from './conflict-head.tsx'
import classes from './conflicts-page.module.css'
import { TheirDecision } from './their-decision.tsx'
import { useResolve } from './use-resolve.ts'
import { VersionTag } from './version-tag.tsx'
import type { VersionPair } from './versions-of.ts'

interface Props {
  readonly workspace: string
  readonly entry: EntryView
  readonly versions: VersionPair
}

const verbs = { APPROVED: 'approve', REJECTED: 'reject' } as const

/** A decision on a version that is no longer current, or that somebody else decided on: both beside each other. */
export function VersionConflict({ workspace, entry, versions }: Props) {
  const { t } = useTranslation('conflicts')
  const { take, busy, problem } = useResolve(workspace, entry.id)
  const { decided, current } = versions
  const moved = decided.id !== current.id
  const status = entry.operation.kind === 'call' ? entry.operation.args.p_status : undefined
  const verb = status === 'APPROVED' || status === 'REJECTED' ? verbs[status] : 'repeat'
  const canRepeat = entry.conflict?.retryArgs != null
  const mine = () => void (canRepeat && take('mine'))
  const theirs = () => take('theirs')
  // Not T: beside a document that key turns the page.
  usePageKeys([
    { keys: 'mod+Enter', run: mine },
    { keys: 'M', run: mine },
    { keys: 'X', run: theirs },
  ])
  const name = entry.subject.document ?? ''
  const paneName = (version = '?') => t('paneName', { document: name, version })

  return (
    <article className={classes.split}>
      <div className={classes.above}>
        <ConflictHead workspace={workspace} entry={entry} />
        <div className={classes.pair}>
          <section>
            <h3>{t('yours')}</h3>
            <EntryContent entry={entry} />
          </section>
          {!moved && <TheirDecision entry={entry} />}
        </div>
        {problem && <ProblemNote problem={problem} />}
        <div className={classes.actions}>
          {canRepeat && (
            <Button
              variant="filled"
              loading={busy}
              onClick={mine}
              rightSection={<Shortcut keys="mod+Enter" />}
              aria-keyshortcuts="Control+Enter Meta+Enter M"
            >
              {t(moved ? `onNew.${verb}` : 'replaceTheirs')}
            </Button>
          )}
          <Button disabled={busy} onClick={theirs} rightSection={<Shortcut keys="X" />} aria-keyshortcuts="X">
            {t('leave')}
          </Button>
        </div>
      </div>
      <div className={classes.documents}>
        {moved ? (
          <ComparePanes
            workspace={workspace}
            name={name}
            left={{
              versionId: decided.id,
              name: paneName(decided.version),
              tag: <VersionTag version={decided.version} tone="old" />,
            }}
            right={{
              versionId: current.id,
              name: paneName(current.version),
              tag: <VersionTag version={current.version} tone="new" />,
            }}
          />
        ) : (
          <DocumentPane workspace={workspace} versionId={current.id} name={name} />
        )}
      </div>
    </article>
  )
}
