// Paints notes on their words with the CSS Custom Highlight API: the page's elements are never rewritten. Each kind is a highlight of
// its own (styles/highlights.css). Only what changed is painted again, and nothing is asked of the layout, so that two thousand notes
// cost a part of one frame. Notes on a paragraph have a bar beside it instead (views/paragraph-notes.tsx).
import { type Note, type NoteKind, noteKinds } from '../../domain/notes/note.ts'
import { shortestNote } from './offsets.ts'
import { type Surface, staticRangesOf } from './surface.ts'

export type NotePainter = {
  /** Brings the paint in step with these notes. */
  readonly paint: (notes: readonly Note[]) => void
  /** Paints the words of one note stronger; null for none. */
  readonly point: (noteId: string | null) => void
  /** The note whose painted words lie at a point of the window (CSS pixels), the shortest of several; or null. */
  readonly noteAt: (x: number, y: number) => Note | null
  /** Takes all paint away. */
  readonly clear: () => void
}

type Painted = { readonly note: Note; readonly ranges: readonly AbstractRange[] }

/** Makes a painter for a drawn text. Call `clear` before the text is drawn anew. */
export function createNotePainter(surface: Surface): NotePainter {
  const highlights = new Map<NoteKind, Highlight>()
  const owners = new Map<AbstractRange, string>()
  let painted = new Map<string, Painted>()
  const highlightOf = (kind: NoteKind) => {
    const known = highlights.get(kind) ?? new Highlight()
    highlights.set(kind, known)
    return known
  }
  const erase = ({ note, ranges }: Painted) => {
    for (const range of ranges) {
      highlights.get(note.kind)?.delete(range)
      owners.delete(range)
    }
  }
  const draw = (note: Note): Painted => {
    const ranges = wordRanges(surface, note)
    const highlight = highlightOf(note.kind)
    for (const range of ranges) {
      highlight.add(range)
      owners.set(range, note.noteId)
    }
    return { note, ranges }
  }
  return {
    paint: (notes) => {
      const before = painted
      painted = new Map()
      for (const note of notes) {
        const known = before.get(note.noteId)
        before.delete(note.noteId)
        if (known !== undefined && looksAlike(known.note, note)) {
          painted.set(note.noteId, { note, ranges: known.ranges })
          continue
        }
        if (known !== undefined) erase(known)
        painted.set(note.noteId, draw(note))
      }
      for (const gone of before.values()) erase(gone)
      // A highlight is shown from here on: filled before it is registered, it is taken in at once.
      for (const [kind, highlight] of highlights) show(`note-${kind}`, highlight)
    },
    point: (noteId) => {
      const note = painted.get(noteId ?? '')?.note
      if (note === undefined) CSS.highlights.delete('note-pointed')
      else show('note-pointed', pointing(wordRanges(surface, note)))
    },
    noteAt: (x, y) => {
      const hits = CSS.highlights.highlightsFromPoint(x, y).flatMap(({ ranges }) => ranges)
      return shortestNote(hits.flatMap((range) => painted.get(owners.get(range) ?? '')?.note ?? []))
    },
    clear: () => {
      for (const name of [...noteKinds, 'pointed']) CSS.highlights.delete(`note-${name}`)
    },
  }
}

function looksAlike(one: Note, other: Note): boolean {
  return one.kind === other.kind && one.start === other.start && one.end === other.end && one.scope === other.scope
}

function wordRanges(surface: Surface, { scope, start, end }: Note): readonly AbstractRange[] {
  return scope === 'words' && start !== null && end !== null ? staticRangesOf(surface, { start, end }) : []
}

function pointing(ranges: readonly AbstractRange[]): Highlight {
  const highlight = new Highlight(...ranges)
  highlight.priority = 1
  return highlight
}

function show(name: string, highlight: Highlight): void {
  if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight)
}
