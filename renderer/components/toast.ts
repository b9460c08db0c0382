import { notifications } from '@mantine/notifications'
import i18next from 'i18next'
import { problemOf } from '../bridge/api-error.ts'
import { problemText } from '../i18n/problem-text.ts'

/** Says in a corner that something was done; goes away by itself. */
export function toastDone(message: string): void {
  notifications.show({ message, autoClose: 4_000, withBorder: true })
}

/** Says in a corner how far something is that takes its time, until it is told that it has ended. */
export function toastProgress(): { say(message: string): void; end(): void } {
  let id: string | undefined
  return {
    say: (message) => {
      if (id === undefined) id = notifications.show({ message, autoClose: false, withBorder: true, loading: true })
      else notifications.update({ id, message, autoClose: false, withBorder: true, loading: true })
    },
    end: () => {
      if (id !== undefined) notifications.hide(id)
    },
  }
}

/** Says in a corner what failed; stays until it is closed. For failures that have no better place on the screen. */
export function toastProblem(error: unknown): void {
  notifications.show({
    title: i18next.t('errors:title'),
    message: problemText(i18next, problemOf(error)),
    color: 'var(--o-rejected)',
    autoClose: false,
    withBorder: true,
    role: 'alert',
  })
}
