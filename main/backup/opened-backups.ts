// Backups that a person opens from outside: by a double click, the system starts the app with the file, or gives it to the one that runs.
import { isAbsolute, join } from 'node:path'
import type { App } from 'electron'
import { backupNamed } from './restore-keeper.ts'

export type OpenedBackups = {
  /** Hands over what was opened so far, the last only, and from now on what is opened. In: the taker of absolute paths. */
  readonly listen: (take: (path: string) => void) => void
}

/** Begins to watch, before the app is ready: macOS sends `open-file` that early. In: what follows the program's name. */
export function watchOpenedBackups(app: Pick<App, 'on'>, words: readonly string[]): OpenedBackups {
  let waiting = absolute(backupNamed(words), process.cwd())
  let taker: ((path: string) => void) | null = null
  const opened = (path: string | null): void => {
    if (path === null) return
    if (taker === null) waiting = path
    else taker(path)
  }
  app.on('open-file', (event, path) => {
    event.preventDefault()
    opened(backupNamed([path]))
  })
  app.on('second-instance', (_event, commandLine, folder) =>
    opened(absolute(backupNamed(commandLine.slice(1)), folder)),
  )
  return {
    listen: (take) => {
      taker = take
      const path = waiting
      waiting = null
      if (path !== null) take(path)
    },
  }
}

function absolute(path: string | null, folder: string): string | null {
  return path === null || isAbsolute(path) ? path : join(folder, path)
}
