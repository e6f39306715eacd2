import { defineConfig } from 'vitest/config'

/** Units: everything that needs no running window. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    environment: 'node',
    env: { NODE_ENV: 'development' },
    testTimeout: 30_000,
    provide: { fuzzedCalls: 2_000 },
  },
})
