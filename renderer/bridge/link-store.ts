import { create } from 'zustand'

/** Whether the engine can be reached. Nothing to do with the network: that is the engine's own matter. */
export const useLink = create<{ readonly up: boolean }>(() => ({ up: true }))

export function watchLink(): () => void {
  return window.outpost.onLink((up) => useLink.setState({ up }))
}
