// Paints notes on the text with the CSS Custom Highlight API: the page's elements are never rewritten. Each kind is a
// highlight of its own (styles/highlights.css gives it a background and its own underline).
import { type Note, noteKinds } from '../../domain/notes/note.ts'
import { type MarkKind, markKinds } from '../state/panel.ts'
import { shortestNote } from './offsets.ts'
import { rangesOf, type Surface } from './surface.ts'

export type Painting = {
  /** The note whose painted words lie at a point of the window (CSS pixels), the shortest of several; or null. */
  readonly noteAt: (x: number, y: number) => Note | null
  /** Takes all paint away. */
  readonly clear: () => void
}

/** Paints every note on its words; `pointed` gets one more highlight. What was painted before is replaced. */
export function paintNotes(surface: Surface, notes: readonly Note[], pointed: string | null): Painting {
  const owners = new Map<AbstractRange, Note>()
  for (const kind of noteKinds) {
    const ranges = notes.filter((note) => note.kind === kind).flatMap((note) => ownedRanges(surface, note, owners))
    set(`note-${kind}`, ranges)
  }
  const pointedNote = notes.find((note) => note.noteId === pointed)
  set('note-pointed', pointedNote === undefined ? [] : ownedRanges(surface, pointedNote, owners), 1)
  return {
    noteAt: (x, y) => {
      const hits = CSS.highlights.highlightsFromPoint(x, y).flatMap(({ ranges }) => ranges)
      return shortestNote(hits.flatMap((range) => owners.get(range) ?? []))
    },
    clear: clearNotes,
  }
}

/** Underlines what was read in a text, each kind in its own way. In: UTF-16 spans by kind. */
export function paintMarks(
  surface: Surface,
  marks: Readonly<Record<MarkKind, readonly (readonly [start: number, end: number])[]>>,
): () => void {
  for (const kind of markKinds) {
    set(
      `read-${kind}`,
      marks[kind].flatMap(([start, end]) => rangesOf(surface, { start, end })),
    )
  }
  return () => {
    for (const kind of markKinds) CSS.highlights.delete(`read-${kind}`)
  }
}

/** Lights the words of a summary's line; none for an empty list. In: UTF-16 spans. */
export function paintLit(surface: Surface, spans: readonly (readonly [start: number, end: number])[]): () => void {
  set(
    'summary-words',
    spans.flatMap(([start, end]) => rangesOf(surface, { start, end })),
    2,
  )
  return () => {
    CSS.highlights.delete('summary-words')
  }
}

function clearNotes(): void {
  for (const name of [...noteKinds, 'pointed']) CSS.highlights.delete(`note-${name}`)
}

function ownedRanges(surface: Surface, note: Note, owners: Map<AbstractRange, Note>): readonly Range[] {
  if (note.start === null || note.end === null) return []
  const ranges = rangesOf(surface, { start: note.start, end: note.end })
  for (const range of ranges) owners.set(range, note)
  return ranges
}

function set(name: string, ranges: readonly Range[], priority = 0): void {
  const highlight = new Highlight(...ranges)
  highlight.priority = priority
  CSS.highlights.set(name, highlight)
}
