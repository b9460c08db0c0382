import { create } from 'zustand'
import type { DemoState } from '#shared/contract/demo.ts'

interface Demos {
  readonly byName: Readonly<Record<string, DemoState>>
}

/** How the demo clouds of the workspaces stand, those that have been asked about. */
const useDemos = create<Demos>(() => ({ byName: {} }))

export function showDemo(workspace: string, state: DemoState): void {
  useDemos.setState(({ byName }) => ({ byName: { ...byName, [workspace]: state } }))
}

/** Undefined until the engine has said it. */
export function useDemo(workspace: string): DemoState | undefined {
  return useDemos((demos) => demos.byName[workspace])
}
