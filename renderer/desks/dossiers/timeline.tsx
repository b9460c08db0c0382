import {
  IconArrowRight,
  IconBell,
  IconCheck,
  IconCircleDot,
  IconCreditCard,
  IconFlag,
  IconFolderPlus,
  IconMessage,
  IconUpload,
  IconUserCheck,
  IconX,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Section } from '#renderer/components/section.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { When } from '#renderer/components/when.tsx'
import type { Dossier } from '#shared/contract/dossiers.ts'
import classes from './timeline.module.css'
import { useTimelineWords } from './timeline-words.ts'

const shapes: Readonly<Record<string, typeof IconCheck>> = {
  DOSSIER_CREATED: IconFolderPlus,
  DOSSIER_STATUS_CHANGED: IconArrowRight,
  DOSSIER_ASSIGNED: IconUserCheck,
  STEP_COMPLETED: IconFlag,
  DOCUMENT_UPLOADED: IconUpload,
  PAYMENT_REQUESTED: IconCreditCard,
  PAYMENT_RECEIVED: IconCreditCard,
  message: IconMessage,
  payment_reminder: IconBell,
}

/** Everything that has happened, newest first. */
export function Timeline({ timeline }: Pick<Dossier, 'timeline'>) {
  const { t } = useTranslation('dossiers')
  const words = useTimelineWords()
  const newestFirst = timeline.toSorted((a, b) => b.at.localeCompare(a.at))
  return (
    <Section title={t('timeline')}>
      <ol className={classes.timeline}>
        {newestFirst.map((item) => {
          const rejected = item.params.status === 'REJECTED'
          const Shape = item.kind === 'review' ? (rejected ? IconX : IconCheck) : (shapes[item.kind] ?? IconCircleDot)
          const { what, quote } = words(item)
          return (
            <li key={item.id} data-tone={item.kind === 'review' ? item.params.status : undefined}>
              <Shape size={14} stroke={1.8} aria-hidden="true" />
              <div>
                <p>{what}</p>
                {quote && <p className={classes.quote}>{quote}</p>}
                <p className={classes.when}>
                  <When at={item.at} /> {item.mark && <StateMark state={item.mark} look="plain" />}
                </p>
              </div>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
