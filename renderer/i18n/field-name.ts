import type { i18n as I18n } from 'i18next'
import { sentence } from './sentence.ts'

/** A column or an argument (`p_comment`) in words, where somebody wrote some. */
export function fieldName(i18n: I18n, name: string): string | undefined {
  const bare = name.replace(/^p_/, '')
  return sentence(i18n, 'decisions', `field.${name}`) ?? sentence(i18n, 'decisions', `field.${bare}`)
}
