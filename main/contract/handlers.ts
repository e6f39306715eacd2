// What each call of the contract does: plain delegation to the library, the settings and the text reader.
import type { ImportReport, IncomingText, RepairOutcome } from '../../domain/contract.ts'
import type { Reading } from '../../domain/reading/reading.ts'
import { failed, type Result, success } from '../../domain/result.ts'
import { type Session, startOfSession } from '../../domain/session.ts'
import { normalise } from '../../domain/text/normalise.ts'
import type { AppBackups } from '../backup/app-backups.ts'
import { type ChooseAnnotations, type ChooseTarget, exportNotes, importNotes } from '../exchange/window-exchange.ts'
import type { Incoming, ManyImport } from '../import/import-many.ts'
import type { ImportedText, Importer } from '../import/import-text.ts'
import type { Library, RepairReport } from '../library/library.ts'
import { messageText } from '../messages.ts'
import type { CopyText } from '../security/clipboard.ts'
import type { SettingsStore } from '../settings-store.ts'
import type { ChosenFile } from '../window/dialogs.ts'
import { backupHandlers } from './backup-handlers.ts'
import { closedWithout, type GateDependencies, gateHandlers } from './gate-handlers.ts'
import { chosenDocuments, droppedDocuments } from './incoming-documents.ts'
import type { Handlers } from './register.ts'

export type HandlerDependencies = GateDependencies & {
  readonly settings: SettingsStore
  /** Asks for a text file; null when cancelled. */
  readonly chooseFile: () => Promise<ChosenFile | null>
  /** Asks for any number of text files; none when cancelled. */
  readonly chooseFiles: () => Promise<readonly ChosenFile[]>
  /** Asks where notes are written to, and which file of notes to read. */
  readonly chooseTarget: ChooseTarget
  readonly chooseAnnotations: ChooseAnnotations
  /** Turns documents into texts. */
  readonly importer: Importer
  readonly imports: ManyImport
  /** Copies to the system's clipboard. */
  readonly copyText: CopyText
  readonly readText: (text: string) => Promise<Reading>
  readonly backups: AppBackups
}

/** Builds the handlers; with no library every call on it answers with the reason, and while it is sealed nearly all calls do. */
export function createHandlers(dependencies: HandlerDependencies): Handlers {
  const { library, settings, importer, imports } = dependencies
  const withLibrary = <Value>(use: (library: Library) => Promise<Result<Value>>): Promise<Result<Value>> => {
    const current = library.current()
    return current.ok ? use(current.value) : Promise.resolve(current)
  }
  const incoming = async (given: Result<ImportedText>, fileName: string | null): Promise<Result<IncomingText>> => {
    if (!given.ok) return given
    const { text, attachments } = given.value
    const normal = normalise(text)
    if (!normal.ok) return normal
    return success({ fileName, reading: await dependencies.readText(normal.value), attachments })
  }
  const sessionOf = (): Session => {
    const current = library.current()
    return current.ok ? current.value.session() : startOfSession
  }
  const saveSession = (part: Partial<Session>): void => {
    const current = library.current()
    if (current.ok) current.value.saveSession({ ...current.value.session(), ...part })
  }
  // The window names no path: it can only ask for the files that a person chose to be read.
  let chosen: readonly ChosenFile[] = []
  const importing = (documents: Result<readonly Incoming[]>): Promise<Result<ImportReport>> =>
    documents.ok ? withLibrary((open) => imports.start(open, documents.value)) : Promise.resolve(documents)
  const done: Result<null> = success(null)

  return closedWithout(library, {
    ...gateHandlers(dependencies),
    // What a window asks first, and what its “try again” asks once more.
    'library.state': async () => mapped(await library.tryAgain(), (open) => open.state()),
    'library.rows': async () => mapped(await library.tryAgain(), (open) => ({ rows: open.rows() })),
    'library.filter': ({ query }) => withLibrary(async (open) => success({ ids: await open.filter(query) })),
    'library.take-over': () => withLibrary((open) => open.takeOver()),
    'library.repair': () => withLibrary(async (open) => success(outcomeOf(await open.repair()))),
    'library.wipe': ({ folder }) =>
      withLibrary(async (open) => (open.state().folder === folder ? library.wipe() : failed('call-refused'))),
    'library.begin': async () => {
      const begun = await library.begin()
      // Nothing is there: what is asked first of a new library is asked next.
      return begun.ok || begun.failure.code === 'file-missing' ? done : begun
    },
    'library.read-again': () => withLibrary((open) => open.readAgain()),
    'library.stop-reading': () =>
      withLibrary(async (open) => {
        await open.stopReading()
        return done
      }),

    'text.read': async ({ text }) => incoming(success({ text, format: 'text', attachments: [] }), null),
    'text.read-rich': async ({ html }) => incoming(await importer.importRich(html, messageText('import.pasted')), null),
    'text.choose-file': async () => {
      const file = await dependencies.chooseFile()
      if (file === null) return success(null)
      chosen = [file]
      return incoming(await importer.importFile(file.path, null), file.name)
    },
    'text.choose-files': async () => {
      const files = await dependencies.chooseFiles()
      if (files.length === 0) return success(null)
      chosen = files
      return success({ files: files.map(({ name }) => name) })
    },
    'text.decode-chosen': async ({ encoding }) => {
      const [file, another] = chosen
      if (file === undefined || another !== undefined) return failed('call-refused')
      return incoming(await importer.importFile(file.path, encoding), file.name)
    },
    'text.decode': async ({ fileName, bytes, encoding }) =>
      incoming(await importer.importBytes(bytes, { file: fileName, encoding }), fileName),

    'import.start': () => {
      const files = chosen
      chosen = []
      return files.length === 0 ? Promise.resolve(failed('call-refused')) : importing(chosenDocuments(files, importer))
    },
    'import.files': ({ files }) => importing(droppedDocuments(files, importer)),
    'import.cancel': async () => {
      imports.cancel()
      return done
    },

    'briefing.open': ({ id }) => withLibrary((open) => open.open(id)),
    'briefing.add': ({ text, source, corrections }) =>
      withLibrary(async (open) => idOf(await open.add(text, source, corrections))),
    'briefing.correct': ({ id, corrections, basedOn }) => withLibrary((open) => open.correct(id, corrections, basedOn)),
    'briefing.remove': ({ id }) => withLibrary(async (open) => idOf(await open.remove(id))),
    'briefing.revise': ({ id, text, source, basedOn }) => withLibrary((open) => open.revise(id, text, source, basedOn)),
    'briefing.previous': ({ id }) =>
      withLibrary(async (open) => {
        const found = await open.previousVersions(id)
        return found.ok ? success({ previous: found.value }) : found
      }),
    'briefing.restore-previous': ({ id, moment }) => withLibrary((open) => open.restorePrevious(id, moment)),
    'briefing.open-version': ({ id, version }) => withLibrary((open) => open.openVersion(id, version)),
    'briefing.delete-for-good': ({ id }) => withLibrary((open) => open.deleteForGood(id)),
    'briefing.restore': ({ id }) => withLibrary(async (open) => idOf(await open.restore(id))),

    'note.add': ({ briefingId, ...input }) => withLibrary((open) => open.addNote(briefingId, input)),
    'note.edit': ({ briefingId, noteId, ...edit }) => withLibrary((open) => open.editNote(briefingId, noteId, edit)),
    'note.settle': ({ briefingId, noteId, version, decision }) =>
      withLibrary((open) => open.settleNote(briefingId, noteId, version, decision)),
    'note.remove': ({ briefingId, noteId }) =>
      withLibrary(async (open) => mapped(await open.removeNote(briefingId, noteId), () => ({ noteId }))),
    'note.restore': ({ briefingId, noteId }) => withLibrary((open) => open.restoreNote(briefingId, noteId)),

    'notes.export': ({ id }) => withLibrary((open) => exportNotes(open, id, dependencies.chooseTarget)),
    'notes.import': ({ id }) => withLibrary((open) => importNotes(open, id, dependencies.chooseAnnotations)),

    ...backupHandlers(dependencies.backups),

    'session.get': async () => success(sessionOf()),
    'session.place': async ({ place }) => {
      saveSession({ place })
      return done
    },
    'session.draft': async ({ draft }) => {
      saveSession({ draft })
      return done
    },

    'clipboard.copy': ({ text }) => dependencies.copyText(text),

    'settings.get': async () => success(settings.get()),
    'settings.set': async (changes) => success(settings.change(changes)),
  })
}

function mapped<From, To>(result: Result<From>, change: (value: From) => To): Result<To> {
  return result.ok ? success(change(result.value)) : result
}

/** What the window tells: how much was repaired, and each problem that was not. */
function outcomeOf({ problems, failure }: RepairReport): RepairOutcome {
  const remaining = problems.filter(({ repaired }) => !repaired)
  const repaired = problems.length - remaining.length
  return { repaired, remaining: remaining.map(({ file, problem }) => ({ file, problem })), failure }
}

function idOf(result: Result<{ readonly id: string }>): Result<{ readonly id: string }> {
  return mapped(result, ({ id }) => ({ id }))
}
