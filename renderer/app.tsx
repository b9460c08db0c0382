import { MantineProvider } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { Notifications } from '@mantine/notifications'
import { RouterProvider } from 'react-router'
import { useSettings } from './features/settings/settings-store.ts'
import { router } from './routes/routes.tsx'
import { styleNonce } from './theme/style-nonce.ts'
import { resolveVariables, theme } from './theme/theme.ts'

/** The console in its colours, with its pages. */
export function App() {
  const chosen = useSettings((state) => state.settings.theme)
  const systemDark = useMediaQuery('(prefers-color-scheme: dark)', undefined, { getInitialValueInEffect: false })
  const scheme = chosen === 'system' ? (systemDark ? 'dark' : 'light') : chosen
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme={scheme}
      cssVariablesResolver={resolveVariables}
      getStyleNonce={() => styleNonce}
    >
      <Notifications position="bottom-center" limit={4} containerWidth={360} />
      <RouterProvider router={router} />
    </MantineProvider>
  )
}
