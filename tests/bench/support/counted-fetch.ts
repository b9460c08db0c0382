// Injected fault: a fetch that counts requests, and answers as a project answers an expired token when asked to.

export interface CountedFetch {
  /** The addresses that were asked since this was last emptied. */
  readonly asked: string[]
  /** Requests to a path that are refused before any is let through. */
  refuse(path: string, times: number): void
}

/** Puts itself in the place of this process's fetch, as each rival's client has one of its own: no proxy is in the way. */
export function countFetch(): CountedFetch {
  const { fetch } = globalThis
  const asked: string[] = []
  let refused = { path: '', times: 0 }
  globalThis.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input)
    asked.push(address)
    if (refused.times > 0 && address.includes(refused.path)) {
      refused.times -= 1
      return Response.json({ message: 'JWT expired', code: 'PGRST303' }, { status: 401 })
    }
    return fetch(input, init)
  }
  return {
    asked,
    refuse: (path, times) => {
      refused = { path, times }
    },
  }
}
