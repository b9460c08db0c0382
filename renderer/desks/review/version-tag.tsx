import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/i18n/format.ts'
import type { DocumentVersion, ReviewDocument } from '#shared/contract/review.ts'
import classes from './document.module.css'

interface Props {
  readonly document: ReviewDocument
  readonly version: DocumentVersion
  readonly unseen: boolean
}

/** Which version a pane shows, and what became of it: `Version 1 · rejected, 12 Nov`. */
export function VersionTag({ document, version, unseen }: Props) {
  const { t } = useTranslation('review')
  const format = useFormat()
  const review = document.reviews.findLast((one) => one.version === version.version)
  const words = [
    t('versionNumber', { version: version.version }),
    review ? t(`verdictOn.${review.status}`, { when: format.short(review.at) }) : format.short(version.uploadedAt),
    ...(unseen && !review ? [t('unseen')] : []),
  ]
  return (
    <div
      className={classes.tag}
      data-current={version.current ? '' : undefined}
      title={format.exact(version.uploadedAt)}
    >
      {words.join(' · ')}
    </div>
  )
}
