import { Button, Textarea } from '@mantine/core'
import { getHotkeyHandler } from '@mantine/hooks'
import { IconSend } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#renderer/components/problem-note.tsx'
import { Section } from '#renderer/components/section.tsx'
import { Shortcut } from '#renderer/components/shortcut.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { usePageKeys } from '#renderer/components/use-page-keys.ts'
import { When } from '#renderer/components/when.tsx'
import { draftKey, keepDraft, useDraft } from '#renderer/features/drafts/draft-store.ts'
import { useProblemText } from '#renderer/i18n/problem-text.ts'
import type { Dossier } from '#shared/contract/dossiers.ts'
import classes from './messages.module.css'
import { useDossierCall } from './use-dossier-call.ts'

interface Props {
  readonly workspace: string
  readonly dossierId: string
  readonly messages: Dossier['messages']
}

/** What was written with the client, oldest first, and the box to write more. */
export function Messages({ workspace, dossierId, messages }: Props) {
  const { t } = useTranslation('dossiers')
  const thread = useRef<HTMLDivElement>(null)
  const count = messages.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: the newest message is at the end, and is what matters.
  useEffect(() => {
    thread.current?.scrollTo({ top: thread.current.scrollHeight })
  }, [count])
  return (
    <Section title={t('messages')}>
      {count === 0 ? (
        <p className={classes.none}>{t('noMessages')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        <div ref={thread} className={classes.thread} role="log" aria-label={t('messages')} tabIndex={0}>
          {messages.map(({ id, at, sender, senderType, body, mark }) => (
            <article key={id} className={classes.message} data-from={senderType === 'USER' ? 'client' : 'us'}>
              <header>
                <strong>{sender === 'System' ? t('system') : sender}</strong>
                <When at={at} />
                {mark && <StateMark state={mark} look="plain" />}
              </header>
              <p>{body}</p>
            </article>
          ))}
        </div>
      )}
      <Composer workspace={workspace} dossierId={dossierId} />
    </Section>
  )
}

function Composer({ workspace, dossierId }: Omit<Props, 'messages'>) {
  const { t } = useTranslation('dossiers')
  const text = useProblemText()
  const key = draftKey('message', workspace, dossierId)
  const body = useDraft(key)
  const box = useRef<HTMLTextAreaElement>(null)
  const { call, busy, problem, forgive } = useDossierCall(workspace)
  const onField = problem?.field === 'p_body'
  usePageKeys([{ keys: 'M', run: () => box.current?.focus() }])

  const send = async () => {
    const saved = await call('send_message', { p_dossier_id: dossierId, p_body: body })
    if (saved) keepDraft(key, '')
    box.current?.focus()
  }
  return (
    <div className={classes.composer}>
      {problem && !onField && <ProblemNote problem={problem} />}
      <Textarea
        ref={box}
        aria-label={t('write')}
        aria-keyshortcuts="M"
        placeholder={t('write')}
        autosize
        minRows={2}
        maxRows={10}
        value={body}
        error={onField && text(problem)}
        onChange={(event) => {
          keepDraft(key, event.currentTarget.value)
          forgive()
        }}
        onKeyDown={getHotkeyHandler([
          ['mod+Enter', () => void send()],
          ['Escape', (event) => (event.target as HTMLElement).blur()],
        ])}
      />
      <Button
        leftSection={<IconSend size={14} aria-hidden="true" />}
        rightSection={<Shortcut keys="mod+Enter" />}
        disabled={busy}
        onClick={() => void send()}
      >
        {t('send')}
      </Button>
    </div>
  )
}
