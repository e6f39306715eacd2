// The reader's part of the state: the open briefing, its notes, which note is active or being written, what is selected.
import { assertNever } from '../../domain/assert-never.ts'
import type { Briefing } from '../../domain/briefing.ts'
import type { OpenBriefing, OpenVersion } from '../../domain/contract.ts'
import { equals } from '../../domain/equals.ts'
import { inReadingOrder, type Note, type NoteScope } from '../../domain/notes/note.ts'
import type { Failure } from '../../domain/result.ts'
import type { Span } from '../../domain/span.ts'
import type { NoteContent } from './undo.ts'

export type OpenState =
  | { readonly phase: 'none' }
  | { readonly phase: 'loading'; readonly id: string }
  | { readonly phase: 'failed'; readonly id: string; readonly failure: Failure }
  | ({ readonly phase: 'ready'; readonly id: string } & Pick<OpenBriefing, 'briefing' | 'warning'>)

/** The parts of a note that are typed, as far as they were. */
export type Typed = Partial<Omit<NoteContent, 'kind'>>
/**
 * The note that is being written: the words the field opens with, what was there before this writing (for undo), whether
 * the words came back from a crash and are not on disk yet, and the field that takes the focus.
 */
export type Editor = {
  readonly noteId: string
  readonly text: string
  readonly before: Pick<Note, 'text' | 'tags' | 'commitment'>
  readonly unsaved: boolean
  readonly field: 'text' | 'tags'
}
/** What was typed on a note and could not be saved, kept until it can, whatever is open meanwhile. */
export type Unsaved = Typed & { readonly failure: Failure }

/** An earlier version of the open text, shown as it was instead of the newest; nothing can be changed in it. */
export type PastVersion =
  | { readonly phase: 'loading'; readonly version: number }
  | ({ readonly phase: 'ready' } & OpenVersion)

export type ReadingSlice = {
  readonly open: OpenState
  readonly past: PastVersion | null
  /** True while the menu of versions is open. */
  readonly choosingVersion: boolean
  /** In reading order. */
  readonly notes: readonly Note[]
  readonly activeNote: string | null
  readonly editor: Editor | null
  readonly unsaved: ReadonlyMap<string, Unsaved>
  readonly selection: Span | null
  /** What a note made now is on: the selected words, the paragraph that is selected, or the whole briefing (then no words are). */
  readonly scope: NoteScope
  /** First visible UTF-16 offset; where the reader scrolls to when it is drawn anew. */
  readonly offset: number
}

export type ReadingAction =
  | { readonly type: 'opening'; readonly id: string; readonly offset: number; readonly activeNote: string | null }
  | { readonly type: 'opened'; readonly id: string; readonly opened: OpenBriefing }
  /** The open briefing as main has it after it was corrected. */
  | { readonly type: 'corrected'; readonly briefing: Briefing }
  | { readonly type: 'open-failed'; readonly id: string; readonly failure: Failure }
  | { readonly type: 'closed' }
  | {
      readonly type: 'notes-changed'
      readonly briefingId: string
      readonly upserted: readonly Note[]
      readonly removed: readonly string[]
    }
  | { readonly type: 'note-activated'; readonly noteId: string | null }
  | { readonly type: 'editor-opened'; readonly editor: Editor }
  | { readonly type: 'editor-closed' }
  | { readonly type: 'note-saved'; readonly noteId: string }
  | { readonly type: 'note-save-failed'; readonly noteId: string; readonly unsaved: Unsaved }
  /** Without a scope, what is selected already keeps its own, and anything else is words. */
  | { readonly type: 'selected'; readonly span: Span | null; readonly scope?: NoteScope }
  | { readonly type: 'scrolled'; readonly offset: number }
  | { readonly type: 'choosing-version'; readonly open: boolean }
  | { readonly type: 'past-opening'; readonly version: number }
  | { readonly type: 'past-opened'; readonly id: string; readonly opened: OpenVersion }
  | { readonly type: 'past-closed' }

/** No briefing is open. */
export const nothingOpen: ReadingSlice = {
  open: { phase: 'none' },
  past: null,
  choosingVersion: false,
  notes: [],
  activeNote: null,
  editor: null,
  unsaved: new Map(),
  selection: null,
  scope: 'words',
  offset: 0,
}

/** The reader after an action. What belongs to a briefing that is no longer open is dropped. */
export function reduceReading(slice: ReadingSlice, action: ReadingAction): ReadingSlice {
  switch (action.type) {
    case 'opening':
      return opening(slice, action)
    case 'opened':
      return opened(slice, action.id, action.opened)
    case 'corrected':
      return slice.open.phase === 'ready' && slice.open.id === action.briefing.id
        ? { ...slice, open: { ...slice.open, briefing: withKnownParts(slice.open.briefing, action.briefing) } }
        : slice
    case 'open-failed':
      return idOf(slice.open) === action.id
        ? { ...slice, open: { phase: 'failed', id: action.id, failure: action.failure } }
        : slice
    case 'closed':
      return { ...nothingOpen, unsaved: slice.unsaved }
    case 'notes-changed':
      return changedNotes(slice, action)
    case 'note-activated':
      return slice.activeNote === action.noteId ? slice : { ...slice, activeNote: action.noteId }
    case 'editor-opened':
      return { ...slice, editor: action.editor, activeNote: action.editor.noteId, ...nothingSelected }
    case 'editor-closed':
      return slice.editor === null ? slice : { ...slice, editor: null }
    case 'note-saved':
      return slice.unsaved.has(action.noteId) ? { ...slice, unsaved: without(slice.unsaved, action.noteId) } : slice
    case 'note-save-failed':
      return { ...slice, unsaved: new Map(slice.unsaved).set(action.noteId, action.unsaved) }
    case 'selected':
      return selected(slice, action)
    case 'scrolled':
      return slice.offset === action.offset ? slice : { ...slice, offset: action.offset }
    case 'choosing-version':
      return slice.choosingVersion === action.open ? slice : { ...slice, choosingVersion: action.open }
    case 'past-opening':
      return {
        ...slice,
        past: { phase: 'loading', version: action.version },
        choosingVersion: false,
        selection: null,
        editor: null,
      }
    case 'past-opened':
      return isAwaited(slice, action) ? { ...slice, past: { phase: 'ready', ...action.opened } } : slice
    case 'past-closed':
      return slice.past === null ? slice : { ...slice, past: null, selection: null }
    default:
      return assertNever(action)
  }
}

/** Another version, or another briefing, may have been asked for meanwhile. */
function isAwaited(
  { open, past }: ReadingSlice,
  { id, opened: { version } }: { readonly id: string; readonly opened: OpenVersion },
): boolean {
  return idOf(open) === id && past?.version === version
}

/** The id of the briefing that is open, being opened or could not be opened. */
export function idOf(open: OpenState): string | null {
  return open.phase === 'none' ? null : open.id
}

/** The words a card shows: what was typed and could not be saved comes before what is stored. */
export function shownText(slice: ReadingSlice, note: Note): string {
  return asTyped(note, slice.unsaved.get(note.noteId)).text
}

/** A note with what was typed on it in the place of what is stored. */
export function asTyped(note: Note, typed: Typed | null | undefined): Note {
  if (typed === null || typed === undefined) return note
  const { text = note.text, tags = note.tags, commitment = note.commitment } = typed
  return { ...note, text, tags, commitment }
}

function opening(slice: ReadingSlice, action: Extract<ReadingAction, { type: 'opening' }>): ReadingSlice {
  const { id, offset, activeNote } = action
  if (slice.open.phase === 'ready' && slice.open.id === id) return slice
  return { ...nothingOpen, unsaved: slice.unsaved, open: { phase: 'loading', id }, offset, activeNote }
}

function opened(slice: ReadingSlice, id: string, value: OpenBriefing): ReadingSlice {
  if (idOf(slice.open) !== id) return slice
  const { notes, warning } = value
  const known = slice.open.phase === 'ready' ? slice.open.briefing : null
  // An answer that was under way while the briefing was corrected must not take the correction off the screen.
  const isOlder = known !== null && known.modified > value.briefing.modified
  const briefing = known === null ? value.briefing : isOlder ? known : withKnownParts(known, value.briefing)
  return { ...slice, open: { phase: 'ready', id, briefing, warning }, notes: inReadingOrder(notes) }
}

/** The same reading and texts stay the same objects, though main sends copies: what is drawn of them is not drawn again. */
function withKnownParts(known: Briefing, briefing: Briefing): Briefing {
  const { reading, versions } = known
  return {
    ...briefing,
    reading: equals(reading, briefing.reading) ? reading : briefing.reading,
    versions: equals(versions, briefing.versions) ? versions : briefing.versions,
  }
}

function changedNotes(slice: ReadingSlice, action: Extract<ReadingAction, { type: 'notes-changed' }>): ReadingSlice {
  if (idOf(slice.open) !== action.briefingId) return slice
  const gone = new Set([...action.removed, ...action.upserted.map((note) => note.noteId)])
  const notes = inReadingOrder([...slice.notes.filter((note) => !gone.has(note.noteId)), ...action.upserted])
  const isThere = (noteId: string) => notes.some((note) => note.noteId === noteId)
  return {
    ...slice,
    notes,
    activeNote: slice.activeNote !== null && isThere(slice.activeNote) ? slice.activeNote : null,
    editor: slice.editor !== null && isThere(slice.editor.noteId) ? slice.editor : null,
  }
}

const nothingSelected = { selection: null, scope: 'words' } as const

function selected(slice: ReadingSlice, action: Extract<ReadingAction, { type: 'selected' }>): ReadingSlice {
  const same = sameSpan(slice.selection, action.span)
  const scope = action.scope ?? (same ? slice.scope : 'words')
  return same && scope === slice.scope ? slice : { ...slice, selection: action.span, scope }
}

function without<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): ReadonlyMap<Key, Value> {
  const next = new Map(map)
  next.delete(key)
  return next
}

function sameSpan(one: Span | null, other: Span | null): boolean {
  return one === other || (one !== null && other !== null && one.start === other.start && one.end === other.end)
}
