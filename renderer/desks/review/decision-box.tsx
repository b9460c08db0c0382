import { Button, Textarea } from '@mantine/core'
import { getHotkeyHandler } from '@mantine/hooks'
import { IconCheck } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#renderer/components/problem-note.tsx'
import { Shortcut } from '#renderer/components/shortcut.tsx'
import { usePageKeys } from '#renderer/components/use-page-keys.ts'
import { useProblemText } from '#renderer/i18n/problem-text.ts'
import type { Problem } from '#shared/contract/errors.ts'
import type { Verdict } from './decided-store.ts'
import classes from './side.module.css'

interface Props {
  readonly comment: string
  readonly onComment: (comment: string) => void
  readonly onDecide: (verdict: Verdict) => void
  /** Why nothing can be decided now; the buttons stay where they are. */
  readonly closed: boolean
  readonly busy: boolean
  readonly problem: Problem | undefined
  /** A rejection without a comment was tried. */
  readonly onMissingComment: () => void
}

/** The comment and the two decisions. A and R from anywhere on the page. */
export function DecisionBox({ comment, onComment, onDecide, closed, busy, problem, onMissingComment }: Props) {
  const { t } = useTranslation('review')
  const text = useProblemText()
  const box = useRef<HTMLTextAreaElement>(null)
  const onField = problem?.field === 'p_comment'

  const decide = (verdict: Verdict) => {
    if (closed || busy) return
    if (verdict === 'REJECTED' && comment.trim() === '') {
      onMissingComment()
      box.current?.focus()
    } else onDecide(verdict)
  }
  const reject = () => decide('REJECTED')
  const startRejecting = () => {
    if (closed || busy) return
    if (comment.trim() === '') box.current?.focus()
    else reject()
  }
  usePageKeys([
    { keys: 'A', run: () => decide('APPROVED') },
    { keys: 'R', run: startRejecting },
    { keys: 'shift+R', run: reject },
  ])

  return (
    <section className={classes.decision} aria-label={t('decision')}>
      {problem && !onField && <ProblemNote problem={problem} />}
      <Textarea
        ref={box}
        label={t('comment')}
        placeholder={t('commentHint')}
        autosize
        minRows={2}
        maxRows={8}
        value={comment}
        onChange={(event) => onComment(event.currentTarget.value)}
        error={onField && text(problem)}
        onKeyDown={getHotkeyHandler([
          ['mod+Enter', reject],
          ['Escape', (event) => (event.target as HTMLElement).blur()],
        ])}
      />
      <div className={classes.buttons}>
        <Button
          variant="filled"
          leftSection={<IconCheck size={15} aria-hidden="true" />}
          rightSection={<Shortcut keys="A" />}
          aria-keyshortcuts="A"
          disabled={closed}
          data-busy={busy || undefined}
          onClick={() => decide('APPROVED')}
        >
          {t('approve')}
        </Button>
        <Button
          {...(closed ? {} : { c: 'var(--o-rejected)' })}
          rightSection={<Shortcut keys="R" />}
          aria-keyshortcuts="R Shift+R"
          disabled={closed}
          onClick={reject}
        >
          {t('reject')}
        </Button>
      </div>
    </section>
  )
}
