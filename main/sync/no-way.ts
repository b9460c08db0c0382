import type { Problem } from '#shared/contract/errors.ts'

/** Problems that mean "no way to the server now", as opposed to one that a person must look at. */
const NO_WAY: readonly Problem['code'][] = ['offline', 'unreachable', 'timeout']

export function isNoWay({ code }: Problem): boolean {
  return NO_WAY.includes(code)
}
