// Other programs' endings must come back whole: a suite that was killed or never started is not a success.
import { describe, expect, it } from 'vitest'
import { runNode, runProgram } from '../../scripts/run-program.ts'

describe('runProgram', () => {
  it.each([0, 1, 3])('gives exit code %i as it is', async (code) => {
    expect(await runNode(['-e', `process.exit(${code})`])).toEqual({ code, timedOut: false })
  })

  it('ends a program that takes longer than it may, and says so', async () => {
    const { code, timedOut } = await runNode(['-e', 'setInterval(() => {}, 1000)'], { timeout: 200, quiet: true })
    expect(timedOut).toBe(true)
    expect(code).not.toBe(0)
  })

  it('does not pass off a killed program as a success', async () => {
    const { code } = await runNode(['-e', 'process.kill(process.pid, "SIGKILL")'])
    expect(code).not.toBe(0)
  })

  it('reports a program that is not there as a failure', async () => {
    expect((await runProgram('no-such-program-anywhere', [])).code).toBe(127)
  })

  it('leaves no signal listeners behind', async () => {
    const before = process.listenerCount('SIGTERM')
    await runNode(['-e', ''])
    expect(process.listenerCount('SIGTERM')).toBe(before)
  })
})
