// The library as the rest of main sees it: one interface over the records on disk. Every write goes through here.
import type { Briefing, Corrections, Row, TextSource } from '../../domain/briefing.ts'
import type { LibraryState, OpenBriefing, OpenVersion, ReadingProgress } from '../../domain/contract.ts'
import type { Note, NoteKind, NoteScope } from '../../domain/notes/note.ts'
import type { Failure, Result } from '../../domain/result.ts'
import type { Session } from '../../domain/session.ts'
import type { Span } from '../../domain/span.ts'
import type { OpenBackups } from '../backup/open-backups.ts'
import type { ImportCommands } from './import-notes.ts'
import type { NoteEdit } from './note-edits.ts'
import type { PreviousCommands } from './previous-commands.ts'
import type { ReviseCommands } from './revise-commands.ts'
import type { LibraryKeys } from './sealing/library-keys.ts'
import type { WipeReport } from './wipe.ts'

export type NoteInput = {
  readonly version: number
  readonly scope: NoteScope
  /** UTF-16 offsets into that version; null for the whole briefing. */
  readonly span: Span | null
  readonly kind: NoteKind
  readonly text: string
}

export type LibraryChange =
  | { readonly kind: 'rows'; readonly upserted: readonly Row[]; readonly removed: readonly string[] }
  | {
      readonly kind: 'notes'
      readonly briefingId: string
      readonly upserted: readonly Note[]
      readonly removed: readonly string[]
    }
  /** Their corrections or readings changed. */
  | { readonly kind: 'briefings'; readonly ids: readonly string[] }
  | { readonly kind: 'reading'; readonly progress: ReadingProgress }
  | { readonly kind: 'state'; readonly state: LibraryState }

/** One file that `verify` found wanting; `problem` is a sentence, `file` is relative to the library, `repaired` of this run of a repair. */
export type Problem = { readonly file: string; readonly problem: string; readonly repaired: boolean }
/** `ok` while nothing is left to repair. `kept` are files with damaged bytes that a repair has dealt with: they may be removed. */
export type VerifyReport = {
  readonly ok: boolean
  readonly checked: number
  readonly problems: readonly Problem[]
  readonly kept: readonly string[]
}
/** `failure` is the first reason why something that can be repaired was not: who holds the lock, or what the disk says. */
export type RepairReport = VerifyReport & { readonly failure: Failure | null }

export type Library = {
  readonly id: string
  /** The keys of a sealed library; null for a plain one. */
  readonly keys: LibraryKeys | null
  readonly state: () => LibraryState
  /** All rows known so far, those in the bin included, newest first; complete once `settled`. */
  readonly rows: () => readonly Row[]
  /** Resolves when rows have been checked against the files. Changes it finds are announced like all others. */
  readonly settled: () => Promise<void>
  readonly filter: (query: string) => Promise<readonly string[]>
  readonly open: (id: string) => Promise<Result<OpenBriefing>>
  readonly add: (text: string, source: TextSource, corrections: Corrections) => Promise<Result<Briefing>>
  /** Keeps corrections in the place of the former ones; `basedOn` is the briefing's `modified` they were made on. */
  readonly correct: (id: string, corrections: Corrections, basedOn: string) => Promise<Result<Briefing>>
  /** See revise-commands.ts. */
  readonly revise: ReviseCommands['revise']
  readonly settleNote: ReviseCommands['settleNote']
  /** An earlier version (or the newest) as it was: its text as read, what was corrected then, its notes. `version-missing`. */
  readonly openVersion: (id: string, version: number) => Promise<Result<OpenVersion>>
  /** See previous-commands.ts. */
  readonly previousVersions: PreviousCommands['previousVersions']
  readonly restorePrevious: PreviousCommands['restorePrevious']
  /** Begins to read again, in the background, what older rules have read; how far it is is announced. */
  readonly readAgain: () => Promise<Result<{ readonly total: number }>>
  /** Resolves when reading again has stopped. */
  readonly stopReading: () => Promise<void>
  /** Into the bin, and out of it again. */
  readonly remove: (id: string) => Promise<Result<Row>>
  readonly restore: (id: string) => Promise<Result<Row>>
  readonly addNote: (briefingId: string, input: NoteInput) => Promise<Result<Note>>
  readonly editNote: (briefingId: string, noteId: string, edit: NoteEdit) => Promise<Result<Note>>
  readonly removeNote: (briefingId: string, noteId: string) => Promise<Result<Note>>
  readonly restoreNote: (briefingId: string, noteId: string) => Promise<Result<Note>>
  /** See import-notes.ts. */
  readonly importNotes: ImportCommands['importNotes']
  readonly session: () => Session
  /** Kept in memory at once and on disk soon after; never waits for the disk. */
  readonly saveSession: (session: Session) => void
  readonly verify: () => Promise<VerifyReport>
  /** Writes all of it into one sealed file; see backup/open-backups.ts. */
  readonly backUp: OpenBackups['backUp']
  /** A briefing that is in the bin, with everybody's notes on it. See delete-for-good.ts. */
  readonly deleteForGood: (id: string) => Promise<Result<{ readonly id: string }>>
  /** Wipes the library (wipe.ts) and closes it, done or not. */
  readonly wipe: () => Promise<Result<WipeReport>>
  /** Repairs what can be repaired without losing anything (repair.ts) and says what remains. */
  readonly repair: () => Promise<RepairReport>
  readonly takeOver: () => Promise<Result<LibraryState>>
  readonly onChange: (listener: (change: LibraryChange) => void) => () => void
  /** Writes what waits (session, catalogue) and gives the lock back. */
  readonly close: () => Promise<void>
}
