// The one map of calls and events between the window and main. Handlers, preload and the window's client are derived from
// it; adding a call is one entry. Main parses every argument with the schema; the window imports types only.
import { z } from 'zod'
import { type BackupSchedule, backupSchedules, fewestKept, mostKept } from './backups/schedule.ts'
import { type Briefing, type Corrections, type Row, type TextSource, windowWays } from './briefing.ts'
import type { CommandId } from './commands.ts'
import type { Skipped } from './exchange/incoming.ts'
import { type GateState, longestSecret, secretKinds } from './gate.ts'
import {
  commitmentStatuses,
  longestField,
  longestNoteText,
  longestTag,
  mostTags,
  type Note,
  noteKinds,
  noteScopes,
} from './notes/note.ts'
import type { PreviousVersion } from './previous-version.ts'
import { correctionsSchema } from './reading/corrections-schema.ts'
import type { Reading } from './reading/reading.ts'
import type { Failure, Result } from './result.ts'
import type { Session } from './session.ts'
import { idleChoices, type LastBackup, locales, type Settings, themes } from './settings.ts'
import { largestFile, largestText } from './text/limits.ts'

const id = z.uuid()
const offset = z.int().min(0).max(largestText)
const isoDate = z.iso.date()
const shortText = z.string().max(1_000)
const wholeText = z.string().max(largestText)
const encodingLabel = z.string().max(40)
const fileName = z.string().min(1).max(255)

const source = z.strictObject({ via: z.enum(windowWays), file: fileName.nullable() })
const corrections = correctionsSchema(shortText, isoDate)
/** As they are typed: a date may be half written. */
const draftCorrections = correctionsSchema(shortText, shortText)
const draft = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('note'),
    briefingId: id,
    noteId: id,
    text: z.string().max(longestNoteText),
    since: z.iso.datetime().optional(),
  }),
  z.strictObject({ kind: z.literal('field'), briefingId: id, field: shortText, text: shortText }),
  z.strictObject({
    kind: z.literal('briefing'),
    text: wholeText,
    source,
    corrections: draftCorrections.optional(),
    revises: id.optional(),
  }),
])
const place = z.strictObject({
  view: z.enum(['library', 'bin']),
  briefingId: id.nullable(),
  noteId: id.nullable(),
  offset,
  query: shortText,
})
const span = z.strictObject({ start: offset, end: offset })
const field = z.string().max(longestField)
const commitment = z.strictObject({
  owner: field,
  counterpart: field,
  due: isoDate.nullable(),
  status: z.enum(commitmentStatuses),
})
const placeDecision = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('keep') }),
  z.strictObject({ how: z.literal('reattach'), span }),
  z.strictObject({ how: z.literal('leave') }),
  z.strictObject({ how: z.literal('reopen') }),
])
const secretText = z.string().max(longestSecret)
const secret = z.strictObject({ kind: z.enum(secretKinds), text: secretText })
const lock = z.strictObject({
  idle: z.literal(idleChoices).nullable(),
  suspend: z.boolean(),
  screen: z.boolean(),
  minimise: z.boolean(),
})
const nothing = z.strictObject({})

/** A text that came in and was decoded and normalised, with what was read in it; nothing is stored yet. */
export type IncomingText = {
  readonly fileName: string | null
  readonly reading: Reading
  /** Names of an e-mail's attachments, which were left closed. */
  readonly attachments: readonly string[]
}

/** What became of the files of one import. */
export type ImportReport = {
  readonly added: readonly {
    readonly id: string
    readonly title: string | null
    readonly file: string
    /** Names of an e-mail's attachments, which were left closed. */
    readonly attachments: readonly string[]
  }[]
  readonly failed: readonly { readonly file: string; readonly failure: Failure }[]
  /** How many files were not read any more because the import was cancelled. */
  readonly left: number
}

/** What the window needs to know of the library as a whole. */
export type LibraryState = {
  readonly folder: string
  readonly entries: number
  /** Why nothing can be saved (held by another process, read-only disk), or null. */
  readonly readOnly: Failure | null
  /** Records that could not be read as they stand; their last good copies are shown where there are any. */
  readonly damaged: number
  /** Records of a sealed library that are gone or older than its own list says: somebody may have taken them away or put old ones back. */
  readonly withdrawn: number
  /** True when a sealed library as a whole is older than it was when this machine saw it last. */
  readonly rolledBack: boolean
  /** Briefings that older rules have read. */
  readonly older: number
}

/** What a repair did; `failure` is the first reason why something was not repaired that could have been. */
export type RepairOutcome = {
  readonly repaired: number
  readonly remaining: readonly { readonly file: string; readonly problem: string }[]
  readonly failure: Failure | null
}

export type OpenBriefing = {
  readonly briefing: Briefing
  readonly notes: readonly Note[]
  /** Set when the record is damaged and its last good copy is shown. */
  readonly warning: Failure | null
}

/** One version of a text as it was. */
export type OpenVersion = {
  readonly version: number
  readonly reading: Reading
  readonly corrections: Corrections
  /** ISO instant. */
  readonly created: string
  readonly source: TextSource
  /** In reading order, as they stood on that version. */
  readonly notes: readonly Note[]
}

/** What became of the notes of a file. */
export type TakenNotes = {
  /** The file's bare name. */
  readonly file: string
  readonly imported: number
  readonly skipped: readonly Skipped[]
  /** How many of them wait for a person to say where they belong. */
  readonly waiting: number
}

/** How far reading again has come. */
export type ReadingProgress = {
  readonly done: number
  readonly total: number
  /** Of those done, the ones in which something else was read. */
  readonly changed: number
  readonly running: boolean
  /** Why it ended before all was done, or null: it was stopped, or is not at its end. */
  readonly failure: Failure | null
}

/** Backups as the window shows them. */
export type BackupState = {
  readonly schedule: BackupSchedule
  readonly folder: string | null
  readonly kept: number
  /** The last good one of this library, or null. */
  readonly last: LastBackup | null
  /** How far the one that is being made is, in files. */
  readonly running: { readonly done: number; readonly total: number } | null
  /** Why the last try failed; null when it did not. */
  readonly failure: Failure | null
  /** A plain library's backups need a passphrase each time, so it has no schedule. */
  readonly isSealed: boolean
}

/** A library that was restored: its folder, how many briefings it holds, and whether it is sealed. */
export type RestoredLibrary = { readonly folder: string; readonly briefings: number; readonly isSealed: boolean }

type Spec<Arguments extends z.ZodType, Value> = { readonly arguments: Arguments; readonly value: Value }
/** Pairs a schema with the type of a call's value; the value exists at compile time only. */
const call = <Value>() => ({
  with: <Arguments extends z.ZodType>(schema: Arguments): Spec<Arguments, Value> => ({
    arguments: schema,
    value: undefined as Value,
  }),
})

export const contract = {
  'gate.state': call<GateState>().with(nothing),
  /** Makes the first library: sealed with this passphrase, or plain. */
  'gate.create': call<GateState>().with(z.strictObject({ passphrase: secretText.nullable() })),
  'gate.unlock': call<GateState>().with(z.strictObject({ secret })),
  /** The new recovery key was written down. */
  'gate.recovery-kept': call<null>().with(nothing),
  /** Answers `gate.leaving`: all that waited in the page was handed over. */
  'gate.left': call<null>().with(nothing),
  /** Closes a sealed library and this window; another one opens locked. `library-not-sealed` for one without a passphrase. */
  'gate.lock': call<null>().with(nothing),

  /** Begins to seal the open library, or to make it plain; `gate.told` says how far it is. The window is replaced by an empty one. */
  'gate.convert': call<null>().with(
    z.discriminatedUnion('to', [
      z.strictObject({ to: z.literal('sealed'), passphrase: secretText }),
      z.strictObject({ to: z.literal('plain'), current: secret }),
    ]),
  ),
  /** Stops after the file at hand; it goes on when the library is next opened. */
  'gate.stop-converting': call<null>().with(nothing),
  /** A person has seen what became of it. */
  'gate.converted-seen': call<GateState>().with(nothing),
  'protection.state': call<{ readonly sealed: boolean; readonly hasRecoveryKey: boolean }>().with(nothing),
  'protection.change-passphrase': call<null>().with(z.strictObject({ current: secret, passphrase: secretText })),
  /** Makes a recovery key and gives it, to be shown once; the former one opens nothing any more. */
  'protection.new-recovery-key': call<{ readonly key: string }>().with(z.strictObject({ current: secret })),

  'library.state': call<LibraryState>().with(nothing),
  /** All rows, those in the bin included (`deleted` set). */
  'library.rows': call<{ readonly rows: readonly Row[] }>().with(nothing),
  /** Ids of the briefings whose title or text holds every word of the query (case and diacritics folded). */
  'library.filter': call<{ readonly ids: readonly string[] }>().with(z.strictObject({ query: shortText })),
  /** Takes over the lock of another host that stopped answering ten minutes ago or more. */
  'library.take-over': call<LibraryState>().with(nothing),
  /** Puts right what can be put right without losing anything, and says what remains. */
  'library.repair': call<RepairOutcome>().with(nothing),
  /** Wipes the library. `folder` is the library's as the window knows it, so that no call made by chance does so. */
  'library.wipe': call<{ readonly removed: number; readonly left: readonly string[] }>().with(
    z.strictObject({ folder: z.string().max(32_767) }),
  ),
  /** Makes a new library where one was wiped. */
  'library.begin': call<null>().with(nothing),
  /** Begins to read all briefings again that older rules have read, in the background; told by `reading.progress`. */
  'library.read-again': call<{ readonly total: number }>().with(nothing),
  /** Stops after the briefing at hand; what has been read again stays so, and the next time goes on with the rest. */
  'library.stop-reading': call<null>().with(nothing),

  'text.read': call<IncomingText>().with(z.strictObject({ text: wholeText })),
  /** Reads pasted rich text: the clipboard's HTML, of which headings, lists, tables and paragraphs stay. */
  'text.read-rich': call<IncomingText>().with(z.strictObject({ html: z.string().max(largestFile) })),
  /** Asks for a file with the system's dialog; null when the dialog was cancelled. */
  'text.choose-file': call<IncomingText | null>().with(nothing),
  /** Asks for files with the system's dialog; their bare names, or null when it was cancelled. One alone: `text.decode-chosen`. */
  'text.choose-files': call<{ readonly files: readonly string[] } | null>().with(nothing),
  /** Reads the one file chosen last, with an encoding (WHATWG label) that a person named, or null to go by its bytes. */
  'text.decode-chosen': call<IncomingText>().with(z.strictObject({ encoding: encodingLabel.nullable() })),
  /** Decodes a dropped file's bytes. `encoding` is a WHATWG label, or null for UTF-8 or UTF-16 with a BOM. */
  'text.decode': call<IncomingText>().with(
    z.strictObject({ fileName, bytes: z.instanceof(Uint8Array), encoding: encodingLabel.nullable() }),
  ),

  /** Reads and stores the files chosen last, one after the other; answers when all are done or `import.cancel` came. */
  'import.start': call<ImportReport>().with(nothing),
  /** The same for files that were dropped. */
  'import.files': call<ImportReport>().with(
    z.strictObject({ files: z.array(z.strictObject({ fileName, bytes: z.instanceof(Uint8Array) })).max(10_000) }),
  ),
  /** Ends a running import before its next file; what was stored stays. */
  'import.cancel': call<null>().with(nothing),

  'briefing.open': call<OpenBriefing>().with(z.strictObject({ id })),
  'briefing.add': call<{ readonly id: string }>().with(z.strictObject({ text: wholeText, source, corrections })),
  'briefing.remove': call<{ readonly id: string }>().with(z.strictObject({ id })),
  /**
   * Keeps these corrections, whole, in the place of the former ones; undoing sends the former ones again. `basedOn` is the briefing's
   * `modified` as the window knows it: `briefing-changed` when somebody changed the briefing since, and then nothing is written.
   * Reading again does not count as such a change.
   */
  'briefing.correct': call<Briefing>().with(z.strictObject({ id, corrections, basedOn: z.iso.datetime() })),
  /**
   * Stores a new version of the text and carries the notes to it. `basedOn` is the number of versions the window knows:
   * `briefing-changed` when there are others by now.
   */
  'briefing.revise': call<{ readonly version: number; readonly notes: readonly Note[] }>().with(
    z.strictObject({ id, text: wholeText, source, basedOn: z.int().min(1) }),
  ),
  'briefing.open-version': call<OpenVersion>().with(z.strictObject({ id, version: z.int().min(1) })),
  /** Earlier states of a briefing with this device's notes, newest first, without the current one. */
  'briefing.previous': call<{ readonly previous: readonly PreviousVersion[] }>().with(z.strictObject({ id })),
  /** Brings one back as a new state; `before` is the moment of the state it replaced, to take this back. */
  'briefing.restore-previous': call<{ readonly before: string }>().with(
    z.strictObject({ id, moment: z.iso.datetime() }),
  ),
  /** Only what is in the bin: with everybody's notes on it, and not to be taken back. */
  'briefing.delete-for-good': call<{ readonly id: string }>().with(z.strictObject({ id })),
  'briefing.restore': call<{ readonly id: string }>().with(z.strictObject({ id })),

  /** `span` is null for a note on the whole briefing, and a whole paragraph for one on a paragraph. */
  'note.add': call<Note>().with(
    z.strictObject({
      briefingId: id,
      version: z.int().min(1),
      scope: z.enum(noteScopes),
      span: span.nullable(),
      kind: z.enum(noteKinds),
      text: z.string().max(longestNoteText),
    }),
  ),
  'note.edit': call<Note>().with(
    z.strictObject({
      briefingId: id,
      noteId: id,
      kind: z.enum(noteKinds).optional(),
      text: z.string().max(longestNoteText).optional(),
      tags: z.array(z.string().max(longestTag)).max(mostTags).optional(),
      commitment: commitment.optional(),
    }),
  ),
  /** Settles where a note belongs on the newest version (`version`, as the window knows it), or takes that back (`reopen`). */
  'note.settle': call<Note>().with(
    z.strictObject({ briefingId: id, noteId: id, version: z.int().min(1), decision: placeDecision }),
  ),
  'note.remove': call<{ readonly noteId: string }>().with(z.strictObject({ briefingId: id, noteId: id })),
  'note.restore': call<Note>().with(z.strictObject({ briefingId: id, noteId: id })),

  /** Writes the notes to a file chosen in the system's dialog; null when it was cancelled. */
  'notes.export': call<{ readonly file: string } | null>().with(z.strictObject({ id })),
  /** Takes notes in from a file chosen in the system's dialog; null when it was cancelled. */
  'notes.import': call<TakenNotes | null>().with(z.strictObject({ id })),

  'backup.state': call<BackupState>().with(nothing),
  /** Asks for the folder with the system's dialog; nothing changes when it was cancelled. */
  'backup.choose-folder': call<BackupState>().with(nothing),
  'backup.set': call<BackupState>().with(
    z.strictObject({
      schedule: z.enum(backupSchedules).optional(),
      kept: z.int().min(fewestKept).max(mostKept).optional(),
    }),
  ),
  /** Makes a backup now and answers when it is there; `passphrase` is null for a sealed library, which needs none. */
  'backup.now': call<BackupState>().with(z.strictObject({ passphrase: secretText.nullable() })),
  'backup.stop': call<null>().with(nothing),
  /** Asks for a backup with the system's dialog; its bare name, or null when it was cancelled. */
  'restore.choose-file': call<{ readonly file: string } | null>().with(nothing),
  /** The bare name of the backup that the app was started with or given since, or null; once. */
  'restore.offered': call<{ readonly file: string } | null>().with(nothing),
  /** Restores the backup chosen last, beside the library. */
  'restore.start': call<RestoredLibrary>().with(
    z.strictObject({ kind: z.enum(['passphrase', 'recovery-key']), text: secretText }),
  ),
  'restore.stop': call<null>().with(nothing),

  'session.get': call<Session>().with(nothing),
  'session.place': call<null>().with(z.strictObject({ place })),
  'session.draft': call<null>().with(z.strictObject({ draft: draft.nullable() })),

  /** Puts a text on the system's clipboard, marked so that clipboard histories leave it alone. */
  'clipboard.copy': call<null>().with(z.strictObject({ text: wholeText })),

  'settings.get': call<Settings>().with(nothing),
  'settings.set': call<Settings>().with(
    z.strictObject({
      theme: z.enum(themes).optional(),
      locale: z.enum(locales).optional(),
      panes: z.strictObject({ list: z.int().min(160).max(2_000), notes: z.int().min(160).max(2_000) }).optional(),
      lock: lock.optional(),
    }),
  ),
} as const

export type Contract = typeof contract
export type CallName = keyof Contract
/** What the window passes for a call. */
export type CallArguments<Name extends CallName> = z.input<Contract[Name]['arguments']>
/** What main's handler receives: parsed. */
export type ParsedArguments<Name extends CallName> = z.output<Contract[Name]['arguments']>
export type CallValue<Name extends CallName> = Contract[Name]['value']
export type CallResult<Name extends CallName> = Result<CallValue<Name>>

/** Events from main to the window: ids and small deltas, never the library. */
export type Events = {
  /** The library is about to be locked: the page hands over what it holds and calls `gate.left`. */
  readonly 'gate.leaving': Readonly<Record<string, never>>
  /** What stands before the library has changed by itself. */
  readonly 'gate.told': GateState
  readonly 'library.changed': { readonly upserted: readonly Row[]; readonly removed: readonly string[] }
  readonly 'library.state-changed': LibraryState
  /** These briefings' corrections or readings changed; a window that shows one opens it again. */
  readonly 'briefings.changed': { readonly ids: readonly string[] }
  readonly 'reading.progress': ReadingProgress
  readonly 'notes.changed': {
    readonly briefingId: string
    readonly upserted: readonly Note[]
    readonly removed: readonly string[]
  }
  /** Before each file of an import (`file`, its bare name) and once at the end (null). */
  readonly 'import.progress': { readonly done: number; readonly total: number; readonly file: string | null }
  readonly 'backup.changed': BackupState
  /** A backup that was made by itself failed. */
  readonly 'backup.failed': Failure
  /** A backup was opened with the app from outside; ask for it with `restore.offered`. */
  readonly 'restore.offered': { readonly file: string }
  readonly 'settings.changed': Settings
  readonly command: { readonly id: CommandId }
}
export type EventName = keyof Events

/** What the preload script puts into the window as `window.aideMemoire`. */
export type Bridge = {
  readonly call: <Name extends CallName>(name: Name, args: CallArguments<Name>) => Promise<CallResult<Name>>
  /** Listens to one event; the returned function stops listening. */
  readonly on: <Name extends EventName>(name: Name, listener: (event: Events[Name]) => void) => () => void
}
