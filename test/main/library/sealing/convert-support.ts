// What the tests of conversion share: a small library with every kind of file in it, and what its files hold.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { startOfSession } from '../../../../domain/session.ts'
import { entryFile } from '../../../../main/library/file-names.ts'
import { openLibrary } from '../../../../main/library/open-library.ts'
import { type ConvertOptions, convertLibrary, type Wanted } from '../../../../main/library/sealing/convert.ts'
import { derivedKey } from '../../../../main/library/sealing/data-key.ts'
import type { DeriveKey } from '../../../../main/library/sealing/key-derivation.ts'
import type { Secret } from '../../../../main/library/sealing/key-header.ts'
import { addBriefing, device, expectSuccess, noteInput, optionsFor, otherDevice } from '../plain-support.ts'

/** Quick, since what makes the real one slow has its own tests. */
export const derive: DeriveKey = async (passphrase, { salt }) =>
  derivedKey(Buffer.from(passphrase), ['test'], Buffer.from(salt))
export const words = 'five words without any sense'
export const secret: Secret = { kind: 'passphrase', text: words }
export const canary = 'Zürich-canary “words”'
export const sealing = { to: 'sealed', passphrase: words, newKey: false } as const satisfies Wanted
export const plainly = { to: 'plain' } as const satisfies Wanted

/** All files of a folder, relative to it, with their bytes. */
export async function bytesIn(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(await Promise.all(files.map(async (file) => [relative(folder, file), await readFile(file)] as const)))
}

/** The files with records in them only. */
export async function recordsIn(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const kept = [...(await bytesIn(folder))].filter(([file]) => /^(?:entries|notes|sessions)\//u.test(file))
  return new Map(kept.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** Files that hold the canary as it is or as JSON escapes it. */
export async function filesThatTell(folder: string): Promise<readonly string[]> {
  const escaped = JSON.stringify(canary).slice(1, -1)
  const ascii = escaped.replace(/[^\x20-\x7e]/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
  const tells = (bytes: Buffer) => ['canary', canary, escaped, ascii].some((form) => bytes.includes(form))
  return [...(await bytesIn(folder))].filter(([, bytes]) => tells(bytes)).map(([file]) => file)
}

/**
 * Fills a new plain library: briefings with notes of two devices and earlier copies, one in the bin, a draft, damaged bytes set aside, a
 * temporary file and a cache left over. Gives the ids, oldest first; the last one is in the bin.
 */
export async function fillLibrary(folder: string, count = 3): Promise<readonly string[]> {
  const ids: string[] = []
  for (const writer of [device, otherDevice]) {
    const library = expectSuccess(await openLibrary(optionsFor(folder, { device: writer, derive })))
    for (let number = 0; writer === device && number < count; number += 1) {
      ids.push(await addBriefing(library, `${canary} ${number}\n\nThe ministers agreed on ${canary}.`))
    }
    for (const id of ids.slice(0, 2)) {
      expectSuccess(await library.addNote(id, noteInput({ text: `${canary} noted` })))
      expectSuccess(await library.addNote(id, noteInput({ text: `${canary} noted again` })))
    }
    library.saveSession({
      ...startOfSession,
      draft: { kind: 'note', briefingId: ids[0] ?? '', noteId: ids[0] ?? '', text: `${canary} half` },
    })
    await library.settled()
    if (writer === otherDevice) expectSuccess(await library.remove(ids.at(-1) ?? ''))
    await library.close()
  }
  await plant(folder, entryFile(ids[0] ?? '').replace('.json', '.damaged-20261124T100000000Z'), `{"text":"${canary}`)
  await plant(folder, `entries/00/.x.json.${'0'.repeat(24)}.tmp`, canary)
  return ids
}

/** Fills a new plain library with one briefing and two notes, with an earlier copy of them and a session. Gives its id. */
export async function fillSmall(folder: string): Promise<readonly string[]> {
  const library = expectSuccess(await openLibrary(optionsFor(folder, { derive })))
  const id = await addBriefing(library, `${canary}\n\nThe ministers agreed on ${canary}.`)
  for (const text of ['once', 'twice'])
    expectSuccess(await library.addNote(id, noteInput({ text: `${canary} ${text}` })))
  library.saveSession(startOfSession)
  await library.close()
  return [id]
}

/** Writes a file into a library by hand. */
export async function plant(folder: string, file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, file)), { recursive: true })
  await writeFile(join(folder, file), content)
}

/** Options for a conversion. */
export function conversionOf(folder: string, changes: Partial<ConvertOptions> = {}): ConvertOptions {
  return { ...optionsFor(folder), derive, ...changes }
}

/** Converts, which must go well. */
export async function convert(
  folder: string,
  wanted: Wanted,
  given: Secret | null = secret,
  changes: Partial<ConvertOptions> = {},
) {
  return expectSuccess(await convertLibrary(conversionOf(folder, changes), given, wanted))
}
