// What the tests of the library share: temp folders and libraries that go when a test ends.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Library } from '../../../main/library/library.ts'
import { type OpenOptions, openLibrary } from '../../../main/library/open-library.ts'
import { expectSuccess, optionsFor } from './plain-support.ts'

export * from './plain-support.ts'

/** A folder that goes when the test ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'aide-memoire-library-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Opens a library and closes it when the test ends. */
export async function openFor(folder: string, changes: Partial<OpenOptions> = {}): Promise<Library> {
  const library = expectSuccess(await openLibrary(optionsFor(folder, changes)))
  onTestFinished(() => library.close())
  await library.settled()
  return library
}
