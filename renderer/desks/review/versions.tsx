import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { When } from '#renderer/components/when.tsx'
import type { ReviewDocument } from '#shared/contract/review.ts'
import { useWasSeen } from './seen-store.ts'
import classes from './side.module.css'
import type { ShownVersion } from './use-shown-version.ts'

interface Props {
  readonly workspace: string
  readonly document: ReviewDocument
  readonly version: ShownVersion
}

/** All versions, newest first; choosing one puts it on screen. */
export function Versions({ workspace, document, version: { shown, show } }: Props) {
  const { t } = useTranslation('review')
  if (document.versions.length < 2) return null
  const newestFirst = document.versions.toReversed()
  return (
    <section className={classes.section} aria-label={t('versions')}>
      <h3>{t('versions')}</h3>
      <div className={classes.versions}>
        {newestFirst.map((version) => (
          <UnstyledButton
            key={version.versionId}
            aria-pressed={version === shown}
            className={classes.versionChoice}
            onClick={() => show(version.versionId)}
          >
            <UnseenDot workspace={workspace} versionId={version.versionId} />
            <span>{t('versionNumber', { version: version.version })}</span>
            {version.current && <span className={classes.currentWord}>{t('current')}</span>}
            <span className={classes.by} title={version.uploadedBy}>
              {version.uploadedBy}
            </span>
            <span className={classes.soft}>
              <When at={version.uploadedAt} />
            </span>
          </UnstyledButton>
        ))}
      </div>
    </section>
  )
}

function UnseenDot({ workspace, versionId }: { readonly workspace: string; readonly versionId: string }) {
  const { t } = useTranslation('review')
  const seen = useWasSeen(workspace, versionId)
  return <span className={classes.dot} data-unseen={seen ? undefined : ''} title={seen ? undefined : t('unseenHint')} />
}
