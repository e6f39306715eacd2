// A library of made-up briefings in a folder. The briefings' files are written directly, in the format of the records: through the
// library, ten thousand flushed writes would take longer than all that is measured.
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Briefing } from '../../domain/briefing.ts'
import { entryFile } from '../../main/library/file-names.ts'
import type { Library, NoteInput } from '../../main/library/library.ts'
import { currentSchema, placeOf } from '../../main/library/record.ts'
import { entryKind } from '../../main/library/record-kinds.ts'
import { type DeriveKey, deriveHere } from '../../main/library/sealing/key-derivation.ts'
import { recordSeal } from '../../main/library/sealing/record-seal.ts'
import { plainSeal } from '../../main/library/sealing/seal.ts'
import { openWithDomain } from '../../main/open-with-domain.ts'
import { syntheticBriefing } from './synthetic-briefings.ts'

/** The device under which the bench writes. */
export const benchDevice = '01900000-0000-7000-8000-00000000beef'

export type Protection = 'plain' | 'sealed'

/** Opens (or creates) the library in a folder as the app does. Throws when it does not open for writing. */
export async function openBenchLibrary(
  folder: string,
  protection: Protection = 'plain',
  derive: DeriveKey = deriveHere,
): Promise<Library> {
  const opened = await openWithDomain({
    secret: protection === 'sealed' ? { kind: 'passphrase', text: 'made-up words of the bench' } : null,
    derive,
    folder,
    device: benchDevice,
    creator: 'bench',
    mode: 'read-write',
    createIfMissing: true,
    report: (message) => console.error(message),
  })
  if (!opened.ok) throw new Error(`The library did not open: ${opened.failure.code}.`)
  if (opened.value.state().readOnly !== null) throw new Error('The library opened for reading only.')
  return opened.value
}

/** Makes a library of `count` briefings, the same ones each time. Resolves to the first `sample` of them. */
export async function makeBenchLibrary(
  folder: string,
  count: number,
  sample: number,
  protection: Protection = 'plain',
): Promise<readonly Briefing[]> {
  await mkdir(folder, { recursive: true })
  const library = await openBenchLibrary(folder, protection)
  const seal = library.keys === null ? plainSeal : recordSeal(library.keys)
  const kept: Briefing[] = []
  for (let index = 0; index < count; index += 1) {
    const briefing = syntheticBriefing(index)
    const path = join(folder, entryFile(briefing.id))
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const content = JSON.stringify({ schema: currentSchema(entryKind), revision: 1, ...briefing })
    const place = placeOf(entryKind, library.id, entryFile(briefing.id))
    await writeFile(path, seal.seal(new TextEncoder().encode(content), place, 1), { mode: 0o600 })
    if (index < sample) kept.push(briefing)
  }
  await library.close()
  return kept
}

/** A note on the first words of a made-up briefing's first paragraph. */
export function benchNote(briefing: Briefing, round: number): NoteInput {
  const start = briefing.versions[0].text.indexOf('\n\n') + 2
  const text = `Made-up note ${round}: to be raised again at the next meeting.`
  return { version: 1, scope: 'words', span: { start, end: start + 24 }, kind: 'position', text }
}
