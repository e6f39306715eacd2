import { describe, expect, it } from 'vitest'
import { type FailureCode, failed, success } from '../../../domain/result.ts'
import { createTries, waitAfter } from '../../../main/locking/tries.ts'

/** Tries on a clock that stands until it is moved; `looked` counts the ones that were looked at. */
function tried() {
  let time = 1_000
  let looked = 0
  const tries = createTries(() => time)
  const attempt = (outcome: FailureCode | 'right') =>
    tries.run(async () => {
      looked += 1
      return outcome === 'right' ? success(null) : failed(outcome)
    })
  const later = (milliseconds: number) => {
    time += milliseconds
  }
  return { tries, attempt, later, looked: () => looked }
}

describe('tries at a passphrase', () => {
  it.each([
    { misses: 0, wait: 500 },
    { misses: 1, wait: 1_000 },
    { misses: 2, wait: 2_000 },
    { misses: 5, wait: 16_000 },
    { misses: 6, wait: 30_000 },
    { misses: 2_000, wait: 30_000 },
  ])('wait $wait ms after a wrong one that followed $misses others', ({ misses, wait }) => {
    expect(waitAfter(misses)).toBe(wait)
  })

  it.each(['passphrase-wrong', 'recovery-key-wrong'] as const)('are slowed by %s, more each time', async (code) => {
    const { tries, attempt, later } = tried()
    expect(tries.wait()).toBe(0)
    await attempt(code)
    expect(tries.wait()).toBe(500)
    later(500)
    await attempt(code)
    expect(tries.wait()).toBe(1_000)
  })

  it('that come too early are not looked at and say how long to wait', async () => {
    const { attempt, later, looked } = tried()
    await attempt('passphrase-wrong')
    later(500)
    await attempt('passphrase-wrong')
    later(999)
    expect(await attempt('right')).toEqual(failed('try-too-soon', { seconds: 1 }))
    expect(looked()).toBe(2)
    later(1)
    expect(await attempt('right')).toEqual(success(null))
  })

  it('made at the same time are looked at one after the other, so that only the first counts', async () => {
    const { attempt, looked } = tried()
    const answers = await Promise.all([attempt('passphrase-wrong'), attempt('right'), attempt('right')])
    expect(answers.map((answer) => (answer.ok ? 'opened' : answer.failure.code))).toEqual([
      'passphrase-wrong',
      'try-too-soon',
      'try-too-soon',
    ])
    expect(looked()).toBe(1)
  })

  it('begin anew after a right one', async () => {
    const { tries, attempt, later } = tried()
    await attempt('passphrase-wrong')
    later(500)
    await attempt('right')
    await attempt('passphrase-wrong')
    expect(tries.wait()).toBe(500)
  })

  it.each(['recovery-key-mistyped', 'library-damaged', 'disk-failed'] as const)(
    'are not slowed by %s, which guesses nothing',
    async (code) => {
      const { tries, attempt } = tried()
      await attempt(code)
      expect(tries.wait()).toBe(0)
    },
  )
})
