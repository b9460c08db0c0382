import { SegmentedControl, Switch } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import type { Settings } from '#shared/contract/settings.ts'
import { Page } from '../../components/page.tsx'
import { toastProblem } from '../../components/toast.ts'
import { useStatus } from '../sync-status/status-store.ts'
import { setWorkOffline } from '../sync-status/work-offline.ts'
import { RemoveWorkspace } from '../workspaces/remove-workspace.tsx'
import classes from './settings-page.module.css'
import { changeSettings, useSettings } from './settings-store.ts'

/** How the console looks and speaks, on this computer. Every choice shows at once. */
export function SettingsPage() {
  const { t } = useTranslation('settings')
  const { t: remove } = useTranslation('workspaces')
  const { workspace } = useParams()
  const settings = useSettings((state) => state.settings)
  const status = useStatus(workspace ?? '')
  const change = (part: Partial<Settings>) => void changeSettings(part).catch(toastProblem)

  return (
    <Page title={t('title')} note={t('note')}>
      <div className={classes.page}>
        <Choice
          label={t('theme.label')}
          value={settings.theme}
          options={['system', 'light', 'dark']}
          words={(value) => t(`theme.${value}`)}
          onChange={(theme) => change({ theme })}
        />
        <Choice
          label={t('language.label')}
          value={settings.language}
          options={['en', 'fr']}
          words={(value) => t(`language.${value}`)}
          onChange={(language) => change({ language })}
        />
        <Choice
          label={t('density.label')}
          value={settings.density}
          options={['compact', 'normal', 'comfortable']}
          words={(value) => t(`density.${value}`)}
          onChange={(density) => change({ density })}
        />
        {workspace && status?.person && (
          <Row label={t('offline.label')} hint={t('offline.hint', { workspace })}>
            <Switch
              aria-label={t('offline.label')}
              checked={status.workOffline}
              onChange={(event) => setWorkOffline(workspace, event.currentTarget.checked)}
            />
          </Row>
        )}
        {workspace && (
          <Row label={remove('remove.label')} hint={remove('remove.hint')}>
            <RemoveWorkspace workspace={workspace} />
          </Row>
        )}
      </div>
    </Page>
  )
}

interface ChoiceProps<V extends string> {
  readonly label: string
  readonly value: V
  readonly options: readonly V[]
  readonly words: (value: V) => string
  readonly onChange: (value: V) => void
}

function Choice<V extends string>({ label, value, options, words, onChange }: ChoiceProps<V>) {
  return (
    <Row label={label}>
      <SegmentedControl
        aria-label={label}
        value={value}
        data={options.map((option) => ({ value: option, label: words(option) }))}
        onChange={onChange}
      />
    </Row>
  )
}

function Row({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <div className={classes.row}>
      <div>
        <div className={classes.label}>{label}</div>
        {hint && <p className={classes.hint}>{hint}</p>}
      </div>
      {children}
    </div>
  )
}
