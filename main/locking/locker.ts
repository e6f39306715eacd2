// Locks the library: what the page holds is taken, the page and its process are replaced by an empty one, the library is closed and its
// keys are dropped. In that order, so that nothing typed is lost and nothing is shown longer than it must be.
import { failed, type Result, success } from '../../domain/result.ts'
import type { LibraryHolder } from '../library-holder.ts'
import type { Gate } from './gate.ts'

/** Milliseconds that the page has to hand over what it holds; a page that hangs may not keep the library open. */
export const leavingTakes = 2_000

export type LockerOptions = {
  readonly library: LibraryHolder
  readonly gate: Gate
  /** Asks the page to hand over what it holds; false when there is no page. */
  readonly askPage: () => boolean
  /** Opens an empty window at the place of the one that is there, and destroys that with its process. */
  readonly replaceWindow: () => void
  /** Stops what works on the library besides the page. */
  readonly stopWork: () => Promise<void>
  readonly report: (trouble: unknown) => void
}

export type Locker = {
  /** Locks; calls meanwhile share one outcome. `library-not-sealed` for a plain library; a library that isn't open stays as it is. */
  readonly lock: () => Promise<Result<null>>
  /** The page has handed over what it held. */
  readonly pageLeft: () => void
}

/** Makes what locks the library. */
export function createLocker(options: LockerOptions): Locker {
  const { library, gate, askPage, replaceWindow, stopWork, report } = options
  let locking: Promise<Result<null>> | null = null
  let pageLeft = () => {}
  const work = async (): Promise<Result<null>> => {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, leavingTakes)
      pageLeft = () => {
        clearTimeout(timer)
        resolve()
      }
      if (!askPage()) pageLeft()
    })
    const stopped = stopWork()
    const closed = gate.close()
    replaceWindow()
    await Promise.all([closed, stopped]).catch(report)
    return success(null)
  }
  return {
    lock: async () => {
      const open = library.current()
      if (locking !== null) return locking
      if (!open.ok) return success(null)
      if (open.value.keys === null) return failed('library-not-sealed')
      locking = work().finally(() => {
        locking = null
      })
      return locking
    },
    pageLeft: () => pageLeft(),
  }
}
