import { Button, Progress } from '@mantine/core'
import { IconCloudOff, IconFileAlert, IconFileOff, IconFileX, IconLock, IconPlayerStop } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/i18n/format.ts'
import { useProblemText } from '#renderer/i18n/problem-text.ts'
import type { ErrorCode, Problem } from '#shared/contract/errors.ts'
import type { FileRef } from './load-bytes.ts'
import type { Broken } from './view.ts'
import classes from './viewer.module.css'

interface MessageProps {
  readonly icon: ReactNode
  readonly title: string
  readonly hint: string
  readonly onRetry?: (() => void) | undefined
  readonly alert?: boolean
}

function Message({ icon, title, hint, onRetry, alert = true }: MessageProps) {
  const { t } = useTranslation()
  return (
    <div className={classes.message} role={alert ? 'alert' : 'status'}>
      {icon}
      <p className={classes.messageTitle}>{title}</p>
      <p className={classes.messageHint}>{hint}</p>
      {onRetry && (
        <Button size="compact-sm" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </div>
  )
}

interface LoadingProps {
  /** Known once the file is on this computer. */
  readonly file: FileRef | undefined
  readonly read: number
  readonly onCancel: (() => void) | undefined
}

/** Shows itself only after a moment: most files are there before. */
export function LoadingFile({ file, read, onCancel }: LoadingProps) {
  const { t } = useTranslation('viewer')
  const format = useFormat()
  const words = file ? t('reading', { done: format.bytes(read), total: format.bytes(file.size) }) : t('fetching')
  return (
    <div className={classes.message} data-late="" role="status">
      <p className={classes.messageHint}>{words}</p>
      <Progress
        value={file && file.size > 0 ? (100 * read) / file.size : 100}
        animated={!file}
        w={220}
        size={4}
        aria-label={words}
      />
      {onCancel && (
        <Button size="compact-sm" onClick={onCancel}>
          {t('stop')}
        </Button>
      )}
    </div>
  )
}

/** The bytes are here and are being understood; that too is said only when it takes a moment. */
export function OpeningFile() {
  const { t } = useTranslation('viewer')
  return (
    <div className={classes.message} data-late="" role="status">
      <p className={classes.messageHint}>{t('opening')}</p>
    </div>
  )
}

const icon = { size: 28, stroke: 1.4, 'aria-hidden': true } as const

const own: Partial<
  Record<ErrorCode, { readonly key: 'away' | 'missing' | 'tooLarge' | 'damaged'; readonly icon: ReactNode }>
> = {
  offline: { key: 'away', icon: <IconCloudOff {...icon} /> },
  unreachable: { key: 'away', icon: <IconCloudOff {...icon} /> },
  timeout: { key: 'away', icon: <IconCloudOff {...icon} /> },
  file_missing: { key: 'missing', icon: <IconFileOff {...icon} /> },
  not_found: { key: 'missing', icon: <IconFileOff {...icon} /> },
  file_too_large: { key: 'tooLarge', icon: <IconFileX {...icon} /> },
  too_large: { key: 'tooLarge', icon: <IconFileX {...icon} /> },
  file_corrupt: { key: 'damaged', icon: <IconFileAlert {...icon} /> },
}

export function FailedFile({ problem, onRetry }: { readonly problem: Problem; readonly onRetry: () => void }) {
  const { t } = useTranslation('viewer')
  const text = useProblemText()
  const known = own[problem.code]
  if (!known)
    return <Message icon={<IconFileAlert {...icon} />} title={t('failed')} hint={text(problem)} onRetry={onRetry} />
  const retry = known.key === 'tooLarge' ? undefined : onRetry
  return <Message icon={known.icon} title={t(`${known.key}.title`)} hint={t(`${known.key}.hint`)} onRetry={retry} />
}

export function CancelledFile({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useTranslation('viewer')
  return (
    <Message
      icon={<IconPlayerStop {...icon} />}
      title={t('cancelled.title')}
      hint={t('cancelled.hint')}
      onRetry={onRetry}
      alert={false}
    />
  )
}

export function BrokenFile({ reason, onRetry }: { readonly reason: Broken; readonly onRetry?: () => void }) {
  const { t } = useTranslation('viewer')
  const shape = reason === 'locked' ? <IconLock {...icon} /> : <IconFileAlert {...icon} />
  return (
    <Message
      icon={shape}
      title={t(`${reason}.title`)}
      hint={t(`${reason}.hint`)}
      onRetry={reason === 'corrupt' ? onRetry : undefined}
    />
  )
}
