// Slows down whoever guesses: after each wrong passphrase the next one is looked at later. It is kept by main, so that a page that is
// loaded anew waits as long; a guess on a copy of the files is slowed by the derivation of the key alone.
import { inOrder } from '../../domain/in-order.ts'
import { type FailureCode, failed, type Result } from '../../domain/result.ts'

/** Milliseconds after the first wrong try; each further one doubles them, up to the longest. */
export const firstWait = 500
export const longestWait = 30_000

export type Tries = {
  /** Milliseconds until a try is looked at; 0 when it would be now. */
  readonly wait: () => number
  /**
   * Runs a try, one at a time. A try that comes too early is not looked at: `try-too-soon` with the whole `seconds` that are left. A
   * mistyped recovery key, which its checksum tells, counts as no try.
   */
  readonly run: <Value>(attempt: () => Promise<Result<Value>>) => Promise<Result<Value>>
}

const wrong: ReadonlySet<FailureCode> = new Set(['passphrase-wrong', 'recovery-key-wrong'])

/** In: milliseconds of a clock that nobody can set back. */
export function createTries(now: () => number): Tries {
  const queue = inOrder()
  let misses = 0
  let openAt = 0
  const wait = () => Math.max(0, Math.ceil(openAt - now()))
  return {
    wait,
    run: (attempt) =>
      queue(async () => {
        const left = wait()
        if (left > 0) return failed('try-too-soon', { seconds: Math.ceil(left / 1000) })
        const result = await attempt()
        if (result.ok) misses = 0
        else if (wrong.has(result.failure.code)) {
          openAt = now() + waitAfter(misses)
          misses += 1
        }
        return result
      }),
  }
}

/** Milliseconds to wait after a wrong try that followed `misses` others. */
export function waitAfter(misses: number): number {
  return Math.min(longestWait, firstWait * 2 ** misses)
}
