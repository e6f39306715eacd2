// `backup PATH` and `restore PATH`: a library into one sealed file, and out of it again beside what is there.
import { basename } from 'node:path'
import { type Result, success } from '../../domain/result.ts'
import { backUp } from '../backup/back-up.ts'
import { readBackupHead } from '../backup/backup-reader.ts'
import { restore } from '../backup/restore.ts'
import { diskOf } from '../library/disk.ts'
import { createNodeFileSystem } from '../library/file-system.ts'
import { openHeader } from '../library/header.ts'
import { deriveHere } from '../library/sealing/key-derivation.ts'
import type { Secret } from '../library/sealing/key-header.ts'
import { unlockLibrary } from '../library/sealing/library-keys.ts'
import { failureText, messageText } from '../messages.ts'
import type { CommandNamed, Request } from './request.ts'
import { secretAsked, secretGiven } from './secrets.ts'
import { couldNot, type ExitCode, pathOf, type Terminal } from './terminal.ts'
import { folderOf } from './with-library.ts'

const now = () => new Date()

/**
 * Writes a backup and prints `{"written", "files", "briefings", "bytes"}`, the path as it was given. The library is only read and takes no
 * lock, so one that is open elsewhere is backed up too. A plain library's backup is sealed with the passphrase that is given for it.
 */
export async function backup(
  terminal: Terminal,
  request: Request,
  { path, overwrite }: CommandNamed<'backup'>,
): Promise<ExitCode> {
  const disk = diskOf(createNodeFileSystem())
  const folder = folderOf(terminal, request)
  const header = await openHeader({ disk, folder, createIfMissing: false, now, seal: null })
  if (!header.ok) return couldNot(terminal, header.failure)
  if (header.value.warning !== null) terminal.say(failureText(header.value.warning))
  const isPlain = header.value.header.header === null
  // A new passphrase is not asked for: mistyped unseen, it would make a backup that nobody can open.
  const secret = isPlain ? await secretGiven(terminal, request) : await secretFor(terminal, request)
  if (!secret.ok) return couldNot(terminal, secret.failure)
  const dataKey = await unlockLibrary(header.value.header, isPlain ? null : secret.value, deriveHere)
  if (!dataKey.ok) return couldNot(terminal, dataKey.failure)
  const made = await backUp({
    disk,
    folder,
    header: header.value.header,
    keyFor: dataKey.value?.keyFor ?? null,
    passphrase: secret.value?.kind === 'passphrase' ? secret.value.text : null,
    derive: deriveHere,
    now,
    inTurn: (_id, work) => work(),
    path: pathOf(terminal, path),
    overwrite,
    onProgress: () => undefined,
    signal: null,
  })
  if (!made.ok) return couldNot(terminal, made.failure)
  const { files, briefings, bytes, leftOut } = made.value
  if (leftOut > 0) terminal.say(messageText('cli.backup-left-out', { count: leftOut }))
  terminal.print({ written: path, files, briefings, bytes })
  return 0
}

/** Restores a backup and prints `{"restored", "briefings", "files", "sealed"}`; `restored` is the absolute folder it lies in now. */
export async function restoreBackup(
  terminal: Terminal,
  request: Request,
  { path }: CommandNamed<'restore'>,
): Promise<ExitCode> {
  const disk = diskOf(createNodeFileSystem())
  const head = await readBackupHead(disk, pathOf(terminal, path))
  if (!head.ok) return couldNot(terminal, head.failure)
  const secret = await secretFor(terminal, request)
  if (!secret.ok) return couldNot(terminal, secret.failure)
  const restored = await restore({
    disk,
    path: pathOf(terminal, path),
    folder: folderOf(terminal, request),
    secret: secret.value,
    derive: deriveHere,
    now,
    onProgress: () => undefined,
    signal: null,
  })
  if (!restored.ok) return couldNot(terminal, restored.failure)
  const { folder, isBeside, isSealed, files, briefings } = restored.value
  if (isBeside) terminal.say(messageText('cli.restored-beside', { folder: basename(folder) }))
  if (!isSealed) terminal.say(messageText('cli.restored-plain'))
  terminal.print({ restored: folder, briefings, files, sealed: isSealed })
  return 0
}

/** The secret that was given, else asked for; null where nobody can be asked. */
async function secretFor(terminal: Terminal, request: Request): Promise<Result<Secret | null>> {
  const given = await secretGiven(terminal, request)
  return !given.ok || given.value !== null ? given : success(await secretAsked(terminal))
}
