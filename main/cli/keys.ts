// `change-passphrase` and `recovery-key`: what is done with the keys of a sealed library that was opened with one of them.
import { failed } from '../../domain/result.ts'
import type { Library } from '../library/library.ts'
import type { Secret } from '../library/sealing/key-header.ts'
import { messageText } from '../messages.ts'
import type { CommandNamed } from './request.ts'
import { passphraseIn } from './secrets.ts'
import { couldNot, type ExitCode, type Terminal } from './terminal.ts'

/** Wraps the keys under the passphrase in the file's first line; the former one opens nothing any more. Prints `{}`. */
export async function changePassphrase(
  terminal: Terminal,
  { keys }: Library,
  secret: Secret | null,
  { newPassphraseFile }: CommandNamed<'change-passphrase'>,
): Promise<ExitCode> {
  if (keys === null || secret === null) return couldNot(terminal, failed('library-plain').failure)
  const passphrase = await passphraseIn(terminal, newPassphraseFile)
  if (!passphrase.ok) return couldNot(terminal, passphrase.failure)
  const changed = await keys.changePassphrase(secret, passphrase.value)
  if (!changed.ok) return couldNot(terminal, changed.failure)
  terminal.say(messageText('cli.passphrase-changed'))
  terminal.print({})
  return 0
}

/** Makes a recovery key and prints `{"recoveryKey"}`; the former one opens nothing any more. */
export async function recoveryKey(terminal: Terminal, { keys }: Library, secret: Secret | null): Promise<ExitCode> {
  if (keys === null || secret === null) return couldNot(terminal, failed('library-plain').failure)
  const made = await keys.newRecoveryKey(secret)
  if (!made.ok) return couldNot(terminal, made.failure)
  terminal.say(messageText('cli.recovery-key-once'))
  terminal.print({ recoveryKey: made.value })
  return 0
}
