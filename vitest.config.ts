import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // For what hangs: how long things take is for the benchmarks to say.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
