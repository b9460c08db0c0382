import type { Bridge } from '#shared/contract/contract.ts'

declare global {
  interface Window {
    readonly outpost: Bridge
  }
}
