import type { Draft } from '#renderer/features/forms/values.ts'

/** Opens the form of one of the system's actions, for a row with these cells. */
export type OnAction = (name: string, cells: Draft) => void
