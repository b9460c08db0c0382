import { themeQuartz } from 'ag-grid-community'
import { rowHeight, token } from './tokens.ts'

export type Density = keyof typeof rowHeight

const base = themeQuartz.withParams({
  fontFamily: 'inherit',
  fontSize: 13,
  dataFontSize: 13,
  headerFontSize: 12,
  headerFontWeight: 500,
  spacing: 6,
  iconSize: 14,
  foregroundColor: token('text'),
  textColor: token('text'),
  subtleTextColor: token('third'),
  backgroundColor: token('panel'),
  dataBackgroundColor: token('panel'),
  chromeBackgroundColor: token('bg'),
  headerBackgroundColor: token('bg'),
  headerTextColor: token('second'),
  oddRowBackgroundColor: token('panel'),
  rowHoverColor: token('hover'),
  selectedRowBackgroundColor: token('accent-soft'),
  accentColor: token('accent'),
  borderColor: token('line'),
  rowBorder: { color: token('line') },
  columnBorder: false,
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  borderRadius: 6,
  headerColumnBorder: false,
  headerColumnResizeHandleColor: token('line-strong'),
  menuBackgroundColor: token('panel'),
  menuTextColor: token('text'),
  menuBorder: { color: token('line') },
  menuShadow: token('shadow'),
  popupShadow: token('shadow'),
  inputBackgroundColor: token('panel'),
  inputBorder: { color: token('line-strong') },
  inputFocusBorder: { color: token('accent') },
  rangeSelectionBorderColor: token('accent'),
  focusShadow: `0 0 0 2px ${token('accent')}`,
})

/** AG Grid's theme from the same tokens as the rest; light and dark follow by themselves. */
export function gridTheme(density: Density): typeof base {
  return base.withParams({ rowHeight: rowHeight[density], headerHeight: rowHeight[density] })
}
