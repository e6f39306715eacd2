// Main's part of the contract in memory, as much as the window needs to be looked at and tested without main.
import { type Briefing, type Corrections, currentVersion, rowOf } from '../../../domain/briefing.ts'
import type {
  BackupState,
  Bridge,
  CallArguments,
  CallName,
  CallResult,
  EventName,
  Events,
  ImportReport,
  LibraryState,
  RepairOutcome,
} from '../../../domain/contract.ts'
import type { GateState } from '../../../domain/gate.ts'
import { type Note, newCommitment } from '../../../domain/notes/note.ts'
import type { PreviousVersion } from '../../../domain/previous-version.ts'
import type { Reading } from '../../../domain/reading/reading.ts'
import { failed, success } from '../../../domain/result.ts'
import { type Draft, type Place, type Session, startOfSession } from '../../../domain/session.ts'
import { defaultSettings } from '../../../domain/settings.ts'
import { readText } from '../../engine.ts'
import { ministers, ministersReading } from '../sample-reading.ts'

export type Scene = {
  readonly state: Partial<LibraryState>
  readonly briefings: readonly Briefing[]
  readonly notes: ReadonlyMap<string, readonly Note[]>
  readonly draft: Draft | null
  /** Where the officer was; the start of the library when left out. */
  readonly place?: Place
  /** Calls that fail or, with `never`, are not answered. */
  readonly troubles: Partial<
    Record<CallName, 'disk-full' | 'library-damaged' | 'note-missing' | 'text-encoding' | 'text-binary' | 'never'>
  >
  /** What stands before the library; it is open and plain when left out. */
  readonly gate?: GateState
  /** What opens it. */
  readonly secret?: string
  /** Calls that fail the first time. */
  readonly failsOnce?: Scene['troubles']
  /** What the dialog for files gives; one file when left out. */
  readonly chosen?: readonly string[]
  readonly backups?: Partial<BackupState>
  /** Files that wiping leaves. */
  readonly left?: readonly string[]
  /** What a repair can't put right. */
  readonly unrepaired?: RepairOutcome['remaining']
  /** What becomes of several files: after one event of progress this, or no answer before they are stopped. */
  readonly report?: ImportReport | 'never'
  /** Previous versions of every briefing; none when left out. */
  readonly previous?: readonly PreviousVersion[]
}

const madeRecoveryKey = '2K9M-0TQX-7BHV-4E1S-WZ6N-8RCD-5GYP-3FJA-HM2T'

type Answers = {
  readonly [Name in CallName]: (args: CallArguments<Name>) => CallResult<Name> | Promise<CallResult<Name>>
}

/** Makes a bridge over a scene; what is changed through it stays until the page is left. */
export function createFakeBridge(scene: Scene): Bridge {
  const listeners = new Map<string, Set<(event: never) => void>>()
  const emit = <Name extends EventName>(name: Name, event: Events[Name]) => {
    for (const listener of listeners.get(name) ?? []) listener(event as never)
  }
  const answers = createAnswers(scene, emit)
  const once = new Map(Object.entries(scene.failsOnce ?? {}))
  const call = async (name: CallName, args: unknown) => {
    const first = once.get(name)
    once.delete(name)
    const trouble = first ?? scene.troubles[name]
    if (trouble === 'never') return new Promise(() => {})
    if (trouble !== undefined)
      return failed(trouble, { file: 'old-note.txt', kind: 'image', tried: 'none', encodings: 'windows-1251' })
    return (answers[name] as (args: unknown) => unknown)(args)
  }
  return {
    call: call as Bridge['call'],
    on: (name, listener) => {
      const known = listeners.get(name) ?? new Set()
      listeners.set(name, known.add(listener as never))
      return () => known.delete(listener as never)
    },
  }
}

function createAnswers(scene: Scene, emit: <Name extends EventName>(name: Name, event: Events[Name]) => void): Answers {
  const briefings = new Map(scene.briefings.map((briefing) => [briefing.id, briefing]))
  const notes = new Map(scene.notes)
  const dropped = new Map<string, Note>()
  let settings = defaultSettings
  let session: Session = { place: scene.place ?? startOfSession.place, draft: scene.draft }
  let wiped = false
  let state: LibraryState = {
    folder: '/library',
    entries: briefings.size,
    readOnly: null,
    damaged: 0,
    withdrawn: 0,
    rolledBack: false,
    older: 0,
    ...scene.state,
  }
  let backups: BackupState = {
    ...settings.backups,
    running: null,
    failure: null,
    isSealed: true,
    ...scene.backups,
  }
  const changedBackups = (changed: Partial<BackupState>) => {
    backups = { ...backups, ...changed }
    emit('backup.changed', backups)
    return success(backups)
  }
  const row = (briefing: Briefing) => rowOf(briefing, notes.get(briefing.id)?.length ?? 0)
  const store = (briefing: Briefing) => {
    briefings.set(briefing.id, briefing)
    emit('library.changed', { upserted: [row(briefing)], removed: [] })
    return success({ id: briefing.id })
  }
  const change = (id: string, changed: Partial<Briefing>) => {
    const known = briefings.get(id)
    return known === undefined ? failed('record-missing', { id }) : store({ ...known, ...changed })
  }
  const keep = (briefingId: string, note: Note | null, removed: readonly string[] = []) => {
    const gone = new Set([...removed, note?.noteId])
    const rest = (notes.get(briefingId) ?? []).filter(({ noteId }) => !gone.has(noteId))
    notes.set(briefingId, note === null ? rest : [...rest, note])
    emit('notes.changed', { briefingId, upserted: note === null ? [] : [note], removed })
    change(briefingId, {})
  }
  const found = (briefingId: string, noteId: string) =>
    notes.get(briefingId)?.find((note) => note.noteId === noteId) ?? dropped.get(noteId)
  const incoming = (text: string, fileName: string | null) =>
    success({ fileName, reading: readingOf(text), attachments: [] })
  const nothingAdded: ImportReport = { added: [], failed: [], left: 0 }
  let stopImport: (result: CallResult<'import.start'>) => void = () => undefined
  const importing = (total: number) => {
    emit('import.progress', { done: 3, total, file: 'Readout of the ministers’ meeting.docx' })
    const { report = nothingAdded } = scene
    if (report !== 'never') return success(report)
    return new Promise<CallResult<'import.start'>>((resolve) => {
      stopImport = resolve
    })
  }
  let gate: GateState = scene.gate ?? { kind: 'open', sealed: false, recoveryKey: null }
  const told = (next: GateState) => {
    gate = next
    return success(gate)
  }
  const opened: GateState = { kind: 'open', sealed: true, recoveryKey: null }
  return {
    'gate.state': () => success(gate),
    'gate.create': ({ passphrase }) =>
      told(passphrase === null ? { ...opened, sealed: false } : { ...opened, recoveryKey: madeRecoveryKey }),
    'gate.unlock': ({ secret }) =>
      secret.text === scene.secret
        ? told(opened)
        : failed(secret.kind === 'passphrase' ? 'passphrase-wrong' : 'recovery-key-wrong'),
    'gate.recovery-kept': () => {
      gate = opened
      return success(null)
    },
    'gate.left': () => success(null),
    'gate.convert': () => success(null),
    'gate.stop-converting': () => success(null),
    'gate.converted-seen': () => success(opened),
    'gate.lock': () => (gate.kind === 'open' && gate.sealed ? success(null) : failed('library-not-sealed')),
    'protection.state': () => success({ sealed: gate.kind === 'open' && gate.sealed, hasRecoveryKey: true }),
    'protection.change-passphrase': ({ current }) =>
      current.text === scene.secret ? success(null) : failed('passphrase-wrong'),
    'protection.new-recovery-key': ({ current }) =>
      current.text === scene.secret ? success({ key: madeRecoveryKey }) : failed('passphrase-wrong'),
    'library.state': () =>
      wiped
        ? failed('library-wiped', { left: scene.left?.length ?? 0, files: scene.left?.join(', ') ?? '' })
        : success(state),
    'library.rows': () => success({ rows: [...briefings.values()].map(row) }),
    'library.filter': ({ query }) => {
      const words = String(query).toLowerCase().split(/\s+/)
      const holds = (briefing: Briefing) => {
        const text = currentVersion(briefing).text.toLowerCase()
        return words.every((word) => text.includes(word))
      }
      return success({ ids: [...briefings.values()].filter(holds).map(({ id }) => id) })
    },
    'library.take-over': () => success({ ...state, readOnly: null }),
    'library.repair': () => {
      const remaining = scene.unrepaired ?? []
      const repaired = Math.max(0, state.damaged - remaining.length)
      state = { ...state, damaged: remaining.length, readOnly: null }
      emit('library.state-changed', state)
      return success({ repaired, remaining, failure: null })
    },
    'library.wipe': () => {
      briefings.clear()
      wiped = true
      return success({ removed: 7, left: scene.left ?? [] })
    },
    'library.begin': () => {
      wiped = false
      return success(null)
    },
    'library.read-again': () => {
      emit('reading.progress', { done: 37, total: state.older, changed: 4, running: true, failure: null })
      return success({ total: state.older })
    },
    'library.stop-reading': () => {
      emit('reading.progress', { done: 37, total: state.older, changed: 4, running: false, failure: null })
      return success(null)
    },
    'text.read': ({ text }) => incoming(text, null),
    'text.read-rich': ({ html }) => incoming(html.replace(/<[^>]*>/g, ''), null),
    'text.choose-file': () => incoming('CHOSEN, 3 May 2024 — A chosen file.', 'chosen.txt'),
    'text.choose-files': () => success({ files: scene.chosen ?? ['chosen.txt'] }),
    'import.start': () => importing(scene.chosen?.length ?? 1),
    'import.files': ({ files }) => importing(files.length),
    'import.cancel': () => {
      stopImport(success({ ...nothingAdded, left: 9 }))
      return success(null)
    },
    'text.decode-chosen': () => incoming('CHOSEN, 3 May 2024 — A chosen file.', 'chosen.txt'),
    'text.decode': ({ fileName, bytes }) => incoming(new TextDecoder().decode(bytes), fileName),
    'briefing.open': ({ id }) => {
      const briefing = briefings.get(id)
      if (briefing === undefined) return failed('record-missing', { id })
      return success({ briefing, notes: notes.get(id) ?? [], warning: null })
    },
    'briefing.add': ({ text, source, corrections }) => store(newBriefing(text, corrections, { source })),
    'briefing.correct': ({ id, corrections, basedOn }) => {
      const known = briefings.get(id)
      if (known === undefined) return failed('record-missing', { id })
      if (known.modified !== basedOn) return failed('briefing-changed', { id })
      const modified = new Date(Date.parse(known.modified) + 1).toISOString()
      const changed: Briefing = { ...known, corrections, modified }
      store(changed)
      emit('briefings.changed', { ids: [id] })
      return success(changed)
    },
    'briefing.remove': ({ id }) => change(id, { deleted: new Date().toISOString() }),
    'briefing.revise': ({ id, text, source, basedOn }) => {
      const known = briefings.get(id)
      if (known === undefined) return failed('record-missing', { id })
      if (basedOn !== known.versions.length) return failed('briefing-changed', { id })
      const { number, created } = currentVersion(known)
      const version = number + 1
      const [first, ...others] = known.versions
      const { title, dateline } = known.reading
      const superseded = { title, dateline, corrections: known.corrections }
      const versions: Briefing['versions'] = [
        { ...first, superseded },
        ...others.map((other) => ({ ...other, superseded })),
        { number: version, text, created, source, superseded: null },
      ]
      store({ ...known, versions, reading: readingOf(text) })
      emit('briefings.changed', { ids: [id] })
      return success({ version, notes: notes.get(id) ?? [] })
    },
    'briefing.open-version': ({ id, version }) => {
      const known = briefings.get(id)?.versions.find(({ number }) => number === version)
      if (known === undefined) return failed('version-missing', { version })
      const { text, created, source } = known
      return success({
        version,
        reading: readingOf(text),
        corrections: {},
        created,
        source,
        notes: notes.get(id) ?? [],
      })
    },
    'briefing.previous': () => success({ previous: scene.previous ?? [] }),
    'briefing.restore-previous': ({ id, moment }) => {
      const { previous = [] } = scene
      const title = previous.find((version) => version.moment === moment)?.title
      if (title === undefined) return failed('previous-missing')
      change(id, { corrections: { title } })
      emit('briefings.changed', { ids: [id] })
      return success({ before: previous[0]?.moment ?? moment })
    },
    'note.settle': ({ briefingId, noteId, decision }) => {
      const note = found(briefingId, noteId)
      if (note === undefined) return failed('note-missing')
      const span = decision.how === 'reattach' ? decision.span : {}
      const settled: Note = { ...note, ...span, pending: decision.how === 'reopen', left: decision.how === 'leave' }
      keep(briefingId, settled)
      return success(settled)
    },
    'briefing.delete-for-good': ({ id }) => {
      briefings.delete(id)
      emit('library.changed', { upserted: [], removed: [id] })
      return success({ id })
    },
    'briefing.restore': ({ id }) => change(id, { deleted: null }),
    'note.add': ({ briefingId, scope, span, kind, text }) => {
      const briefing = briefings.get(briefingId)
      if (briefing === undefined) return failed('record-missing', { id: briefingId })
      const { start, end } = span ?? { start: 0, end: 0 }
      const made = newNote(currentVersion(briefing).text.slice(start, end), start, kind, text)
      const note: Note = { ...made, scope, ...(span === null ? { start: null, end: null } : {}) }
      keep(briefingId, note)
      return success(note)
    },
    'note.edit': ({ briefingId, noteId, ...changed }) => {
      const note = found(briefingId, noteId)
      if (note === undefined) return failed('note-missing')
      const edited: Note = { ...note, ...definedOf(changed) }
      keep(briefingId, edited)
      return success(edited)
    },
    'note.remove': ({ briefingId, noteId }) => {
      const note = found(briefingId, noteId)
      if (note !== undefined) dropped.set(noteId, note)
      keep(briefingId, null, [noteId])
      return success({ noteId })
    },
    'note.restore': ({ briefingId, noteId }) => {
      const note = found(briefingId, noteId)
      if (note === undefined) return failed('note-missing')
      keep(briefingId, note)
      return success(note)
    },
    'notes.export': () => success({ file: 'notes.jsonld' }),
    'notes.import': () => success({ file: 'notes.jsonld', imported: 0, skipped: [], waiting: 0 }),
    'session.get': () => success(session),
    'session.place': ({ place }) => {
      session = { ...session, place }
      return success(null)
    },
    'session.draft': ({ draft }) => {
      session = { ...session, draft }
      return success(null)
    },
    'backup.state': () => success(backups),
    'backup.choose-folder': () => changedBackups({ folder: '/media/office/Backups' }),
    'backup.set': (changed) => changedBackups(definedOf(changed)),
    'backup.now': () => changedBackups({ running: { done: 3, total: 9 } }),
    'backup.stop': () => {
      changedBackups({ running: null })
      return success(null)
    },
    'restore.choose-file': () => success({ file: 'aide-memoire-0012-2026-11-24.aidememoire' }),
    'restore.offered': () => success(null),
    'restore.start': ({ text }) =>
      text === 'wrong'
        ? failed('passphrase-wrong')
        : success({
            folder: '/home/officer/.config/aide-memoire/library-restored-2026-11-24',
            briefings: 12,
            isSealed: false,
          }),
    'restore.stop': () => success(null),

    'settings.get': () => success(settings),
    'clipboard.copy': () => success(null),
    'settings.set': (changed) => {
      settings = { ...settings, ...definedOf(changed) }
      emit('settings.changed', settings)
      return success(settings)
    },
  }
}

/** Without the keys that are undefined, so that spreading changes only what was given. */
function definedOf<Value extends object>(value: Value): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as never
}

/** The text whose reading was made by hand has that one; every other is read by the rules. */
function readingOf(text: string): Reading {
  return text === ministers ? ministersReading() : readText(text)
}

/** A briefing as main would store it. */
export function newBriefing(text: string, corrections: Corrections = {}, more: Partial<Briefing> = {}): Briefing {
  const { text: _, ...reading } = readingOf(text)
  const now = new Date().toISOString()
  return {
    id: crypto.randomUUID(),
    created: now,
    modified: now,
    deleted: null,
    source: { via: 'paste', file: null },
    versions: [{ number: 1, text, created: now, source: { via: 'paste', file: null }, superseded: null }],
    reading,
    corrections,
    marking: null,
    ...more,
  }
}

/** A note on the words that begin at a UTF-16 offset. */
export function newNote(quote: string, start: number, kind: Note['kind'], text: string): Note {
  const now = new Date().toISOString()
  return {
    noteId: crypto.randomUUID(),
    kind,
    text,
    tags: [],
    commitment: kind === 'commitment' ? newCommitment : null,
    scope: 'words',
    quote,
    prefix: '',
    suffix: '',
    start,
    end: start + quote.length,
    state: 'same',
    pending: false,
    left: false,
    score: 1,
    candidates: [],
    version: 1,
    paragraph: null,
    history: [],
    created: now,
    modified: now,
    creator: 'device',
    origin: null,
  }
}
