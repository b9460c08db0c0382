import { useTranslation } from 'react-i18next'
import type { QueueRow as Row } from '#shared/contract/review.ts'
import classes from './queue.module.css'
import { useRowMark } from './row-mark.tsx'
import { useWasSeen } from './seen-store.ts'
import { Waiting } from './waiting.tsx'

interface Props {
  readonly workspace: string
  readonly row: Row
}

/** A document of the queue in two lines: what and since when, whose and which version. */
export function QueueRow({ workspace, row }: Props) {
  const { t } = useTranslation('review')
  const seen = useWasSeen(workspace, row.versionId)
  const mark = useRowMark(row)
  return (
    <div className={classes.row} data-mark={row.mark ?? (mark ? 'pending' : undefined)}>
      <span className={classes.dot} title={seen ? undefined : t('unseenHint')} data-unseen={seen ? undefined : ''} />
      <div className={classes.lines}>
        <div className={classes.line}>
          <span className={classes.type}>{row.documentType}</span>
          <span className={classes.since}>{mark ?? <Waiting since={row.waitingSince} />}</span>
        </div>
        <div className={classes.line}>
          <span className={classes.who}>
            {row.client} · {row.dossier}
          </span>
          <span className={classes.version}>{t('v', { version: row.version })}</span>
          {!seen && <span className={classes.readersOnly}>{t('unseen')}</span>}
        </div>
      </div>
    </div>
  )
}
