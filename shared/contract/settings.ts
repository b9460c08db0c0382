import { z } from 'zod'

export const settingsValue = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  language: z.enum(['en', 'fr']),
  density: z.enum(['compact', 'normal', 'comfortable']),
})
export type Settings = z.infer<typeof settingsValue>

export const settings = {
  get: { input: z.object({}), output: settingsValue },
  set: { input: settingsValue.partial(), output: settingsValue },
}
