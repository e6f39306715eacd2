// The app's library, or why it isn't open: whoever mends the folder (puts a copy back, plugs the disk in) can try again without
// starting the app anew, and who has its passphrase can open it, after it was locked as well. A library that was wiped stays away until
// somebody asks for a new one.
import { inOrder } from '../domain/in-order.ts'
import { failed, type Result } from '../domain/result.ts'
import type { Library } from './library/library.ts'
import type { Secret } from './library/sealing/key-header.ts'
import type { WipeReport } from './library/wipe.ts'

/** How the library is to be opened; a missing one is made only when a person asked for that. */
export type Opening = { readonly secret: Secret | null; readonly createIfMissing: boolean }

export type LibraryHolder = {
  readonly current: () => Result<Library>
  /** Opens the library if it is not open yet and needs no secret; tries at once share one outcome. */
  readonly tryAgain: () => Promise<Result<Library>>
  /** Opens it in this way; an open library is given as it is. */
  readonly open: (opening: Opening) => Promise<Result<Library>>
  /**
   * Closes it. From the call on, `current` says that it is sealed; resolves when all that waited is written and the keys are dropped.
   * Opening waits for that.
   */
  readonly close: () => Promise<void>
  /** Wipes the open library; from then on `library-wiped` is the answer to everything but `begin`. */
  readonly wipe: () => Promise<Result<WipeReport>>
  /** Looks at the folder of a wiped library again, where a new one can then be made. */
  readonly begin: () => Promise<Result<Library>>
}

/** At most so many of the files that were left are named. */
const named = 5

const plainly: Opening = { secret: null, createIfMissing: false }

/** Opens the library without a secret. `onOpened` is told each time it has been opened; what it returns is called when it is closed. */
export async function holdLibrary(
  open: (opening: Opening) => Promise<Result<Library>>,
  onOpened: (library: Library) => () => void,
): Promise<LibraryHolder> {
  const queue = inOrder()
  let stopFollowing = () => {}
  let trying: Promise<Result<Library>> | null = null
  const attempt = async (opening: Opening): Promise<Result<Library>> => {
    if (result.ok) return result
    const opened = await open(opening)
    if (opened.ok) stopFollowing = onOpened(opened.value)
    // A wrong passphrase says nothing about the library: it stays what it is, sealed.
    if (opened.ok || opening.secret === null) result = opened
    return opened
  }
  let result: Result<Library> = failed('file-missing')
  await attempt(plainly)
  const isWiped = () => !result.ok && result.failure.code === 'library-wiped'
  const tryPlainly = (): Promise<Result<Library>> => {
    trying ??= queue(() => attempt(plainly)).finally(() => {
      trying = null
    })
    return trying
  }
  const wipe = async (open: Library): Promise<Result<WipeReport>> => {
    // Nobody opens it again while it goes.
    result = wipedFailure([])
    stopFollowing()
    const wiped = await open.wipe()
    if (wiped.ok) result = wipedFailure(wiped.value.left)
    else await attempt(plainly)
    return wiped
  }
  return {
    current: () => result,
    tryAgain: async () => (result.ok || isWiped() ? result : tryPlainly()),
    open: (opening) => queue(async () => (isWiped() ? result : attempt(opening))),
    close: () => {
      const open = result
      if (!open.ok) return queue(async () => undefined)
      result = failed('library-sealed')
      stopFollowing()
      return queue(() => open.value.close())
    },
    wipe: () => queue(async () => (result.ok ? wipe(result.value) : result)),
    begin: async () => (isWiped() ? tryPlainly() : result),
  }
}

function wipedFailure(left: readonly string[]): Result<never> {
  const files = left.length > named ? [...left.slice(0, named), '…'] : left
  return failed('library-wiped', { left: left.length, files: files.join(', ') })
}
