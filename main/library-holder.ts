// The app's library, or why it can't be opened: whoever mends the folder (puts a copy back, plugs the disk in) can try again
// without starting the app anew.
import type { Result } from '../domain/result.ts'
import type { Library } from './library/library.ts'

export type LibraryHolder = {
  readonly current: () => Result<Library>
  /** Opens the library if it is not open yet; tries at once share one outcome. */
  readonly tryAgain: () => Promise<Result<Library>>
}

/** Opens the library. `onOpened` is told once, when it is open, be it now or at a later try. */
export async function holdLibrary(
  open: () => Promise<Result<Library>>,
  onOpened: (library: Library) => void,
): Promise<LibraryHolder> {
  let opening: Promise<Result<Library>> | null = null
  const attempt = async (): Promise<Result<Library>> => {
    const opened = await open()
    if (opened.ok) onOpened(opened.value)
    return opened
  }
  let result = await attempt()
  return {
    current: () => result,
    tryAgain: async () => {
      if (result.ok) return result
      opening ??= attempt().finally(() => {
        opening = null
      })
      result = await opening
      return result
    },
  }
}
