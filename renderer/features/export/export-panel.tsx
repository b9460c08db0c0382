import { Progress as Bar, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNow } from '../../components/use-now.ts'
import { useFormat } from '../../i18n/format.ts'
import classes from './export-panel.module.css'
import { stopExport, useExports } from './export-store.ts'

/** What ends sooner needs no word on the way. Milliseconds. */
const WORTH_A_WORD = 700

/** In a corner, over whatever page is in view: how far each export is, and a way to stop it. */
export function ExportPanel() {
  const { t } = useTranslation('exports')
  const format = useFormat()
  const running = useExports((state) => state.running)
  const now = useNow(250, running.length > 0)
  const shown = running.filter(({ since }) => now - since > WORTH_A_WORD)
  if (shown.length === 0) return null
  return (
    <section className={`o-screen-only ${classes.panel}`} aria-label={t('button')}>
      {shown.map(({ id, name, done, total, isWhole }) => (
        <div key={id} className={classes.one}>
          <div className={classes.words}>
            <strong>{t('going', { name })}</strong>
            <span>
              {isWhole
                ? t('reading')
                : total === undefined || done >= total
                  ? t('together')
                  : t('rowsOf', { done: format.number(done), total: format.number(total) })}
            </span>
          </div>
          <Button size="compact-sm" onClick={() => stopExport(id)}>
            {t('cancel')}
          </Button>
          <Bar
            className={classes.bar ?? ''}
            value={total ? (100 * done) / total : 0}
            size="sm"
            aria-label={t('going', { name })}
            animated={false}
          />
        </div>
      ))}
    </section>
  )
}
