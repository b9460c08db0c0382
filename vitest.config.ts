import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Many tests start processes of ours, to kill them: each would compile the same code anew.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'outpost-test-code') },
    // For what hangs: how long things take is for the benchmarks to say.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
