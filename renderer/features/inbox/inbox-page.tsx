import { IconInbox } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../components/empty-state.tsx'
import { ListSkeleton } from '../../components/list-skeleton.tsx'
import { Page } from '../../components/page.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { useListKeys } from '../../components/use-list-keys.ts'
import classes from './inbox.module.css'
import { InboxSection } from './inbox-section.tsx'
import { loadInbox, needsOf, useInbox } from './inbox-store.ts'

/** What waits in all workspaces of this computer, those first that need a person. */
export function InboxPage() {
  const { t } = useTranslation('inbox')
  const { parts, problem } = useInbox()
  const list = useRef<HTMLDivElement>(null)
  const links = () => [...(list.current?.querySelectorAll<HTMLAnchorElement>('a') ?? [])]
  const [count, setCount] = useState(0)
  useEffect(() => {
    setCount(parts === undefined ? 0 : (list.current?.querySelectorAll('a').length ?? 0))
  }, [parts])
  const [selected, setSelected] = useState(-1)
  const select = (place: number) => {
    setSelected(place)
    links()[place]?.focus()
  }
  useListKeys({ count, selected, select })
  const needs = needsOf(parts ?? [])
  return (
    <Page title={t('title')} note={needs > 0 ? t('needs', { count: needs }) : t('hint')}>
      <div className={classes.page} ref={list}>
        {problem && <ProblemNote problem={problem} onRetry={() => void loadInbox()} />}
        {!parts && !problem && <ListSkeleton />}
        {parts?.length === 0 && (
          <EmptyState
            icon={<IconInbox size={28} stroke={1.4} aria-hidden="true" />}
            title={t('empty.title')}
            hint={t('empty.hint')}
          />
        )}
        {parts?.map((part) => (
          <InboxSection key={part.workspace} part={part} />
        ))}
      </div>
    </Page>
  )
}
