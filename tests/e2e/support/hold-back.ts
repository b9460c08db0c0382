// An injected fault: answers of the engine that are long on their way.
import type { Page } from '@playwright/test'

/** Keeps the answers to one call of the contract from the page. @returns lets them through, and what comes later */
export async function holdBack(page: Page, path: string): Promise<() => Promise<void>> {
  const letThrough = await page.evaluateHandle((held) => {
    const { call } = window.outpost
    const gate = Promise.withResolvers<void>()
    const slow: typeof call = async (asked, input) => {
      const answer = await call(asked, input)
      if (asked === held) await gate.promise
      return answer
    }
    Object.assign(window.outpost, { call: slow })
    return () => {
      Object.assign(window.outpost, { call })
      gate.resolve()
    }
  }, path)
  return () => letThrough.evaluate((open) => open())
}
