// One command, from its words to its exit code.
import { assertNever } from '../../domain/assert-never.ts'
import { messageText } from '../messages.ts'
import { add } from './add.ts'
import { backup, restoreBackup } from './backup.ts'
import { changeKey, decrypt, encrypt } from './encrypt.ts'
import { exportBriefings } from './export.ts'
import { importAnnotations } from './import-annotations.ts'
import { changePassphrase, recoveryKey } from './keys.ts'
import { list } from './list.ts'
import { note } from './note.ts'
import { read } from './read.ts'
import { type Request, requestOf } from './request.ts'
import { revise } from './revise.ts'
import { show } from './show.ts'
import type { ExitCode, Terminal } from './terminal.ts'
import { repair, verify } from './verify.ts'
import { withLibrary } from './with-library.ts'

/** Runs a command. In: what follows the program's name. Out: the exit code; everything has been printed. */
export async function runCommand(terminal: Terminal, words: readonly string[]): Promise<ExitCode> {
  const request = requestOf(words)
  if (request.ok) return perform(terminal, request.value)
  terminal.say(messageText(request.wrong.key, request.wrong.values))
  sayUsage(terminal)
  return 2
}

async function perform(terminal: Terminal, request: Request): Promise<ExitCode> {
  const { command } = request
  switch (command.name) {
    case 'help':
      sayUsage(terminal)
      return 0
    case 'read':
      return read(terminal, command)
    case 'add':
      return withLibrary(terminal, request, 'read-write', (library) => add(terminal, library, command))
    case 'list':
      return withLibrary(terminal, request, 'read-only', (library) => list(terminal, library))
    case 'show':
      return withLibrary(terminal, request, 'read-only', (library) => show(terminal, library, command))
    case 'note':
      return withLibrary(terminal, request, 'read-write', (library) => note(terminal, library, command))
    case 'revise':
      return withLibrary(terminal, request, 'read-write', (library) => revise(terminal, library, command))
    case 'verify':
      return command.repair
        ? withLibrary(terminal, request, 'read-write', (library) => repair(terminal, library))
        : withLibrary(terminal, request, 'read-only', (library) => verify(terminal, library))
    case 'backup':
      return backup(terminal, request, command)
    case 'restore':
      return restoreBackup(terminal, request, command)
    case 'export':
      return withLibrary(terminal, request, 'read-only', (library) => exportBriefings(terminal, library, command))
    case 'encrypt':
      return encrypt(terminal, request)
    case 'decrypt':
      return decrypt(terminal, request, command)
    case 'change-passphrase':
      if (command.newKey) return changeKey(terminal, request, command)
      return withLibrary(terminal, request, 'read-write', (library, secret) =>
        changePassphrase(terminal, library, secret, command),
      )
    case 'recovery-key':
      return withLibrary(terminal, request, 'read-write', (library, secret) => recoveryKey(terminal, library, secret))
    case 'import-annotations':
      return withLibrary(terminal, request, 'read-write', (library) => importAnnotations(terminal, library, command))
    default:
      return assertNever(command)
  }
}

function sayUsage(terminal: Terminal): void {
  for (const line of messageText('cli.usage').split('\n')) terminal.say(line)
}
