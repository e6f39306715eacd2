// What became of the notes in the newest version, for the report: what a person has to settle, what was settled, what needs nothing.
import type { TextVersion } from '../../domain/briefing.ts'
import type { Note, NoteState } from '../../domain/notes/note.ts'

/** As many places are offered for an ambiguous note as there are digits to choose them by. */
export const mostCandidates = 9

export type Report = {
  readonly counts: Readonly<Record<NoteState, number>>
  /** How many wait for a person. */
  readonly toSettle: number
  /** Those that waited when the report was opened, settled or not, and those that wait since: they keep their places. */
  readonly asked: readonly Note[]
  /** Settled by a person before. */
  readonly settled: readonly Note[]
  /** Settled by rule: nothing to do. */
  readonly moved: readonly Note[]
  readonly same: readonly Note[]
}

/** The report on notes in reading order. `asked`: ids of those that waited when it was opened; notes made on `newest` itself are in none. */
export function reportOf(notes: readonly Note[], asked: readonly string[], newest: TextVersion): Report {
  const carried = notes.filter((note) => isCarried(note, newest))
  const isAsked = new Set(asked)
  const [first, rest] = parted(carried, ({ noteId }) => isAsked.has(noteId))
  const [since, decided] = parted(rest, ({ pending }) => pending)
  const byId = new Map(first.map((note) => [note.noteId, note]))
  const byRule = (state: NoteState) => decided.filter((note) => !note.left && note.state === state)
  return {
    counts: countsOf(carried),
    toSettle: carried.filter(({ pending }) => pending).length,
    asked: [...asked.flatMap((noteId) => byId.get(noteId) ?? []), ...since],
    settled: decided.filter(({ left, state }) => left || (state !== 'moved' && state !== 'same')),
    moved: byRule('moved'),
    same: byRule('same'),
  }
}

/** The ids of notes that wait for a person, in reading order. */
export function pendingIds(notes: readonly Note[]): readonly string[] {
  return notes.filter(({ pending }) => pending).map(({ noteId }) => noteId)
}

/** All notes of a report as they stand in it. */
export function notesOfReport({ asked, settled, moved, same }: Report): readonly Note[] {
  return [...asked, ...settled, ...moved, ...same]
}

/** The next note that waits, after (1) or before (-1) a note of the report, beginning again at the other end; null when none waits. */
export function nextToSettle(report: Report, from: string | null, step: 1 | -1): Note | null {
  const { asked } = report
  const at = asked.findIndex(({ noteId }) => noteId === from)
  const start = at < 0 && step === -1 ? asked.length : at
  for (let count = 1; count <= asked.length; count += 1) {
    const note = asked[(start + step * count + asked.length * 2) % asked.length]
    if (note?.pending === true && note.noteId !== from) return note
  }
  return asked[at]?.pending === true ? (asked[at] ?? null) : null
}

/** The number of the version that a note of the report comes from: where it was last settled before `newest`. */
export function versionBefore(note: Note, newest: number): number {
  return note.version < newest ? note.version : (note.history.at(-1)?.version ?? note.version)
}

/** A note on the whole briefing has no history; that it is older than the version tells that it was there before. */
function isCarried({ version, history, created }: Note, newest: TextVersion): boolean {
  return version < newest.number || history.length > 0 || created < newest.created
}

function countsOf(notes: readonly Note[]): Readonly<Record<NoteState, number>> {
  const counts = { same: 0, moved: 0, reworded: 0, ambiguous: 0, gone: 0 }
  for (const { state } of notes) counts[state] += 1
  return counts
}

function parted<Item>(items: readonly Item[], belongs: (item: Item) => boolean): readonly [Item[], Item[]] {
  return [items.filter(belongs), items.filter((item) => !belongs(item))]
}
