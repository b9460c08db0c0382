import { Anchor } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import i18next from 'i18next'
import { problemText } from '#renderer/i18n/problem-text.ts'
import { paths } from '#renderer/routes/paths.ts'
import type { Problem } from '#shared/contract/errors.ts'

/** Says that a decision was not saved after all, when its document is not on screen any more, and leads back to it. */
export function toastLateFailure(workspace: string, documentId: string, problem: Problem): void {
  const id = `late-${documentId}`
  notifications.show({
    id,
    title: i18next.t('review:late.title'),
    message: (
      <>
        {problemText(i18next, problem)} {i18next.t('review:late.kept')}{' '}
        <Anchor href={`#${paths.review(workspace, documentId)}`} onClick={() => notifications.hide(id)}>
          {i18next.t('review:late.open')}
        </Anchor>
      </>
    ),
    color: 'var(--o-rejected)',
    autoClose: false,
    withBorder: true,
    role: 'alert',
  })
}
