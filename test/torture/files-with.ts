// Looks for words where they must not be: in every file under a folder, its name included, as UTF-8 and as UTF-16.
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** The files under `folder` (paths relative to it) whose name or bytes have the words. `except` are folders left out. */
export async function filesWith(
  words: string,
  folder: string,
  except: readonly string[] = [],
): Promise<readonly string[]> {
  const signs = [Buffer.from(words), Buffer.from(words, 'utf16le'), Buffer.from(Buffer.from(words).toString('base64'))]
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const found: string[] = []
  for (const file of files) {
    if (except.some((left) => file.startsWith(`${left}/`))) continue
    const bytes = await readFile(file)
    if (file.includes(words) || signs.some((sign) => bytes.includes(sign))) found.push(relative(folder, file))
  }
  return found
}
