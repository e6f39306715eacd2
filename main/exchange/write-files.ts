// Writes exported files so that each is there whole or not at all, and nothing that exists is lost.
import { randomBytes } from 'node:crypto'
import { link, lstat, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { failed, type Result, success } from '../../domain/result.ts'
import { failureCodeOf, systemCode } from '../library/storage-error.ts'

/** Absolute path and text (stored as UTF-8). */
export type NewFile = { readonly path: string; readonly content: string }

/** True when the path is a folder. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

/**
 * Writes all the files or none; `folder` is made first when it is not there. A file that exists is replaced only with `overwrite`.
 * Fails with file-exists, file-missing (no such folder), no-permission, disk-full, disk-read-only, disk-failed.
 */
export async function writeFiles(
  files: readonly NewFile[],
  folder: string | null,
  overwrite: boolean,
): Promise<Result<null>> {
  const temporary: string[] = []
  const placed: string[] = []
  let current = folder ?? ''
  try {
    if (folder !== null) await mkdir(folder, { recursive: true, mode: 0o700 })
    for (const { path } of files) {
      if (await mustStay(path, overwrite)) return failed('file-exists', { file: basename(path) })
    }
    for (const file of files) {
      current = file.path
      temporary.push(await writeBeside(file))
    }
    for (const [index, { path }] of files.entries()) {
      current = path
      await place(temporary[index] ?? '', path, overwrite)
      if (!overwrite) placed.push(path)
    }
    return success(null)
  } catch (error) {
    for (const path of placed) await rm(path, { force: true })
    return failureOf(error, current)
  } finally {
    for (const path of temporary) await rm(path, { force: true }).catch(() => undefined)
  }
}

async function mustStay(path: string, overwrite: boolean): Promise<boolean> {
  const found = await lstat(path).catch(() => null)
  return found !== null && !(overwrite && (found.isFile() || found.isSymbolicLink()))
}

/** The whole content, flushed, under another name in the same folder. Only its owner may read it: texts are confidential. */
async function writeBeside({ path, content }: NewFile): Promise<string> {
  const temporary = join(dirname(path), `.${basename(path).slice(0, 60)}.${randomBytes(6).toString('hex')}.part`)
  const handle = await open(temporary, 'wx', 0o600)
  try {
    await handle.writeFile(content, 'utf8')
    await handle.sync()
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  } finally {
    await handle.close()
  }
  return temporary
}

/** A link fails where a file exists, so that one made meanwhile is not lost; file systems without links get a rename. */
async function place(temporary: string, path: string, overwrite: boolean): Promise<void> {
  if (overwrite) return rename(temporary, path)
  try {
    await link(temporary, path)
  } catch (error) {
    const code = systemCode(error)
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS' && code !== 'EMLINK') throw error
    await rename(temporary, path)
  }
}

function failureOf(error: unknown, path: string) {
  const code = systemCode(error)
  if (code === null) throw error
  if (code === 'EEXIST' || code === 'ENOTDIR') return failed('file-exists', { file: basename(path) })
  if (code === 'ENOENT') return failed('file-missing', { file: dirname(path) })
  return failed(failureCodeOf(code), { file: basename(path), code })
}
