// The whole state of the window: slices that know nothing of each other, put together here and nowhere else.
import { assertNever } from '../../domain/assert-never.ts'
import type { MessageValues } from '../../domain/result.ts'
import { defaultSettings, type Settings } from '../../domain/settings.ts'
import { type BackupsAction, type BackupsSlice, noBackups, reduceBackups } from './backups.ts'
import { type GateAction, type GateSlice, reduceGate, unknownGate } from './gate.ts'
import { type ImportingAction, type ImportingSlice, nothingImporting, reduceImporting } from './importing.ts'
import { type IncomingAction, type IncomingSlice, nothingIncoming, reduceIncoming } from './incoming.ts'
import { type LeavingAction, type LeavingSlice, reduceLeaving } from './leaving.ts'
import { type LibraryAction, type LibrarySlice, noLibrary, reduceLibrary } from './library.ts'
import { type NoteFilterAction, type NoteFilterSlice, noNoteFilter, reduceNoteFilter } from './note-filter.ts'
import { noPrevious, type PreviousAction, type PreviousSlice, reducePrevious } from './previous.ts'
import { nothingOpen, type ReadingAction, type ReadingSlice, reduceReading } from './reading.ts'
import { reduceSettling, type SettlingAction, type SettlingSlice } from './settling.ts'
import type { Store } from './store.ts'
import { type Deed, nothingDone, reduceUndo, type UndoAction, type UndoSlice } from './undo.ts'

/** One short message at the window's edge; `undo` offers to take the last deed back; `quiet` ones are only spoken. */
export type Notice = {
  readonly messageKey: string
  readonly values: MessageValues
  /** The deed that this message offers to take back. */
  readonly undo: Deed | null
  readonly quiet: boolean
}

/** A field by its name (state/panel.ts), and the words typed in it. */
export type TypedField = { readonly field: string; readonly text: string }

export type AppState = {
  readonly gate: GateSlice
  readonly library: LibrarySlice
  readonly reading: ReadingSlice
  readonly incoming: IncomingSlice
  /** The id of the briefing whose reading is being corrected; its text and corrections are the open briefing's. */
  readonly correcting: string | null
  /** The field of that reading in which words were being typed when the page crashed; it opens with them. */
  readonly resumed: TypedField | null
  /** The report on what became of the notes in the newest version. */
  readonly settling: SettlingSlice
  readonly importing: ImportingSlice
  readonly backups: BackupsSlice
  /** What is asked before something goes for good. */
  readonly leaving: LeavingSlice
  readonly noteFilter: NoteFilterSlice
  readonly previous: PreviousSlice
  readonly undo: UndoSlice
  readonly notice: Notice | null
  readonly settings: Settings
}

export type AppAction =
  | ({ readonly slice: 'gate' } & GateAction)
  | ({ readonly slice: 'library' } & LibraryAction)
  | ({ readonly slice: 'reading' } & ReadingAction)
  | ({ readonly slice: 'note-filter' } & NoteFilterAction)
  | ({ readonly slice: 'incoming' } & IncomingAction)
  | ({ readonly slice: 'previous' } & PreviousAction)
  | ({ readonly slice: 'undo' } & UndoAction)
  | ({ readonly slice: 'importing' } & ImportingAction)
  | ({ readonly slice: 'backups' } & BackupsAction)
  | ({ readonly slice: 'settling' } & SettlingAction)
  | ({ readonly slice: 'leaving' } & LeavingAction)
  | { readonly slice: 'correcting'; readonly id: string | null; readonly resumed?: TypedField }
  | { readonly slice: 'notice'; readonly notice: Notice | null }
  | { readonly slice: 'settings'; readonly settings: Settings }

export type AppStore = Store<AppState, AppAction>

/** Before main has answered anything. */
export const startState: AppState = {
  gate: unknownGate,
  library: noLibrary,
  reading: nothingOpen,
  incoming: nothingIncoming,
  correcting: null,
  resumed: null,
  settling: null,
  importing: nothingImporting,
  backups: noBackups,
  leaving: null,
  noteFilter: noNoteFilter,
  previous: noPrevious,
  undo: nothingDone,
  notice: null,
  settings: defaultSettings,
}

/** The state after an action: the slice it names changes, the others stay the same objects. */
export function reduceApp(state: AppState, action: AppAction): AppState {
  switch (action.slice) {
    case 'gate':
      return replaced(state, 'gate', reduceGate(state.gate, action))
    case 'library':
      return replaced(state, 'library', reduceLibrary(state.library, action))
    case 'reading':
      return replaced(state, 'reading', reduceReading(state.reading, action))
    case 'note-filter':
      return replaced(state, 'noteFilter', reduceNoteFilter(state.noteFilter, action))
    case 'incoming':
      return replaced(state, 'incoming', reduceIncoming(state.incoming, action))
    case 'previous':
      return replaced(state, 'previous', reducePrevious(state.previous, action))
    case 'undo':
      return replaced(state, 'undo', reduceUndo(state.undo, action))
    case 'importing':
      return replaced(state, 'importing', reduceImporting(state.importing, action))
    case 'backups':
      return replaced(state, 'backups', reduceBackups(state.backups, action))
    case 'settling':
      return replaced(state, 'settling', reduceSettling(state.settling, action))
    case 'leaving':
      return replaced(state, 'leaving', reduceLeaving(state.leaving, action))
    case 'correcting':
      return replaced(replaced(state, 'correcting', action.id), 'resumed', action.resumed ?? null)
    case 'notice':
      return replaced(state, 'notice', action.notice)
    case 'settings':
      return replaced(state, 'settings', action.settings)
    default:
      return assertNever(action)
  }
}

function replaced<Key extends keyof AppState>(state: AppState, key: Key, value: AppState[Key]): AppState {
  return Object.is(state[key], value) ? state : { ...state, [key]: value }
}
