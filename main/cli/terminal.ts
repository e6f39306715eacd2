// What a command sees of the world around it, passed in so that commands say only what they do.
import { isAbsolute, join } from 'node:path'
import type { Failure, Result } from '../../domain/result.ts'
import type { ImportedText, Importer } from '../import/import-text.ts'
import { failureText, messageText } from '../messages.ts'
import { collectBytes } from '../text-files.ts'
import type { Environment } from '../user-data.ts'
import type { Ask } from './asking.ts'

export type Terminal = {
  /** Prints the one object of a command as one line of JSON on standard output. */
  readonly print: (output: object) => void
  /** Says one line on standard error; controls in it are shown, not sent. */
  readonly say: (line: string) => void
  readonly input: AsyncIterable<Uint8Array>
  /** Asks for a line on standard error and reads it from standard input. */
  readonly askLine: Ask
  /** Asks for a line that is not shown; null where nobody sits at a terminal. */
  readonly askSecret: Ask | null
  readonly importer: Importer
  /** Absolute path that relative paths start from. */
  readonly folder: string
  readonly environment: Environment
  readonly platform: NodeJS.Platform
}

/** 0 done, 1 could not, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2

/**
 * An object as one line of JSON. DEL and the C1 controls, which JSON lets through, are escaped as well: a text that comes in must not
 * move the cursor or rename the window of whoever looks at it.
 */
export function jsonLine(output: object): string {
  return JSON.stringify(output).replace(
    /[\u007F-\u009F]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** A message as one line: file names may hold line ends and the signs that steer a terminal, which are shown as unknown. */
export function oneLine(message: string): string {
  return message.replace(/\p{Cc}/gu, '\uFFFD')
}

/** Absolute path of one given on the command line. */
export function pathOf(terminal: Terminal, path: string): string {
  return isAbsolute(path) ? path : join(terminal.folder, path)
}

/** Says why a command could not, and gives its exit code. */
export function couldNot(terminal: Terminal, failure: Failure): ExitCode {
  terminal.say(failureText(failure))
  return 1
}

/** The text of a document or, for `-`, of standard input; failures as the importer returns them. */
export async function textGiven(
  terminal: Terminal,
  file: string,
  encoding: string | null,
): Promise<Result<ImportedText>> {
  const { importer, input } = terminal
  if (file !== '-') return importer.importFile(pathOf(terminal, file), encoding)
  const bytes = await collectBytes(input)
  return bytes.ok ? importer.importBytes(bytes.value, { file: '-', encoding }) : bytes
}

/** Says which attachments of an e-mail were left closed, where there are any. */
export function sayAttachments(terminal: Terminal, file: string, { attachments }: ImportedText): void {
  if (attachments.length === 0) return
  terminal.say(messageText('cli.attachments', { file, count: attachments.length, names: attachments.join(', ') }))
}
