import { App, type Connection, InMemoryEmailDriver, NoopSmsDriver, setExperimental } from '@supabase/lite'
import type { ObjectStore } from './object-store.ts'

/**
 * The Supabase server over a migrated database: auth, data API and file storage, with admin mode off.
 * `siteUrl` is where its own links would point.
 */
export async function openSupabaseApp(of: {
  connection: Connection
  store: ObjectStore
  jwtSecret: string
  key: string
  siteUrl: string
}): Promise<App> {
  // On its first request the server would grant everything on every schema with row security to everyone, what
  // migrations have revoked included. A real project does no such thing: this tells it that it was done.
  Reflect.set(of.connection, 'rlsState', 'active')
  const app = new App({
    connection: of.connection,
    auth: {
      enabled: true,
      site_url: of.siteUrl,
      jwt_secret: of.jwtSecret,
      publishable_key: of.key,
      email: { enable_signup: true, enable_confirmations: false },
    },
    storage: { enabled: true, file_size_limit: '50MiB' },
    studio: { enabled: false },
    options: {
      server: { admin: false, disableStudio: true },
      drivers: { email: new InMemoryEmailDriver(), sms: new NoopSmsDriver({ silent: true }) },
    },
  })
  app._storageAdapter = of.store
  await app.init()
  // After init, which would print a warning about it on the console of whoever starts the demo.
  setExperimental('storage', true)
  return app
}
