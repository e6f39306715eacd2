// Puts work off until a moment of quiet, keeping only the newest.

export type Later<Arguments extends readonly unknown[]> = {
  readonly call: (...args: Arguments) => void
  /** Does what is waiting now, if anything is. */
  readonly flush: () => void
  readonly cancel: () => void
}

/** Runs `work` with the newest arguments once `quiet` milliseconds have passed without another call. */
export function createLater<Arguments extends readonly unknown[]>(
  quiet: number,
  work: (...args: Arguments) => void,
): Later<Arguments> {
  let timer: ReturnType<typeof setTimeout> | null = null
  let waiting: Arguments | null = null
  const cancel = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    waiting = null
  }
  const flush = () => {
    const args = waiting
    cancel()
    if (args !== null) work(...args)
  }
  const call = (...args: Arguments) => {
    cancel()
    waiting = args
    timer = setTimeout(flush, quiet)
  }
  return { call, flush, cancel }
}
