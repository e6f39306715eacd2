// A text reissued: the new version is stored, and every note is carried to it or waits for a person. Then that person's decisions.
import { currentVersion, type TextSource, type TextVersion } from '../../domain/briefing.ts'
import type { Note, StoredNote } from '../../domain/notes/note.ts'
import { basisOf, type Decision, decided } from '../../domain/notes/place.ts'
import { shownNote } from '../../domain/notes/shown-note.ts'
import { carriedCorrections } from '../../domain/reading/carried-corrections.ts'
import type { Reading } from '../../domain/reading/reading.ts'
import { failed, type Result, success } from '../../domain/result.ts'
import { withBareName } from './briefing-commands.ts'
import { type BriefingFiles, briefingOf, type LoadedBriefing } from './briefing-files.ts'
import type { LibraryChange } from './library.ts'
import { canAnchor, laterThan } from './note-edits.ts'
import { placingOf } from './placing.ts'
import type { EntryRecord } from './record-kinds.ts'
import type { Shelf } from './shelf.ts'
import type { StoreNotes } from './store-notes.ts'

export type ReviseCommandOptions = {
  readonly shelf: Shelf
  readonly files: BriefingFiles
  readonly now: () => Date
  readonly normalise: (text: string) => Result<string>
  readonly read: (text: string) => Promise<Reading>
  readonly storeNotes: StoreNotes
  readonly tell: (change: LibraryChange) => void
}

export type Revised = { readonly version: number; readonly notes: readonly Note[] }

export type ReviseCommands = {
  /**
   * Stores a new version of the text and carries all notes to it. `basedOn` is the number of versions known to whoever asks:
   * `briefing-changed` when there are others by now. If the notes can't be written after the text was, the failure is returned; they
   * are carried in memory from then on, so nothing is lost.
   */
  readonly revise: (id: string, text: string, source: TextSource, basedOn: number | null) => Promise<Result<Revised>>
  /** Settles where a note belongs on the newest version, or takes that back. `note-settled` when there is nothing of the kind to do. */
  readonly settleNote: (
    briefingId: string,
    noteId: string,
    version: number,
    decision: Decision,
  ) => Promise<Result<Note>>
}

/** The commands on versions; every failure is a value. */
export function reviseCommands(options: ReviseCommandOptions): ReviseCommands {
  const { shelf, now } = options
  return {
    revise: async (id, text, source, basedOn) => {
      const normalised = options.normalise(text)
      if (!normalised.ok) return normalised
      return shelf.change(id, async (loaded) => {
        const { versions } = loaded.entry
        if (basedOn !== null && basedOn !== versions.length) return failed('briefing-changed', { id })
        if (!loaded.own.ok) return loaded.own
        const revised = await withVersion(options, loaded, normalised.value, source)
        return revised.ok ? carryAll(options, revised.value) : revised
      })
    },
    settleNote: (briefingId, noteId, version, decision) =>
      shelf.change(briefingId, async (loaded) => {
        const placing = placingOf(briefingOf(loaded.entry))
        if (version !== placing.newest.number) return failed('briefing-changed', { id: briefingId })
        const found = loaded.notes.find((note) => note.noteId === noteId && note.deleted === null)
        if (found === undefined) return failed('note-missing', { noteId })
        if (decision.how === 'reattach' && !canAnchor(placing.newest.text, decision.span))
          return failed('note-outside-text', decision.span)
        const note = placing.broughtForward(found)
        const carry = placing.carryFrom(basisOf(note, decision, version).version)
        const settled =
          carry === null ? null : decided(note, decision, placing.newest, carry, laterThan(note.placed, now()))
        if (settled === null) return failed('note-settled', { noteId })
        const stored = await options.storeNotes(loaded, [settled])
        return stored.ok ? success(shownNote(settled)) : stored
      }),
  }
}

async function withVersion(
  { shelf, files, now, read, tell }: ReviseCommandOptions,
  loaded: LoadedBriefing,
  normalised: string,
  source: TextSource,
): Promise<Result<LoadedBriefing>> {
  const { entry } = loaded
  const { text, ...reading } = await read(normalised)
  const modified = laterThan(entry.modified, now())
  const number = currentVersion(entry).number + 1
  const added: TextVersion = { number, text, created: modified, source: withBareName(source), superseded: null }
  const { title, dateline } = entry.reading
  const superseded = { title, dateline, corrections: entry.corrections }
  const [first, ...others] = entry.versions.map((version) => ({
    ...version,
    superseded: version.superseded ?? superseded,
  }))
  if (first === undefined) throw new Error(`briefing ${entry.id} has no version`)
  const revised = {
    ...entry,
    versions: [first, ...others, added],
    reading,
    modified,
    revision: entry.revision + 1,
  } as const
  const record: EntryRecord = { ...revised, corrections: correctionsOn(revised, entry) }
  const written = await files.writeEntry(record)
  if (!written.ok) return written
  const revisedBriefing = { ...loaded, entry: record, entryStamp: written.value }
  shelf.put(revisedBriefing)
  tell({ kind: 'briefings', ids: [entry.id] })
  return success(revisedBriefing)
}

/** Without decisions there is nothing to carry, and the texts need not be compared for it. */
function correctionsOn(revised: EntryRecord, { corrections, versions }: EntryRecord): EntryRecord['corrections'] {
  const before = versions.at(-1) ?? versions[0]
  if (corrections.decisions === undefined) return corrections
  const carry = placingOf(briefingOf(revised)).carryFrom(before.number)
  return carry === null ? {} : carriedCorrections(corrections, carry, before.text)
}

/** Deleted notes are carried when somebody brings them back. */
async function carryAll(options: ReviseCommandOptions, loaded: LoadedBriefing): Promise<Result<Revised>> {
  const { newest, broughtForward } = placingOf(briefingOf(loaded.entry))
  const carried: readonly StoredNote[] = loaded.notes.filter(({ deleted }) => deleted === null).map(broughtForward)
  const stored = await options.storeNotes(loaded, carried)
  return stored.ok ? success({ version: newest.number, notes: carried.map(shownNote) }) : stored
}
