import type { i18n as I18n } from 'i18next'
import { sentence } from './sentence.ts'

type Params = Readonly<Record<string, unknown>>

/** The values that say which right is missing, in words where somebody wrote some: the role, the right, the place. */
export function rightWords(i18n: I18n, params: Params | undefined): Params {
  const { role, right, where } = params ?? {}
  if (typeof right !== 'string') return {}
  return {
    role: sentence(i18n, 'frame', `role.${role}`) ?? role,
    right: sentence(i18n, 'common', `right.${right}`) ?? right,
    where: String(where).replaceAll('_', ' '),
  }
}
