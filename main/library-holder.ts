// The app's library, or why it isn't open: whoever mends the folder (puts a copy back, plugs the disk in) can try again without
// starting the app anew, and who has its passphrase can open it, after it was locked as well.
import { inOrder } from '../domain/in-order.ts'
import { failed, type Result, success } from '../domain/result.ts'
import type { Library } from './library/library.ts'
import type { Secret } from './library/sealing/key-header.ts'

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
}

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
  return {
    current: () => result,
    tryAgain: () => {
      if (result.ok) return Promise.resolve(success(result.value))
      trying ??= queue(() => attempt(plainly)).finally(() => {
        trying = null
      })
      return trying
    },
    open: (opening) => queue(() => attempt(opening)),
    close: () => {
      const open = result
      if (!open.ok) return queue(async () => undefined)
      result = failed('library-sealed')
      stopFollowing()
      return queue(() => open.value.close())
    },
  }
}
