import { z } from 'zod'
import { workspaceName } from './workspaces.ts'

/** A window of a sorted, filtered list, as a lazily loaded grid asks for it. */
export const gridWindow = z.object({
  workspace: workspaceName,
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(500).default(100),
  /** Free text over the visible words of a row; accents and case are ignored. */
  search: z.string().max(200).default(''),
})

export const direction = z.enum(['asc', 'desc'])

/**
 * The mark that a row carries: what this machine knows that the server does not, or the other way round. `fetched`: it is
 * here because somebody asked for it, as it was then.
 */
export const mark = z.enum(['pending', 'conflict', 'rejected', 'fetched']).nullable()
export type Mark = z.infer<typeof mark>
