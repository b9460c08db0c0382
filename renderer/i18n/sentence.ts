import type { i18n as I18n } from 'i18next'

/**
 * A sentence by a key that is made at run time, with its `{{holes}}` open, or undefined when nobody wrote one.
 * Keys known beforehand go through `t`, which the compiler checks.
 */
export function sentence(i18n: I18n, area: string, key: string): string | undefined {
  for (const language of [i18n.language, 'en']) {
    const found: unknown = i18n.getResource(language, area, key)
    if (typeof found === 'string') return found
  }
  return undefined
}
