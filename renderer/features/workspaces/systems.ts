import type { Label, Manifest } from '#shared/systems/manifest.ts'
import { manifestOf as find, manifests } from '#shared/systems/systems.ts'

interface LabelsFile {
  readonly labels: Readonly<Record<string, Readonly<Record<string, Label>>>>
}

/** The systems this console knows by name; any other project is `plain`. */
export const systems: readonly Manifest[] = manifests

export function manifestOf(system: string | undefined): Manifest | undefined {
  return (system && find(system)) || undefined
}

/** A label in the language chosen. */
export function inLanguage(label: Label, language: string): string {
  return language === 'fr' ? label.fr : label.en
}

/** `billing_address` → `Billing address`: a name of the database in words, where nobody wrote better ones. */
export function inWords(name: string): string {
  const words = name.replace(/^.*\./, '').replaceAll('_', ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Tables that no manifest knows: the console's own, and the accounts of the project, beside the product's own people. */
const own: Readonly<Record<string, Label>> = {
  console_views: { en: 'Shared views', fr: 'Vues partagées' },
  'auth.users': { en: 'Accounts (sign-in)', fr: 'Comptes (connexion)' },
}

/** The name of a relation (`public.documents`) in words. */
export function tableWords(manifest: Manifest | undefined, relation: string, language: string): string {
  const bare = relation.replace(/^public\./, '')
  const label = manifest?.tables[relation]?.label ?? manifest?.tables[bare]?.label ?? own[bare]
  return label ? inLanguage(label, language) : inWords(relation)
}

const files = import.meta.glob<LabelsFile>('../../../shared/systems/*/labels.ts', { eager: true })
const enums = Object.values(files).flatMap((file) => Object.values(file.labels))

/** A value of an enum (`CORRECTIONS_REQUESTED`) in words, by the first type that has it. */
export function valueWords(value: string, language: string): string {
  const label = enums.find((type) => type[value])?.[value]
  return label ? inLanguage(label, language) : inWords(value.toLowerCase())
}
