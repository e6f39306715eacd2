// What every action needs, made once by the composition root and passed in: main, the state, the note saver, the focus.

import type { InOrder } from '../../domain/in-order.ts'
import type { Corrections } from '../../domain/reading/corrections.ts'
import type { Span } from '../../domain/span.ts'
import type { Client } from '../bridge.ts'
import type { PaneName } from '../keyboard/panes.ts'
import type { AppStore } from '../state/app-state.ts'
import type { IncomingSource } from '../state/incoming.ts'
import type { Store } from '../state/store.ts'
import type { Spoken } from '../words/spoken.ts'
import type { Later } from './later.ts'
import type { NoteSaver } from './note-saver.ts'

/** Moves the keyboard focus after the next drawing. */
export type Focus = {
  readonly pane: (name: PaneName) => void
  readonly nextPane: (step: 1 | -1) => void
  readonly filter: () => void
  /** The caret's offset in the open text (UTF-16), or null while the text has not the focus. */
  readonly caret: () => number | null
  /** The open text, with these words selected or the caret at their beginning; at once, as it is drawn already. */
  readonly words: (span: Span, select: boolean) => void
  /** A note's card. */
  readonly note: (noteId: string) => void
  /** Undoes or redoes typing in the text field that has the focus; false when none has. */
  readonly undoTyping: (step: 'undo' | 'redo') => boolean
}

export type App = {
  readonly client: Client
  readonly store: AppStore
  readonly saver: NoteSaver
  readonly focus: Focus
  /** The id of the note whose card the pointer is over: a passing look, kept apart from what is remembered. */
  readonly pointedNote: Store<string | null, string | null>
  /** What is only spoken, the newest message. */
  readonly spoken: Store<Spoken | null, Spoken>
  /** Edits of a stored reading, one after the other. */
  readonly inOrder: InOrder
  readonly savePlace: Later<[]>
  readonly openSoon: Later<[id: string]>
  readonly saveDraftSoon: Later<[text: string, source: IncomingSource, corrections?: Corrections]>
}
