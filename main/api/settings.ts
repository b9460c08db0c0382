import type { Registry } from '#main/registry.ts'
import type { EngineEvent, Handlers } from '#shared/contract/contract.ts'

export function settingsApi(registry: Registry, tell: (event: EngineEvent) => void): Handlers['settings'] {
  return {
    get: async () => registry.settings(),
    set: async (changed) => {
      const given = Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined))
      const settings = registry.setSettings(given)
      tell({ event: 'settingsChanged', settings })
      return settings
    },
  }
}
