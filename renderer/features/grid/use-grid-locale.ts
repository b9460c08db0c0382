import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** AG Grid's own words, of which only those for screen readers are left in a `LazyGrid`. */
export function useGridLocale(): Record<string, string> {
  const { t, i18n } = useTranslation('grid')
  // biome-ignore lint/correctness/useExhaustiveDependencies: `t` changes with the language.
  return useMemo(
    () => ({
      ariaSortableColumn: t('sortable'),
      ariaLabelLoading: t('loading'),
      ariaSkeletonCellLoading: t('loading'),
      ariaSkeletonCellLoadingFailed: t('loadingFailed'),
      ariaRowSelect: t('selectRow'),
      ariaRowDeselect: t('deselectRow'),
      ariaRowToggleSelection: t('selectRow'),
      loadingOoo: t('loading'),
      loadingError: t('loadingFailed'),
      noRowsToShow: '',
    }),
    [i18n.language],
  )
}
