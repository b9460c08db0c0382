import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Section } from '#renderer/components/section.tsx'
import { When } from '#renderer/components/when.tsx'
import type { Dossier } from '#shared/contract/dossiers.ts'
import classes from './dossier.module.css'

/** The way of the product, with where this dossier is on it. */
export function Steps({ steps }: Pick<Dossier, 'steps'>) {
  const { t } = useTranslation('dossiers')
  if (steps.length === 0) return null
  return (
    <Section title={t('steps')}>
      <ol className={classes.steps}>
        {steps.map(({ id, label, place, status, completedAt }) => (
          <li key={id} data-status={status} aria-current={status === 'current' ? 'step' : undefined}>
            <span className={classes.stepShape} aria-hidden="true">
              {status === 'done' ? <IconCheck size={12} stroke={2.4} /> : place}
            </span>
            <span className={classes.stepLabel}>{label}</span>
            <span className={classes.stepNote}>
              {status === 'done' && completedAt ? <When at={completedAt} /> : t(`step.${status}`)}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}
