// What a command sees of the world around it, passed in so that commands say only what they do.
import { isAbsolute, join } from 'node:path'
import type { Failure, Result } from '../../domain/result.ts'
import { failureText } from '../messages.ts'
import { collectBytes, decodeText, readTextFile } from '../text-files.ts'
import type { Environment } from '../user-data.ts'

export type Terminal = {
  /** Prints the one object of a command as one line of JSON on standard output. */
  readonly print: (output: object) => void
  /** Says one line on standard error. */
  readonly say: (line: string) => void
  readonly input: AsyncIterable<Uint8Array>
  /** Absolute path that relative paths start from. */
  readonly folder: string
  readonly environment: Environment
  readonly platform: NodeJS.Platform
}

/** 0 done, 1 could not, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2

/** Absolute path of one given on the command line. */
export function pathOf(terminal: Terminal, path: string): string {
  return isAbsolute(path) ? path : join(terminal.folder, path)
}

/** Says why a command could not, and gives its exit code. */
export function couldNot(terminal: Terminal, failure: Failure): ExitCode {
  terminal.say(failureText(failure))
  return 1
}

/** The text of a file or, for `-`, of standard input; failures as `readTextFile` and `decodeText` return them. */
export async function textGiven(terminal: Terminal, file: string, encoding: string | null): Promise<Result<string>> {
  if (file !== '-') return readTextFile(pathOf(terminal, file), encoding)
  const bytes = await collectBytes(terminal.input)
  return bytes.ok ? decodeText(bytes.value, encoding, '-') : bytes
}
