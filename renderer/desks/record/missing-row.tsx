import { Button, Loader } from '@mantine/core'
import { IconClock, IconCloudOff, IconFileUnknown } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ProblemNote } from '#renderer/components/problem-note.tsx'
import classes from './record.module.css'
import type { useOrigin } from './use-origin.ts'

const icon = { size: 28, stroke: 1.4, 'aria-hidden': true } as const
/** A wait that is shorter is none. Milliseconds. */
const NOTICED = 200

/** In place of a row that is not on this computer: it is being fetched, or why it can't be. */
export function MissingRow({ origin, problem, retry }: ReturnType<typeof useOrigin>) {
  const { t } = useTranslation('record')
  const { t: common } = useTranslation()
  const again = (
    <Button size="compact-sm" mt={6} onClick={retry}>
      {common('retry')}
    </Button>
  )
  if (problem)
    return (
      <div className={classes.problem}>
        <ProblemNote problem={problem} onRetry={retry} />
      </div>
    )
  switch (origin?.from) {
    case 'offline':
      return (
        <Missing icon={<IconCloudOff {...icon} />} title={t('missing.offline')} hint={t('missing.offlineHint')}>
          {again}
        </Missing>
      )
    case 'next_pull':
      return (
        <Missing icon={<IconClock {...icon} />} title={t('missing.nextPull')} hint={t('missing.nextPullHint')}>
          {again}
        </Missing>
      )
    case 'nowhere':
      return (
        <Missing icon={<IconFileUnknown {...icon} />} title={t('missing.nowhere')} hint={t('missing.nowhereHint')}>
          {again}
        </Missing>
      )
    default:
      return <Fetching />
  }
}

interface MissingProps {
  readonly icon: ReactNode
  readonly title: string
  readonly hint: string
  readonly children: ReactNode
}

function Missing(props: MissingProps) {
  return (
    <div role="status" style={{ height: '100%' }}>
      <EmptyState {...props} />
    </div>
  )
}

function Fetching() {
  const { t } = useTranslation('record')
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), NOTICED)
    return () => clearTimeout(timer)
  }, [])
  if (!slow) return null
  return (
    <Missing icon={<Loader size={24} aria-hidden="true" />} title={t('missing.fetching')} hint={t('missing.why')}>
      {null}
    </Missing>
  )
}
