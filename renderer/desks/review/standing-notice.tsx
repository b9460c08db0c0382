import {
  IconArrowsLeftRight,
  IconCircleCheck,
  IconCircleDashed,
  IconFilePlus,
  IconHistory,
  IconX,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useFormat } from '#renderer/i18n/format.ts'
import { paths } from '#renderer/routes/paths.ts'
import { DocumentNotice } from './document-notice.tsx'
import type { Standing } from './standing.ts'
import type { ShownVersion } from './use-shown-version.ts'

interface Props {
  readonly workspace: string
  readonly standing: Standing
  readonly version: ShownVersion
  readonly onUndo: () => void
}

const icon = { size: 16, stroke: 1.7, 'aria-hidden': true } as const

/** Says, calmly, why a document can't be decided now, and what can be done instead. Nothing while it can. */
export function StandingNotice({ workspace, standing, version: { shown, current, show }, onUndo }: Props) {
  const { t } = useTranslation('review')
  const format = useFormat()
  const navigate = useNavigate()
  const values = { shown: shown.version, current: current.version }
  if (standing.kind === 'open' || standing.kind === 'closed') return null
  if (standing.kind === 'old') {
    const action = { label: t('showCurrent', values), run: () => show(current.versionId) }
    return standing.arrived ? (
      <DocumentNotice icon={<IconFilePlus {...icon} />} tone="news" action={action}>
        {t('arrived', { ...values, when: format.short(current.uploadedAt) })}
      </DocumentNotice>
    ) : (
      <DocumentNotice icon={<IconHistory {...icon} />} action={action}>
        {t('oldVersion', values)}
      </DocumentNotice>
    )
  }
  if (standing.kind === 'mine')
    return (
      <DocumentNotice icon={<IconCircleDashed {...icon} />} tone="pending" action={{ label: t('undo'), run: onUndo }}>
        {t(`own.${standing.verdict}`, values)}
      </DocumentNotice>
    )
  if (standing.kind === 'decided')
    return (
      <DocumentNotice icon={<IconCircleCheck {...icon} />}>
        {t(`decided.${standing.verdict}`, { ...values, by: standing.by, when: format.short(standing.at) })}
      </DocumentNotice>
    )
  if (standing.kind === 'conflict')
    return (
      <DocumentNotice
        icon={<IconArrowsLeftRight {...icon} />}
        tone="conflict"
        action={{ label: t('resolve'), run: () => void navigate(paths.conflicts(workspace)) }}
      >
        {t('inConflict')}
      </DocumentNotice>
    )
  return (
    <DocumentNotice
      icon={<IconX {...icon} />}
      tone="rejected"
      action={{ label: t('look'), run: () => void navigate(paths.outbox(workspace)) }}
    >
      {t('refused')}
    </DocumentNotice>
  )
}
