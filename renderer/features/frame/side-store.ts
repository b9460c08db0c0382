import { create } from 'zustand'

const MEMO = 'outpost.side'

/** Whether the side navigation is shown; kept on this computer. */
export const useSide = create<{ readonly open: boolean }>(() => ({ open: localStorage.getItem(MEMO) !== 'closed' }))

export function toggleSide(): void {
  const open = !useSide.getState().open
  localStorage.setItem(MEMO, open ? 'open' : 'closed')
  useSide.setState({ open })
}
