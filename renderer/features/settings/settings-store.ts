import { create } from 'zustand'
import type { Settings } from '#shared/contract/settings.ts'
import { api } from '../../bridge/api.ts'
import { onEngineEvent } from '../../bridge/engine-events.ts'
import { changeLanguage } from '../../i18n/setup.ts'

const MEMO = 'outpost.settings'

const byDefault: Settings = {
  theme: 'system',
  language: navigator.language.startsWith('fr') ? 'fr' : 'en',
  density: 'normal',
}

/** The last known settings, so that the first paint already has the right colours and language. */
export function rememberedSettings(): Settings {
  try {
    return { ...byDefault, ...(JSON.parse(localStorage.getItem(MEMO) ?? '{}') as Partial<Settings>) }
  } catch {
    return byDefault
  }
}

export const useSettings = create<{ readonly settings: Settings }>(() => ({ settings: rememberedSettings() }))

/** Takes settings over as they are, on this screen only. */
export function showSettings(settings: Settings): void {
  const before = useSettings.getState().settings
  useSettings.setState({ settings })
  localStorage.setItem(MEMO, JSON.stringify(settings))
  document.documentElement.dataset.density = settings.density
  if (before.language !== settings.language) void changeLanguage(settings.language)
}

/** Changes settings at once and keeps them; what could not be kept is taken back. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  const before = useSettings.getState().settings
  showSettings({ ...before, ...change })
  try {
    showSettings(await api.settings.set(change))
  } catch (error) {
    showSettings(before)
    throw error
  }
}

/** Fetches the kept settings and follows changes that other windows make. Returns the function that stops. */
export function followSettings(): () => void {
  // Without an answer the remembered settings stay, which is right: they are for the eyes only.
  api.settings.get({}).then(showSettings, () => undefined)
  return onEngineEvent('settingsChanged', (event) => showSettings(event.settings))
}
