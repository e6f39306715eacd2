// Rows and notes for the window's tests, whole but for what a test says of them.
import type { Row } from '../../domain/briefing.ts'
import type { Note } from '../../domain/notes/note.ts'

export function row(id: string, more: Partial<Row> = {}): Row {
  return {
    id,
    title: `Title of ${id}`,
    opening: 'First words',
    date: '2024-04-15',
    place: null,
    source: null,
    marking: null,
    events: 0,
    outcomes: 0,
    counterpart: null,
    notes: 0,
    versions: 1,
    created: '2024-05-01T10:00:00.000Z',
    deleted: null,
    ...more,
  }
}

export function note(noteId: string, start: number, end: number, more: Partial<Note> = {}): Note {
  return {
    noteId,
    kind: 'position',
    text: '',
    tags: [],
    commitment: null,
    scope: 'words',
    quote: 'words',
    prefix: '',
    suffix: '',
    start,
    end,
    state: 'same',
    pending: false,
    left: false,
    score: 1,
    candidates: [],
    version: 1,
    paragraph: 1,
    history: [],
    created: '2024-05-01T10:00:00.000Z',
    modified: '2024-05-01T10:00:00.000Z',
    creator: 'device',
    origin: null,
    ...more,
  }
}
