import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { watchLink } from './bridge/link-store.ts'
import { followInbox } from './features/inbox/inbox-store.ts'
import { followSettings, showSettings, useSettings } from './features/settings/settings-store.ts'
import { followStatuses } from './features/sync-status/status-store.ts'
import { followWorkspaces } from './features/workspaces/workspaces-store.ts'
import { setUpTranslation } from './i18n/setup.ts'
import { shareStyleNonce } from './theme/style-nonce.ts'
import './theme/global.css'

// Before anything draws: style sheets need the nonce, and the first paint its language and density.
shareStyleNonce()
const { settings } = useSettings.getState()
await setUpTranslation(settings.language)
showSettings(settings)

// Before anything asks: events between an answer and its listener would be lost.
watchLink()
followStatuses()
followSettings()
followWorkspaces()
followInbox()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root.')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
