// The notes of each paragraph, for what stands beside it: a bar for each note on the paragraph, and in words, unseen, all of them for
// who reads the text with a screen reader.
import type { Note } from '../../domain/notes/note.ts'
import { type Paragraph, paragraphAt } from '../../domain/text/paragraphs.ts'

/** Notes whose words begin in a paragraph, in reading order, by the UTF-16 offset at which it begins; no entry for none. */
export type ParagraphNotes = ReadonlyMap<number, readonly Note[]>

/** In: notes in reading order, and the answer before, whose lists stay the same objects where their notes do. */
export function notesByParagraph(
  paragraphs: readonly Paragraph[],
  notes: readonly Note[],
  before: ParagraphNotes,
): ParagraphNotes {
  const found = Map.groupBy(notes, ({ start }) =>
    start === null ? null : (paragraphAt(paragraphs, start)?.start ?? null),
  )
  const lists = [...found].flatMap(([start, list]) => (start === null ? [] : [[start, list] as const]))
  return new Map(lists.map(([start, list]) => [start, sameOf(before.get(start), list)]))
}

function sameOf(before: readonly Note[] | undefined, list: readonly Note[]): readonly Note[] {
  return before?.length === list.length && before.every((note, at) => note === list[at]) ? before : list
}
