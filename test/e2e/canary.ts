// Words that occur nowhere else, and a search for them in files, in the forms in which a program may have written them down.
// What was compressed or sealed is not recognised.
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** A word for one place of a session that occurs nowhere else; plain letters, which every keyboard of a test can type. */
export function canary(place: string): string {
  return `zqxv${place}kwyj`
}

/** What of a word stands in base64 whatever stands before it: one form for each of the three ways its bytes can fall. */
function base64Forms(word: string): readonly string[] {
  return [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(word)])
    // Whole groups of three that hold bytes of the word only.
    const from = before === 0 ? 0 : 3
    return bytes.subarray(from, bytes.length - (bytes.length % 3)).toString('base64')
  })
}

/** The bytes to look for: UTF-8, UTF-16 both ways, as JSON and addresses escape it, base64, hexadecimal. */
export function formsOf(word: string): readonly Buffer[] {
  const wide = Buffer.from(word, 'utf16le')
  const escaped = word.replaceAll(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
  const plain = [word, escaped, encodeURIComponent(word), Buffer.from(word).toString('hex'), ...base64Forms(word)]
  return [...plain.map((form) => Buffer.from(form)), wide, Buffer.from(wide).swap16()]
}

export type Found = { readonly file: string; readonly word: string }

/** Which words stand in which files under a folder; file names relative to it. Their names are searched as well. */
export async function found(folder: string, words: readonly string[]): Promise<readonly Found[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const searched = words.map((word) => ({ word, forms: formsOf(word) }))
  const all = await Promise.all(
    entries.map(async (entry) => {
      const path = join(entry.parentPath, entry.name)
      // A file may go while it is looked for: Chromium and the journal of a record tidy up.
      const content = entry.isFile() ? await readFile(path).catch(() => Buffer.alloc(0)) : Buffer.alloc(0)
      const bytes = Buffer.concat([Buffer.from(`${entry.name}\n`), content])
      const held = searched.filter(({ forms }) => forms.some((form) => bytes.includes(form)))
      return held.map(({ word }) => ({ file: relative(folder, path), word }))
    }),
  )
  return all.flat()
}
