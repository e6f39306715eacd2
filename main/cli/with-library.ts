// Opens the library that a command works on, and closes it whatever happens. What only reads opens it so that nothing is written.
import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { isFailure, type Result, success } from '../../domain/result.ts'
import { creatorName } from '../creator.ts'
import { deviceOf, readDevice } from '../device.ts'
import { diskOf } from '../library/disk.ts'
import { nodeFileSystem } from '../library/file-system.ts'
import type { Library } from '../library/library.ts'
import type { SeenGenerations } from '../library/manifest-keeper.ts'
import type { Secret } from '../library/sealing/key-header.ts'
import { failureText, messageText } from '../messages.ts'
import { openWithDomain } from '../open-with-domain.ts'
import { seenGenerations } from '../seen-generations.ts'
import { ownLibraryFolder, userDataFolder } from '../user-data.ts'
import type { Request } from './request.ts'
import { secretAsked, secretGiven } from './secrets.ts'
import { couldNot, type ExitCode, pathOf, type Terminal } from './terminal.ts'

export type Mode = 'read-only' | 'read-write'

/** What opened a sealed library; null for a plain one. */
type Use = (library: Library, secret: Secret | null) => Promise<ExitCode>

/**
 * Opens the library of a request, lets `use` work on it and closes it. An absent or empty folder becomes a new library, sealed when the
 * request names a passphrase's file, which one line says. For a sealed one without a secret a terminal is asked; `known` is one already read.
 */
export async function withLibrary(
  terminal: Terminal,
  request: Request,
  mode: Mode,
  use: Use,
  known?: Secret,
): Promise<ExitCode> {
  const given = known === undefined ? await secretGiven(terminal, request) : success(known)
  if (!given.ok) return couldNot(terminal, given.failure)
  const folder = folderOf(terminal, request)
  const isNew = await isAbsentOrEmpty(folder)
  const { opened, secret } = await openAsking(terminal, folder, mode, given.value)
  if (!opened.ok) return couldNot(terminal, opened.failure)
  if (isNew) terminal.say(messageText(secret === null ? 'cli.new-library' : 'cli.new-sealed-library', { folder }))
  try {
    return await use(opened.value, secret)
  } finally {
    await opened.value.close()
  }
}

/** The folder of the library that a request is about. */
export function folderOf(terminal: Terminal, { library }: Pick<Request, 'library'>): string {
  return library === null ? ownLibraryFolder(terminal.environment, terminal.platform) : pathOf(terminal, library)
}

/** What this machine remembers of sealed libraries. */
export function seenBy(terminal: Terminal): SeenGenerations {
  const { environment, platform, say } = terminal
  const report = (problem: unknown) => say(problemText(problem))
  return seenGenerations(diskOf(nodeFileSystem), userDataFolder(environment, platform), report)
}

async function openAsking(terminal: Terminal, folder: string, mode: Mode, given: Secret | null) {
  const device = await deviceFor(terminal, mode)
  const open = (secret: Secret | null): Promise<Result<Library>> =>
    openWithDomain({
      folder,
      device,
      creator: creatorName(process.env),
      mode,
      createIfMissing: true,
      secret,
      seen: seenBy(terminal),
      report: (problem) => terminal.say(problemText(problem)),
    })
  const opened = await open(given)
  if (opened.ok || opened.failure.code !== 'library-sealed') return { opened, secret: given }
  const asked = await secretAsked(terminal)
  return asked === null ? { opened, secret: null } : { opened: await open(asked), secret: asked }
}

async function isAbsentOrEmpty(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => null)
  return names === null || names.length === 0
}

/** Commands that only read make no device id: a new one serves for their run. */
async function deviceFor({ environment, platform }: Terminal, mode: Mode): Promise<string> {
  const disk = diskOf(nodeFileSystem)
  const folder = userDataFolder(environment, platform)
  return mode === 'read-write' ? deviceOf(disk, folder) : ((await readDevice(disk, folder)) ?? randomUUID())
}

/** What happened out of sight, in a sentence. */
export function problemText(problem: unknown): string {
  if (isFailure(problem)) return failureText(problem)
  return messageText('cli.problem', { problem: problem instanceof Error ? problem.message : String(problem) })
}
