import { defineConfig } from 'vitest/config'
import { full } from './test/torture/scale.ts'

/** What may break, at full length: `npm run test:torture`. The same tests run within `npm test`, bounded. */
export default defineConfig({
  test: {
    include: [
      'test/main/library/{crash,crash-states,damage,failing-calls,faults,fixtures,lock,repair-faults}.test.ts',
      'test/main/library/sealing/convert-faults.test.ts',
      'test/main/cli/leftovers.test.ts',
      'test/main/contract/ipc-fuzz.test.ts',
    ],
    globalSetup: 'test/built-command-line.ts',
    environment: 'node',
    env: { NODE_ENV: 'development' },
    testTimeout: 1_800_000,
    provide: { scale: full },
  },
})
