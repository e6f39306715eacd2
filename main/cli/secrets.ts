// Passphrases and recovery keys as a command is given them: the first line of a file or of standard input, or asked for on a terminal.
// Never in arguments or in the environment, which others on the machine can see.
import { stat } from 'node:fs/promises'
import { failed, type Result, success } from '../../domain/result.ts'
import type { Secret } from '../library/sealing/key-header.ts'
import { messageText } from '../messages.ts'
import { collectBytes, decodeText, readFileBytes } from '../text-files.ts'
import type { Request } from './request.ts'
import { pathOf, type Terminal } from './terminal.ts'

/** Bytes of a file whose first line is a secret: nobody's passphrase is longer. */
const largestSecretFile = 65_536
/** What lets others than a file's owner read, write or run it. */
const othersMode = 0o077

/**
 * The secret in the file that the request names, or null when it names none. Failures: `passphrase-empty`, `recovery-key-mistyped` for an
 * empty line, and those of reading a text file.
 */
export async function secretGiven(
  terminal: Terminal,
  { passphraseFile, recoveryKeyFile }: Pick<Request, 'passphraseFile' | 'recoveryKeyFile'>,
): Promise<Result<Secret | null>> {
  if (passphraseFile !== null) {
    const text = await passphraseIn(terminal, passphraseFile)
    return text.ok ? success({ kind: 'passphrase', text: text.value }) : text
  }
  if (recoveryKeyFile === null) return success(null)
  const text = await firstLineOf(terminal, recoveryKeyFile)
  if (!text.ok) return text
  return text.value === '' ? failed('recovery-key-mistyped') : success({ kind: 'recovery-key', text: text.value })
}

/** The passphrase in a file's first line (`-`: standard input). Failures: `passphrase-empty` and those of reading a text file. */
export async function passphraseIn(terminal: Terminal, file: string): Promise<Result<string>> {
  const text = await firstLineOf(terminal, file)
  return text.ok && text.value === '' ? failed('passphrase-empty') : text
}

/** Asks a person at a terminal for the passphrase of a library, without showing it; null where nobody can be asked or nothing came. */
export async function secretAsked({ askSecret }: Terminal): Promise<Secret | null> {
  const text = (await askSecret?.(messageText('cli.ask.passphrase'))) ?? ''
  return text === '' ? null : { kind: 'passphrase', text }
}

async function firstLineOf(terminal: Terminal, file: string): Promise<Result<string>> {
  const bytes = file === '-' ? await collectBytes(terminal.input, largestSecretFile) : await bytesOf(terminal, file)
  if (!bytes.ok) return bytes
  if (bytes.value.length === 0) return success('')
  const text = decodeText(bytes.value, null, file, largestSecretFile)
  return text.ok ? success(text.value.split(/\r?\n/u, 1)[0] ?? '') : text
}

async function bytesOf(terminal: Terminal, file: string): Promise<Result<Uint8Array>> {
  const path = pathOf(terminal, file)
  const read = await readFileBytes(path, undefined, largestSecretFile)
  if (!read.ok) return read
  if (terminal.platform !== 'win32' && ((await stat(path)).mode & othersMode) !== 0) {
    terminal.say(messageText('cli.secret-readable', { file }))
  }
  return success(read.value.bytes)
}
