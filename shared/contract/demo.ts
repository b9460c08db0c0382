import { z } from 'zod'
import { workspaceName } from './workspaces.ts'

const starting = z.object({
  state: z.literal('starting'),
  phase: z.enum(['database', 'schema', 'rows']),
  done: z.number(),
  total: z.number(),
})
/** `reason` is the cloud's own sentence; null when there was nobody to ask. */
const failed = z.object({ state: z.literal('failed'), reason: z.string().nullable() })

/** `none`: the workspace is no demo, or whoever started this console starts no demo clouds. */
export const demoState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  starting,
  z.object({ state: z.literal('running') }),
  failed,
])
export type DemoState = z.infer<typeof demoState>

/** What whoever starts demo clouds answers: the address too, which may have changed since the last start. */
export const demoAnswer = z.discriminatedUnion('state', [
  starting,
  z.object({ state: z.literal('running'), url: z.url() }),
  failed,
])
export type DemoAnswer = z.infer<typeof demoAnswer>

export const demo = {
  /**
   * Starts the demo cloud of a workspace where it does not run yet, and says at once how far it is: ask again to follow
   * it. One that has failed is only tried again when `again` is said.
   */
  start: {
    input: z.object({ workspace: workspaceName, again: z.boolean().default(false) }),
    output: demoState,
  },
}
