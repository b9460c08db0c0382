import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { EntryView } from '#shared/contract/entries.ts'
import { StateMark } from '../../components/state-mark.tsx'
import { When } from '../../components/when.tsx'
import { paths } from '../../routes/paths.ts'
import { EntryContent } from '../entries/entry-content.tsx'
import { markOf } from '../entries/entry-state.ts'
import { useEntryWords } from '../entries/entry-words.ts'
import { EntryActions } from './entry-actions.tsx'
import { EntryWhy } from './entry-why.tsx'
import classes from './outbox-page.module.css'

interface Props {
  readonly workspace: string
  readonly entry: EntryView
  readonly onClose: () => void
}

/** One decision in full: its content, where it stands and why, and what can be done. */
export function OutboxDetail({ workspace, entry, onClose }: Props) {
  const { t } = useTranslation('outbox')
  const { t: common } = useTranslation()
  const { what, about } = useEntryWords(workspace)(entry)
  const mark = markOf(entry.state)
  return (
    <aside className={classes.detail} aria-label={what}>
      <div className={classes.head}>
        <div>
          <h2>{what}</h2>
          <p className={classes.about}>{about}</p>
        </div>
        <ActionIcon onClick={onClose} aria-label={common('close')} aria-keyshortcuts="Escape">
          <IconX size={16} />
        </ActionIcon>
      </div>
      <EntryWhy workspace={workspace} entry={entry} />
      <EntryActions workspace={workspace} entry={entry} />
      {entry.state === 'conflict' && (
        <div className={classes.actions}>
          <Button component={Link} to={paths.conflicts(workspace, entry.id)} variant="filled">
            {t('openConflict')}
          </Button>
        </div>
      )}
      <section className={classes.section}>
        <h3>{t('content')}</h3>
        <EntryContent entry={entry} />
      </section>
      <section className={classes.section}>
        <dl className={classes.facts}>
          <dt>{t('stateLabel')}</dt>
          <dd>{mark ? <StateMark state={mark} /> : t(`state.${entry.lost ? 'lost' : entry.state}`)}</dd>
          <dt>{t('decided')}</dt>
          <dd>
            <When at={entry.madeAt} />
          </dd>
          <dt>{t('attempts')}</dt>
          <dd>{entry.attempts}</dd>
          <dt>{t('entry')}</dt>
          <dd className={classes.mono}>{entry.id}</dd>
        </dl>
      </section>
    </aside>
  )
}
