// Saves what is typed into notes without typing ever waiting: at most one call for a note at a time, always the newest words.
import type { Note } from '../../domain/notes/note.ts'
import type { Failure, Result } from '../../domain/result.ts'

export type NoteKey = { readonly briefingId: string; readonly noteId: string }

export type NoteSaverOptions = {
  readonly save: (key: NoteKey, text: string) => Promise<Result<Note>>
  readonly onSaved: (key: NoteKey, note: Note) => void
  readonly onFailed: (key: NoteKey, text: string, failure: Failure) => void
  /** Milliseconds of quiet before words are saved. */
  readonly quiet: number
}

export type NoteSaver = {
  /** Takes the newest words and saves them after a moment of quiet. */
  readonly type: (key: NoteKey, text: string) => void
  /** Saves now what is waiting. Resolves to true when everything typed on that note is stored. */
  readonly flush: (noteId: string) => Promise<boolean>
  /** Saves now all that is waiting on any note, as nothing may wait any longer. */
  readonly flushAll: () => void
  /** The newest words typed and not yet known to be stored, or null. */
  readonly pending: (noteId: string) => string | null
  /** Lets go of what waits on a note: its words were replaced on purpose. */
  readonly forget: (noteId: string) => void
}

type Entry = {
  readonly key: NoteKey
  text: string
  stored: string | null
  timer: ReturnType<typeof setTimeout> | null
  running: Promise<boolean> | null
}

/** Makes a saver; it keeps words until a save of exactly these words has succeeded. */
export function createNoteSaver(options: NoteSaverOptions): NoteSaver {
  const entries = new Map<string, Entry>()

  const save = async (entry: Entry): Promise<boolean> => {
    while (entry.stored !== entry.text) {
      const text = entry.text
      const result = await options.save(entry.key, text)
      if (!result.ok) {
        options.onFailed(entry.key, entry.text, result.failure)
        return false
      }
      entry.stored = text
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
    type: (key, text) => {
      const entry = entries.get(key.noteId) ?? { key, text, stored: null, timer: null, running: null }
      entries.set(key.noteId, entry)
      entry.text = text
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
    flushAll: () => {
      for (const entry of entries.values()) void run(entry)
    },
    pending: (noteId) => {
      const entry = entries.get(noteId)
      return entry === undefined || entry.stored === entry.text ? null : entry.text
    },
    forget: (noteId) => {
      const entry = entries.get(noteId)
      if (entry?.timer != null) clearTimeout(entry.timer)
      entries.delete(noteId)
    },
  }
}
