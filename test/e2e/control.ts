// The test's end of the folder through which the harness takes answers and orders.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** An answer to the next dialog: chosen files or null for cancelled; the index of a message box's button. */
export type DialogAnswer =
  | { readonly open: readonly string[] | null }
  | { readonly save: string | null }
  | { readonly message: number }
export type AskedDialog = {
  readonly kind: 'open' | 'save' | 'message' | 'error'
  readonly options: { readonly [name: string]: unknown }
}
/** Electron's name for what the system tells. */
export type PowerEvent = 'suspend' | 'resume' | 'lock-screen'
export type Order =
  | { readonly name: 'crash-page' | 'quit' | 'clipboard' }
  | { readonly name: 'menu'; readonly id: string }
  | { readonly name: 'power'; readonly event: PowerEvent }

const readText = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '')

// Whole or not at all: the harness may look at any moment.
const writeWhole = (path: string, value: unknown): void => {
  writeFileSync(`${path}.part`, JSON.stringify(value))
  renameSync(`${path}.part`, path)
}

/** Makes the control folder. */
export const createControl = (folder: string) => {
  mkdirSync(folder, { recursive: true })
  const answers = join(folder, 'answers.json')
  let orders = 0
  return {
    folder,
    /** Pid of the app's main process, or null before it has begun. */
    pid: (): number | null => Number(readText(join(folder, 'pid'))) || null,
    stderr: (): string => readText(join(folder, 'stderr.log')),
    answer: (given: readonly DialogAnswer[]): void =>
      writeWhole(answers, [...JSON.parse(readText(answers) || '[]'), ...given]),
    asked: (): readonly AskedDialog[] =>
      readText(join(folder, 'dialogs.jsonl'))
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as AskedDialog),
    /** What the harness found on the clipboard, by format; null before it has looked. Forgotten once read. */
    clipboard: (): Readonly<Record<string, string>> | null => {
      const path = join(folder, 'clipboard.json')
      const text = readText(path)
      rmSync(path, { force: true })
      return text === '' ? null : (JSON.parse(text) as Record<string, string>)
    },
    order: (order: Order): void => {
      orders += 1
      writeWhole(join(folder, `order-${orders}.json`), order)
    },
  }
}

export type Control = ReturnType<typeof createControl>
