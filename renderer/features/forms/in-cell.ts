import type { ReactNode } from 'react'
import type { InputProps } from './field-input.tsx'

/** How an input looks within a cell: without a frame of its own, and focused at once. */
export function lookOf(label: ReactNode, inCell: InputProps['inCell']) {
  if (!inCell) return {}
  return {
    label: undefined,
    'aria-label': typeof label === 'string' ? label : undefined,
    variant: 'unstyled',
    autoFocus: true,
    size: 'sm',
  }
}

/** A list to choose from within a cell is open at once, and already searched for what was typed. */
export function pickLook(inCell: InputProps['inCell']) {
  if (!inCell) return {}
  return {
    searchable: true,
    defaultDropdownOpened: true,
    selectFirstOptionOnChange: true,
    ...(inCell.typed === null ? {} : { defaultSearchValue: inCell.typed }),
    comboboxProps: { width: 'max-content', position: 'bottom-start' as const },
    styles: { input: { paddingInlineStart: 0 } },
  }
}
