import type { Problem } from '#shared/contract/errors.ts'

/** What a host says to its engine process. `open` may bring a port to a vault, `connect` brings a screen's port. */
export type HostMessage =
  | { readonly say: 'open'; readonly home: string }
  | { readonly say: 'connect' }
  | { readonly say: 'close' }

/** What an engine process says to its host. After `failed` and `closed` the process ends. */
export type EngineMessage =
  | { readonly say: 'opened' }
  | { readonly say: 'failed'; readonly problem: Problem }
  | { readonly say: 'closed' }
