import { create } from 'zustand'

/** Whether the one box over everything is open. */
export const useSearchOpen = create<{ readonly open: boolean }>(() => ({ open: false }))

export function openSearch(): void {
  useSearchOpen.setState({ open: true })
}

export function closeSearch(): void {
  useSearchOpen.setState({ open: false })
}
