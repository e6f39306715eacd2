// `encrypt` and `decrypt`: a plain library becomes sealed, a sealed one plain; interrupted, the same command goes on where it was. And a
// new data key for a sealed one.
import { hostname } from 'node:os'
import { failed, type Result } from '../../domain/result.ts'
import { createNodeFileSystem } from '../library/file-system.ts'
import { type Converted, convertLibrary, type Wanted } from '../library/sealing/convert.ts'
import { deriveHere } from '../library/sealing/key-derivation.ts'
import type { Secret } from '../library/sealing/key-header.ts'
import { messageText } from '../messages.ts'
import { recoveryKey } from './keys.ts'
import type { CommandNamed, Request } from './request.ts'
import { passphraseIn, secretAsked, secretGiven } from './secrets.ts'
import { couldNot, type ExitCode, type Terminal } from './terminal.ts'
import { folderOf, problemText, seenBy, withLibrary } from './with-library.ts'

/** Milliseconds between two lines that say how far it is. */
const sayEvery = 2_000

/**
 * Seals a library under the passphrase of the request and prints `{"recoveryKey"}`. Where sealing was interrupted it goes on; a sealed
 * library that has a recovery key is left as it is.
 */
export async function encrypt(terminal: Terminal, request: Request): Promise<ExitCode> {
  const given = await secretGiven(terminal, request)
  if (!given.ok) return couldNot(terminal, given.failure)
  const secret = given.value ?? (await passphraseAskedTwice(terminal))
  if (secret === null) return say(terminal, 'cli.encrypt-needs-passphrase')
  const passphrase = secret.kind === 'passphrase' ? secret.text : null
  const wanted: Wanted = passphrase === null ? 'as-begun' : { to: 'sealed', passphrase, newKey: false }
  const converted = await convert(terminal, request, secret, wanted)
  if (!converted.ok) return couldNot(terminal, converted.failure)
  sayWhatIsLeft(terminal, converted.value)
  return withSecret(terminal, request, secret, (library) => {
    if (library.keys === null) return Promise.resolve(say(terminal, 'cli.encrypt-needs-passphrase'))
    const isNothingToDo = converted.value.state === 'nothing' && library.keys.hasRecoveryKey()
    return isNothingToDo ? Promise.resolve(say(terminal, 'cli.sealed-already')) : recoveryKey(terminal, library, secret)
  })
}

/** Makes a sealed library plain once the person has said so. Prints `{}`. */
export async function decrypt(
  terminal: Terminal,
  request: Request,
  { yes }: CommandNamed<'decrypt'>,
): Promise<ExitCode> {
  const given = await secretGiven(terminal, request)
  if (!given.ok) return couldNot(terminal, given.failure)
  if (!yes && !isYes(await terminal.askLine(messageText('cli.ask.decrypt', { folder: folderOf(terminal, request) })))) {
    return say(terminal, 'cli.decrypt-not-said')
  }
  const secret = given.value ?? (await secretAsked(terminal))
  const converted = await convert(terminal, request, secret, { to: 'plain' })
  if (!converted.ok) return couldNot(terminal, converted.failure)
  sayWhatIsLeft(terminal, converted.value)
  terminal.print({})
  return 0
}

/** Seals a sealed library anew under another data key and another passphrase, and prints `{"recoveryKey"}`. */
export async function changeKey(
  terminal: Terminal,
  request: Request,
  { newPassphraseFile }: CommandNamed<'change-passphrase'>,
): Promise<ExitCode> {
  const given = await secretGiven(terminal, request)
  if (!given.ok) return couldNot(terminal, given.failure)
  const passphrase = await passphraseIn(terminal, newPassphraseFile)
  if (!passphrase.ok) return couldNot(terminal, passphrase.failure)
  const secret = given.value ?? (await secretAsked(terminal))
  if (secret === null) return couldNot(terminal, failed('library-sealed').failure)
  const wanted = { to: 'sealed', passphrase: passphrase.value, newKey: true } as const
  const converted = await convert(terminal, request, secret, wanted)
  if (!converted.ok) return couldNot(terminal, converted.failure)
  sayWhatIsLeft(terminal, converted.value)
  const changed: Secret = { kind: 'passphrase', text: passphrase.value }
  return withSecret(terminal, request, changed, (library) => recoveryKey(terminal, library, changed))
}

async function passphraseAskedTwice({ askSecret, say: line }: Terminal): Promise<Secret | null> {
  const first = (await askSecret?.(messageText('cli.ask.new-passphrase'))) ?? ''
  if (first === '' || askSecret === null) return null
  if ((await askSecret(messageText('cli.ask.passphrase-again'))) === first) return { kind: 'passphrase', text: first }
  line(messageText('cli.passphrases-differ'))
  return null
}

function isYes(answer: string | null): boolean {
  return answer?.trim().toLowerCase() === messageText('cli.ask.yes')
}

function convert(
  terminal: Terminal,
  request: Request,
  secret: Secret | null,
  wanted: Wanted,
): Promise<Result<Converted>> {
  let said = Date.now()
  return convertLibrary(
    {
      folder: folderOf(terminal, request),
      derive: deriveHere,
      fileSystem: createNodeFileSystem(),
      now: () => new Date(),
      host: hostname(),
      pid: process.pid,
      seen: seenBy(terminal),
      report: (problem) => terminal.say(problemText(problem)),
      onProgress: (done, total) => {
        if (Date.now() - said < sayEvery) return
        said = Date.now()
        terminal.say(messageText('cli.converted', { done, total }))
      },
    },
    secret,
    wanted,
  )
}

/** What was not converted, a line for each, so that nobody believes that all is sealed, or that all can be read without the key. */
function sayWhatIsLeft(terminal: Terminal, { left, foreign }: Converted): void {
  for (const file of left) terminal.say(messageText('cli.not-converted', { file }))
  for (const file of foreign) terminal.say(messageText('cli.not-ours', { file }))
}

function withSecret(
  terminal: Terminal,
  request: Request,
  secret: Secret,
  use: Parameters<typeof withLibrary>[3],
): Promise<ExitCode> {
  return withLibrary(terminal, request, 'read-write', use, secret)
}

function say(terminal: Terminal, key: string): ExitCode {
  terminal.say(messageText(key))
  return 1
}
