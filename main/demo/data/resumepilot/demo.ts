import type { DemoSystem } from '../demo-system.ts'
import { accounts } from './accounts.ts'
import { generate } from './generate.ts'

export const demo: DemoSystem = { accounts: Object.values(accounts), generate }
