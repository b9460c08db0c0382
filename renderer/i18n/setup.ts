import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en, fr } from './resources.ts'
import { withMany } from './words.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof en
  }
}

export type Language = 'en' | 'fr'

/** Makes `useTranslation` work; both languages are in the bundle, so a switch is in place and works offline. */
export async function setUpTranslation(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'common',
    ns: Object.keys(en),
    resources: {
      en,
      fr: Object.fromEntries(Object.entries(fr).map(([area, words]) => [area, withMany(words)])),
    },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  document.documentElement.lang = language
}

export async function changeLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}
