import { defineConfig } from 'vitest/config'
import { bounded } from './test/torture/scale.ts'

/** Units: everything that needs no running window. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: 'test/built-command-line.ts',
    environment: 'node',
    env: { NODE_ENV: 'development' },
    testTimeout: 30_000,
    // By itself Vitest leaves one core idle.
    maxWorkers: 2,
    provide: { scale: bounded },
  },
})
