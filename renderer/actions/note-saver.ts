// Saves what is typed into notes without typing ever waiting: at most one call for a note at a time, always the newest of each part.
import type { Note } from '../../domain/notes/note.ts'
import type { Failure, Result } from '../../domain/result.ts'
import type { Typed } from '../state/reading.ts'

export type NoteKey = { readonly briefingId: string; readonly noteId: string }

export type NoteSaverOptions = {
  readonly save: (key: NoteKey, typed: Typed) => Promise<Result<Note>>
  readonly onSaved: (key: NoteKey, note: Note) => void
  /** `typed` is all that is not known to be stored. */
  readonly onFailed: (key: NoteKey, typed: Typed, failure: Failure) => void
  /** Milliseconds of quiet before what was typed is saved. */
  readonly quiet: number
}

export type NoteSaver = {
  /** Takes the newest of the parts given, beside those that wait already, and saves them after a moment of quiet. */
  readonly type: (key: NoteKey, typed: Typed) => void
  /** Saves now what is waiting. Resolves to true when everything typed on that note is stored. */
  readonly flush: (noteId: string) => Promise<boolean>
  /** Saves now all that is waiting on any note, as nothing may wait any longer. Resolves when each is saved or has failed. */
  readonly flushAll: () => Promise<void>
  /** The newest of what was typed and is not yet known to be stored, or null. */
  readonly pending: (noteId: string) => Typed | null
  /** Lets go of what waits on a note: it was replaced on purpose. */
  readonly forget: (noteId: string) => void
}

type Entry = {
  readonly key: NoteKey
  newest: Typed
  stored: Typed
  timer: ReturnType<typeof setTimeout> | null
  running: Promise<boolean> | null
}

/** Makes a saver; it keeps what was typed until a save of exactly that has succeeded. */
export function createNoteSaver(options: NoteSaverOptions): NoteSaver {
  const entries = new Map<string, Entry>()

  const save = async (entry: Entry): Promise<boolean> => {
    for (let typed = waitingIn(entry); typed !== null; typed = waitingIn(entry)) {
      const result = await options.save(entry.key, typed)
      if (!result.ok) {
        options.onFailed(entry.key, waitingIn(entry) ?? typed, result.failure)
        return false
      }
      entry.stored = { ...entry.stored, ...typed }
      options.onSaved(entry.key, result.value)
    }
    return true
  }

  const run = (entry: Entry): Promise<boolean> => {
    if (entry.timer !== null) clearTimeout(entry.timer)
    entry.timer = null
    entry.running ??= save(entry).finally(() => {
      entry.running = null
    })
    return entry.running
  }

  return {
    type: (key, typed) => {
      const entry = entries.get(key.noteId) ?? { key, newest: {}, stored: {}, timer: null, running: null }
      entries.set(key.noteId, entry)
      entry.newest = { ...entry.newest, ...typed }
      if (entry.timer !== null) clearTimeout(entry.timer)
      entry.timer = setTimeout(() => void run(entry), options.quiet)
    },
    flush: async (noteId) => {
      const entry = entries.get(noteId)
      if (entry === undefined) return true
      const stored = await run(entry)
      if (stored && entry.timer === null && entries.get(noteId) === entry) entries.delete(noteId)
      return stored
    },
    flushAll: async () => {
      await Promise.all([...entries.values()].map(run))
    },
    pending: (noteId) => {
      const entry = entries.get(noteId)
      return entry === undefined ? null : waitingIn(entry)
    },
    forget: (noteId) => {
      const entry = entries.get(noteId)
      if (entry?.timer != null) clearTimeout(entry.timer)
      entries.delete(noteId)
    },
  }
}

/** The parts whose newest form is not known to be stored; null when there is none. */
function waitingIn({ newest, stored }: Entry): Typed | null {
  const { text, tags, commitment } = newest
  const waiting: Typed = {
    ...(text === undefined || text === stored.text ? {} : { text }),
    ...(tags === undefined || tags === stored.tags ? {} : { tags }),
    ...(commitment === undefined || commitment === stored.commitment ? {} : { commitment }),
  }
  return Object.keys(waiting).length === 0 ? null : waiting
}
