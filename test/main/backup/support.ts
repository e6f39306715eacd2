// What the tests of backups share: a quick way from passphrase to key, libraries with something in them, and their files as a value.
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { Result } from '../../../domain/result.ts'
import { type BackupOptions, type BackupReport, backUp } from '../../../main/backup/back-up.ts'
import { goesAlong } from '../../../main/backup/backup-paths.ts'
import { type RestoreOptions, type RestoreReport, restore } from '../../../main/backup/restore.ts'
import { diskOf } from '../../../main/library/disk.ts'
import { type FileSystem, nodeFileSystem } from '../../../main/library/file-system.ts'
import { openHeader } from '../../../main/library/header.ts'
import { derivedKey } from '../../../main/library/sealing/data-key.ts'
import type { DeriveKey } from '../../../main/library/sealing/key-derivation.ts'
import type { Secret } from '../../../main/library/sealing/key-header.ts'
import { unlockLibrary } from '../../../main/library/sealing/library-keys.ts'
import { addBriefing, expectSuccess, noteInput, openFor } from '../library/support.ts'

/** Quick, since what makes the real one slow has its own tests. */
export const derive: DeriveKey = async (passphrase, { salt }) =>
  derivedKey(Buffer.from(passphrase), ['test'], Buffer.from(salt))
export const secret: Secret = { kind: 'passphrase', text: 'five words without any sense' }
export const canary = 'Zanzibar-canary-words'
export const now = () => new Date('2026-11-24T10:00:00Z')

/** Makes a closed library with as many briefings, each with two notes (so that there are earlier copies). */
export async function libraryAt(folder: string, isSealed: boolean, briefings = 2): Promise<void> {
  const library = await openFor(folder, { secret: isSealed ? secret : null, derive })
  for (let number = 0; number < briefings; number += 1) {
    const id = await addBriefing(library, `${canary} ${number}\n\n${`The ministers agreed on ${canary}. `.repeat(8)}`)
    for (const text of ['first', 'second']) expectSuccess(await library.addNote(id, noteInput({ text })))
  }
  await library.close()
}

/** Every file that a backup must hold, by its path, in base 64; library.json by what it says. */
export async function contentOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const paths = files.map((file) => relative(folder, file).split(sep).join('/')).filter(goesAlong)
  const read = paths.toSorted().map(async (path) => [path, (await readFile(join(folder, path))).toString('base64')])
  return Object.fromEntries(await Promise.all(read))
}

type Changes<T> = Partial<T> & { readonly fileSystem?: FileSystem }

/** Backs a closed library up, with its passphrase. */
export async function backUpFor(
  folder: string,
  path: string,
  { fileSystem = nodeFileSystem, ...changes }: Changes<BackupOptions> = {},
): Promise<Result<BackupReport>> {
  const { header } = expectSuccess(
    await openHeader({ disk: diskOf(nodeFileSystem), folder, createIfMissing: false, now, seal: null }),
  )
  const dataKey = expectSuccess(await unlockLibrary(header, header.header === null ? null : secret, derive))
  return backUp({
    disk: diskOf(fileSystem),
    folder,
    header,
    keyFor: dataKey?.keyFor ?? null,
    passphrase: secret.text,
    derive,
    now,
    inTurn: (_id, work) => work(),
    path,
    overwrite: false,
    onProgress: () => undefined,
    signal: null,
    ...changes,
  })
}

/** Restores a backup with the passphrase. */
export function restoreFor(
  path: string,
  folder: string,
  { fileSystem = nodeFileSystem, ...changes }: Changes<RestoreOptions> = {},
): Promise<Result<RestoreReport>> {
  const disk = diskOf(fileSystem)
  return restore({ disk, path, folder, secret, derive, now, onProgress: () => undefined, signal: null, ...changes })
}
