// Tells listeners what changed in the library; the state only when it differs from what was told last.
import type { LibraryState } from '../../domain/contract.ts'
import type { LibraryChange } from './library.ts'

export type Announcer = {
  readonly tell: (change: LibraryChange) => void
  /** Tells the state if it is another than at the last call. */
  readonly tellState: (state: LibraryState) => void
  readonly listen: (listener: (change: LibraryChange) => void) => () => void
}

/** An announcer without listeners. A listener that throws is reported and does not keep others from hearing. */
export function createAnnouncer(report: (message: unknown) => void): Announcer {
  const listeners = new Set<(change: LibraryChange) => void>()
  let last = ''
  const tell = (change: LibraryChange): void => {
    for (const listener of listeners) {
      try {
        listener(change)
      } catch (error) {
        report(error)
      }
    }
  }
  return {
    tell,
    tellState: (state) => {
      const text = JSON.stringify(state)
      if (text === last) return
      last = text
      tell({ kind: 'state', state })
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
