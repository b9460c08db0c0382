import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column } from '#shared/contract/catalogue.ts'
import type { Label, Manifest } from '#shared/systems/manifest.ts'
import { fieldName } from '../../i18n/field-name.ts'
import { inLanguage, inWords, manifestOf, tableWords } from '../workspaces/systems.ts'
import { useWorkspaceItem } from '../workspaces/workspaces-store.ts'
import { bareName } from './use-catalogue.ts'

/** The names of the catalogue in the person's words: the manifest's where it has some, else made of the name itself. */
export interface CatalogueWords {
  readonly manifest: Manifest | undefined
  /** A table or view, in the plural. */
  table(relation: string): string
  /** One row of it. */
  row(relation: string): string
  column(relation: string, column: string): string
  /** A value of an enum or of a fixed list. */
  value(relation: string, column: Pick<Column, 'name' | 'type'>, value: string): string
}

export function useCatalogueWords(workspace: string): CatalogueWords {
  const { i18n } = useTranslation()
  const manifest = manifestOf(useWorkspaceItem(workspace)?.system)
  const { language } = i18n
  return useMemo(() => {
    const said = (label: Label | undefined) => label && inLanguage(label, language)
    const table = (relation: string) => tableWords(manifest, relation, language)
    return {
      manifest,
      table,
      row: (relation) => said(manifest?.tables[bareName(relation)]?.one) ?? table(relation),
      column: (relation, column) =>
        said(manifest?.columns[`${bareName(relation)}.${column}`] ?? manifest?.columns[column]) ??
        fieldName(i18n, column) ??
        inWords(column.replace(/_id$/, '')),
      value: (relation, { name, type }, value) => {
        const list =
          manifest?.labels[`${bareName(relation)}.${name}`] ?? manifest?.labels[type.replace(/^public\.|\[\]$/g, '')]
        return said(list?.[value]) ?? inWords(value.toLowerCase())
      },
    }
  }, [i18n, language, manifest])
}
