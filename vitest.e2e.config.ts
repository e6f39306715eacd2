import { defineConfig } from 'vitest/config'

/** End to end: the built app in a real window, one at a time, each test in its own folder. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.e2e.ts'],
    environment: 'node',
    env: { NODE_ENV: 'development' },
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
