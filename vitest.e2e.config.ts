import { defineConfig } from 'vitest/config'

/**
 * End to end: the built app in a real window, each test in its own folder. Two files at a time where each has a display of its own (Xvfb);
 * on a desk's display one, since two windows would take the focus from each other.
 */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.e2e.ts'],
    environment: 'node',
    env: { NODE_ENV: 'development' },
    fileParallelism: process.env.DISPLAY === undefined,
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
