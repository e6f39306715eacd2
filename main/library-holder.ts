// The app's library, or why it can't be opened: whoever mends the folder (puts a copy back, plugs the disk in) can try again
// without starting the app anew. A library that was wiped stays away until somebody asks for a new one.
import { failed, type Result } from '../domain/result.ts'
import type { Library } from './library/library.ts'
import type { WipeReport } from './library/wipe.ts'

export type LibraryHolder = {
  readonly current: () => Result<Library>
  /** Opens the library if it is not open yet; tries at once share one outcome. */
  readonly tryAgain: () => Promise<Result<Library>>
  /** Wipes the open library; from then on `library-wiped` is the answer to everything but `begin`. */
  readonly wipe: () => Promise<Result<WipeReport>>
  /** Opens a new library where one was wiped. */
  readonly begin: () => Promise<Result<Library>>
}

/** At most so many of the files that were left are named. */
const named = 5

/** Opens the library. `onOpened` is told each time it is open, be it now or later, `onGone` when it was wiped. */
export async function holdLibrary(
  open: () => Promise<Result<Library>>,
  onOpened: (library: Library) => void,
  onGone: () => void = () => undefined,
): Promise<LibraryHolder> {
  let opening: Promise<Result<Library>> | null = null
  const attempt = async (): Promise<Result<Library>> => {
    const opened = await open()
    if (opened.ok) onOpened(opened.value)
    return opened
  }
  let result = await attempt()
  const isWiped = () => !result.ok && result.failure.code === 'library-wiped'
  const openOnce = async (): Promise<Result<Library>> => {
    opening ??= attempt().finally(() => {
      opening = null
    })
    result = await opening
    return result
  }
  return {
    current: () => result,
    tryAgain: async () => (result.ok || isWiped() ? result : openOnce()),
    wipe: async () => {
      if (!result.ok) return result
      const { value } = result
      // Nobody opens it again while it goes.
      result = wipedFailure([])
      const wiped = await value.wipe()
      if (wiped.ok) {
        result = wipedFailure(wiped.value.left)
        onGone()
      } else await openOnce()
      return wiped
    },
    begin: async () => (isWiped() ? openOnce() : result),
  }
}

function wipedFailure(left: readonly string[]): Result<never> {
  const files = left.length > named ? [...left.slice(0, named), '…'] : left
  return failed('library-wiped', { left: left.length, files: files.join(', ') })
}
