// What is run without a network finds loopback and nothing else; where that can't be, a reason is said.
import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { noNetworkRefusal, withoutNetwork } from '../../scripts/no-network.ts'

const refusal = noNetworkRefusal()

it.skipIf(refusal !== null)(`has loopback only (skipped where it can't be made: ${refusal ?? 'it can'})`, () => {
  const ask = 'console.log(JSON.stringify(Object.keys(require("node:os").networkInterfaces())), process.argv[1])'
  const [program, ...args] = withoutNetwork([process.execPath, '-e', ask, 'an argument'])
  const { stdout, status } = spawnSync(program, args, { encoding: 'utf8' })
  expect({ stdout, status }).toEqual({ stdout: '["lo"] an argument\n', status: 0 })
})

it.skipIf(refusal !== null)('ends with the exit code of what it ran (skipped where it can’t be made)', () => {
  const [program, ...args] = withoutNetwork(['/bin/sh', '-c', 'exit 7'])
  expect(spawnSync(program, args).status).toBe(7)
})

it.each(['darwin', 'win32'] as const)('%s says why it can’t', (platform) => {
  expect(noNetworkRefusal(platform)).toBe('only Linux has network namespaces')
})
