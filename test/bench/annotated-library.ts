// A library of two made-up briefings of the same long text: one without notes, one with as many as no officer would write. The files
// are written directly, in the format of the records, like those of the other libraries that are measured.
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe } from '../../domain/anchoring/describe.ts'
import type { Briefing } from '../../domain/briefing.ts'
import { noteKinds, type StoredNote } from '../../domain/notes/note.ts'
import { paragraphsOf } from '../../domain/text/paragraphs.ts'
import { entryFile, notesFile } from '../../main/library/file-names.ts'
import { currentSchema } from '../../main/library/record.ts'
import { entryKind, notesKind } from '../../main/library/record-kinds.ts'
import { benchDevice, openBenchLibrary } from './bench-library.ts'
import { repeatable, syntheticBriefing, syntheticId, syntheticNote } from './synthetic-briefings.ts'

/** The window has no other way to tell two briefings of one text apart. */
export const titles = { bare: 'Bare text', annotated: 'Annotated text' } as const
const paragraphsInText = 100

/** Makes the library in a folder, with `count` notes in the annotated briefing. Resolves to the text's length in UTF-16 units. */
export async function makeAnnotatedLibrary(folder: string, count: number): Promise<number> {
  await mkdir(folder, { recursive: true })
  await (await openBenchLibrary(folder)).close()
  const bare = longBriefing(1, titles.bare)
  const annotated = longBriefing(2, titles.annotated)
  for (const briefing of [bare, annotated]) {
    await writeRecord(join(folder, entryFile(briefing.id)), { schema: currentSchema(entryKind), ...briefing })
  }
  await writeRecord(join(folder, notesFile(benchDevice, annotated.id)), {
    schema: currentSchema(notesKind),
    briefingId: annotated.id,
    device: benchDevice,
    notes: notesOn(annotated, count),
  })
  return annotated.versions[0].text.length
}

async function writeRecord(path: string, record: object): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeFile(path, JSON.stringify({ revision: 1, ...record }), { mode: 0o600 })
}

/** Several made-up texts as one, about 44 KB. */
function longBriefing(index: number, title: string): Briefing {
  const model = syntheticBriefing(index)
  const parts: string[] = []
  for (let at = 0; parts.length < paragraphsInText; at += 1) {
    parts.push(...syntheticBriefing(at).versions[0].text.split('\n\n').slice(2))
  }
  const text = parts.slice(0, paragraphsInText).join('\n\n')
  const reading = { ...model.reading, title: null, dateline: { place: null, date: null, source: null, span: null } }
  return { ...model, reading, corrections: { title }, versions: [{ ...model.versions[0], text }] }
}

/** Of every kind, over and in one another, a few over two paragraphs, one in forty on a whole paragraph. */
function notesOn(briefing: Briefing, count: number): readonly StoredNote[] {
  const random = repeatable(count)
  const { text } = briefing.versions[0]
  const paragraphs = paragraphsOf(text, briefing.reading)
  return Array.from({ length: count }, (_, at): StoredNote => {
    const model = syntheticNote(briefing, at)
    const start = Math.floor(random() * (text.length - 800))
    const whole = at % 40 === 0 ? paragraphs[Math.floor(random() * paragraphs.length)] : undefined
    const span = whole ?? { start, end: start + 4 + Math.floor(random() * (at % 50 === 1 ? 700 : 90)) }
    return {
      ...model,
      noteId: syntheticId(Date.parse(briefing.created) + at, repeatable(at)),
      kind: noteKinds[at % noteKinds.length] ?? 'position',
      scope: whole === undefined ? 'words' : 'paragraph',
      settled: { ...model.settled, selectors: describe(text, { start: span.start, end: span.end }, paragraphs) },
    }
  })
}
