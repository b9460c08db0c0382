import { IconCheck, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { When } from '#renderer/components/when.tsx'
import type { ReviewDocument } from '#shared/contract/review.ts'
import classes from './side.module.css'

/** Earlier reviews of the same document, newest first, with what was written. */
export function Earlier({ document }: { readonly document: ReviewDocument }) {
  const { t } = useTranslation('review')
  if (document.reviews.length === 0) return null
  const newestFirst = document.reviews.toReversed()
  return (
    <section className={classes.section} aria-label={t('earlier')}>
      <h3>{t('earlier')}</h3>
      <ul className={classes.earlier}>
        {newestFirst.map((review) => (
          <li key={`${review.version} ${review.at}`} data-status={review.status}>
            {review.status === 'APPROVED' ? <IconCheck aria-hidden="true" /> : <IconX aria-hidden="true" />}
            <div>
              <p>
                {t(`earlierBy.${review.status}`, { reviewer: review.reviewer, version: review.version })}{' '}
                <span className={classes.soft}>
                  <When at={review.at} />
                </span>
              </p>
              {review.comment && <p className={classes.quote}>{review.comment}</p>}
              {review.mark && <StateMark state={review.mark} look="plain" />}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
