import {
  type Icon,
  IconAdjustmentsHorizontal,
  IconArrowsLeftRight,
  IconListDetails,
  IconRefresh,
  IconSend,
  IconTable,
} from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { folded, searchTerms } from '#shared/lib/folded.ts'
import { desks } from '../../routes/desks.ts'
import { paths } from '../../routes/paths.ts'
import { useCatalogue } from '../catalogue/use-catalogue.ts'
import { useCatalogueWords } from '../catalogue/use-words.ts'
import { useViews } from '../views/use-views.ts'

export interface Place {
  /** What it is, where only that tells two of one name apart. */
  readonly kind: 'page' | 'view' | 'table'
  readonly to: string
  readonly icon: Icon
  readonly label: string
}

/** Places shown at once, so that rows stay in sight below them. */
const MOST = 5

/** The pages of a workspace whose names hold what was typed; its desks and pages when nothing was. */
export function usePlaces(workspace: string, text: string): readonly Place[] {
  const { t } = useTranslation('frame')
  const words = useCatalogueWords(workspace)
  const { data: catalogue } = useCatalogue(workspace)
  const { data: views } = useViews(workspace)
  const all = useMemo(() => {
    const names = words.manifest?.desks ?? []
    const pages: Place[] = [
      ...names.map((name) => ({
        kind: 'page' as const,
        to: desks[name].path(workspace),
        icon: desks[name].icon,
        label: t(`nav.${name}`),
      })),
      { kind: 'page', to: paths.tables(workspace), icon: IconTable, label: t('nav.allTables') },
      { kind: 'page', to: paths.sync(workspace), icon: IconRefresh, label: t('nav.status') },
      { kind: 'page', to: paths.outbox(workspace), icon: IconSend, label: t('nav.outbox') },
      { kind: 'page', to: paths.conflicts(workspace), icon: IconArrowsLeftRight, label: t('nav.conflicts') },
      { kind: 'page', to: paths.settings(workspace), icon: IconAdjustmentsHorizontal, label: t('nav.settings') },
    ]
    const lists = (views ?? []).map(({ id, label }) => ({
      kind: 'view' as const,
      to: paths.view(workspace, id),
      icon: IconListDetails,
      label,
    }))
    const tables = (catalogue?.relations ?? []).map(({ relation }) => ({
      kind: 'table' as const,
      to: paths.table(workspace, relation),
      icon: IconTable,
      label: words.table(relation),
    }))
    return { pages, others: [...lists, ...tables] }
  }, [t, words, catalogue, views, workspace])
  return useMemo(() => {
    const terms = searchTerms(text)
    if (terms.length === 0) return all.pages
    const holds = ({ label }: Place) => terms.every((term) => folded(label).includes(term))
    const begins = ({ label }: Place) => folded(label).startsWith(terms[0] ?? '')
    return [...all.pages, ...all.others]
      .filter(holds)
      .toSorted((one, other) => Number(begins(other)) - Number(begins(one)))
      .slice(0, MOST)
  }, [all, text])
}
