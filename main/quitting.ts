// Leaving: everything that waits is written, then the app ends. A disk that no longer answers may not keep it for ever.
import type { App } from 'electron'

/** Milliseconds that closing may take; a dead network share never answers. */
export const closingTakes = 10_000

export type Quitting = {
  /** True once the app is on its way out: no window may be opened any more. */
  readonly isQuitting: () => boolean
}

/**
 * Holds the end of the app until `close` is done or `closingTakes` is over. `report` is told of a close that failed or
 * took too long.
 */
export function closeBeforeQuit(
  app: Pick<App, 'on' | 'exit'>,
  close: () => Promise<unknown>,
  report: (trouble: unknown) => void,
): Quitting {
  let quitting = false
  app.on('will-quit', (event) => {
    event.preventDefault()
    if (quitting) return
    quitting = true
    void within(close(), closingTakes)
      .catch(report)
      .finally(() => app.exit(0))
  })
  return { isQuitting: () => quitting }
}

async function within(work: Promise<unknown>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('closing took too long and was given up')), milliseconds)
  })
  await Promise.race([work, late]).finally(() => clearTimeout(timer))
}
