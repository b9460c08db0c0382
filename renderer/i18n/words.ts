/** The same keys with any words: what a translation must have, neither more nor less. */
export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> }

interface Tree {
  readonly [key: string]: string | Tree
}

/**
 * French counts whole millions with a plural of its own (`many`), with the same words as `other` here:
 * adds it wherever `other` exists, so that no translator has to write a sentence twice.
 */
export function withMany(tree: Tree): Tree {
  const out: Record<string, string | Tree> = {}
  for (const [key, value] of Object.entries(tree)) {
    out[key] = typeof value === 'string' ? value : withMany(value)
    if (typeof value === 'string' && key.endsWith('_other')) out[key.replace(/_other$/, '_many')] ??= value
  }
  return out
}
