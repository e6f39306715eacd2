// Opens the library that a command works on, and closes it whatever happens. What only reads opens it so that nothing is written.
import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { isFailure } from '../../domain/result.ts'
import { creatorName } from '../creator.ts'
import { deviceOf, readDevice } from '../device.ts'
import { diskOf } from '../library/disk.ts'
import { nodeFileSystem } from '../library/file-system.ts'
import type { Library } from '../library/library.ts'
import { failureText, messageText } from '../messages.ts'
import { openWithDomain } from '../open-with-domain.ts'
import { seenGenerations } from '../seen-generations.ts'
import { ownLibraryFolder, userDataFolder } from '../user-data.ts'
import type { Request } from './request.ts'
import { couldNot, type ExitCode, pathOf, type Terminal } from './terminal.ts'

export type Mode = 'read-only' | 'read-write'

/**
 * Opens the library of a request, lets `use` work on it and closes it. An absent or empty folder becomes a new plain library, which
 * one line says; sealing that was asked for and can't be done is refused before anything is made.
 */
export async function withLibrary(
  terminal: Terminal,
  request: Request,
  mode: Mode,
  use: (library: Library) => Promise<ExitCode>,
): Promise<ExitCode> {
  if (request.passphraseFile !== null) {
    terminal.say(messageText('cli.no-sealing'))
    return 1
  }
  const { environment, platform } = terminal
  const folder = request.library === null ? ownLibraryFolder(environment, platform) : pathOf(terminal, request.library)
  const say = (problem: unknown) => terminal.say(problemText(problem))
  const isNew = await isAbsentOrEmpty(folder)
  const opened = await openWithDomain({
    folder,
    device: await deviceFor(terminal, mode),
    creator: creatorName(process.env),
    mode,
    createIfMissing: true,
    seen: seenGenerations(diskOf(nodeFileSystem), userDataFolder(environment, platform), say),
    report: say,
  })
  if (!opened.ok) return couldNot(terminal, opened.failure)
  if (isNew) terminal.say(messageText('cli.new-library', { folder }))
  try {
    return await use(opened.value)
  } finally {
    await opened.value.close()
  }
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

function problemText(problem: unknown): string {
  if (isFailure(problem)) return failureText(problem)
  return messageText('cli.problem', { problem: problem instanceof Error ? problem.message : String(problem) })
}
