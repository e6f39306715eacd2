// One way from a command's id to what it does, whether it came from a key or from the menu.
import { assertNever } from '../../domain/assert-never.ts'
import { type CommandId, commands } from '../../domain/commands.ts'
import { isThrough } from '../state/gate.ts'
import { idOf } from '../state/reading.ts'
import type { App } from './app.ts'
import { nextTheme, setTheme } from './appearance.ts'
import { chooseBackup, showBackups } from './backups.ts'
import { startCorrecting } from './correcting.ts'
import { exportNotes, importNotes } from './exchange.ts'
import { chooseFiles, startTyping } from './incoming.ts'
import { askDelete, askWipe } from './leaving.ts'
import { lockLibrary, showProtection } from './locking.ts'
import { clearNoteFilter, openNoteFilter } from './note-filter.ts'
import { chooseBriefing, chooseParagraph, goBetween, goToNext } from './note-places.ts'
import { editNote, removeNote } from './notes.ts'
import { showPrevious } from './previous.ts'
import { removeBriefing, restoreBriefing, showView } from './reading.ts'
import { repairLibrary } from './repairing.ts'
import { startRevising } from './revising.ts'
import { startSettling, stepReport } from './settling.ts'
import { redo, undo } from './undo.ts'
import { chooseVersion } from './versions.ts'

/** Runs a command. While a reading is reviewed or a text is on its way in, only what concerns that or the window's look is done. */
export async function runCommand(app: App, id: CommandId): Promise<void> {
  if (!isPossible(app, id)) return
  switch (id) {
    case 'briefing.new':
      return startTyping(app)
    case 'briefing.open-file':
      return chooseFiles(app)
    case 'briefing.revise':
      return startRevising(app)
    case 'briefing.settle':
      return startSettling(app)
    case 'briefing.versions':
      return chooseVersion(app)
    case 'briefing.previous':
      return showPrevious(app)
    case 'briefing.delete':
      return withOpen(app, false, (open) => removeBriefing(app, open))
    case 'briefing.restore':
      return withOpen(app, true, (open) => restoreBriefing(app, open))
    case 'briefing.delete-for-good':
      return withOpen(app, true, async (open) => askDelete(app, open))
    case 'library.wipe':
      return askWipe(app)
    case 'notes.export':
      return exportNotes(app)
    case 'notes.import':
      return importNotes(app)
    case 'backup.show':
      return showBackups(app)
    case 'backup.restore':
      return chooseBackup(app)
    case 'library.protection':
      return showProtection(app, true)
    case 'library.lock':
      return lockLibrary(app)
    case 'library.repair':
      return repairLibrary(app)
    case 'edit.undo-action':
      return app.focus.undoTyping('undo') ? undefined : undo(app)
    case 'edit.redo-action':
      return app.focus.undoTyping('redo') ? undefined : redo(app)
    case 'briefing.correct':
      return startCorrecting(app)
    case 'list.filter':
      return app.focus.filter()
    case 'view.library':
      return showView(app, 'library')
    case 'view.bin':
      return showView(app, 'bin')
    case 'pane.next':
      return app.focus.nextPane(1)
    case 'pane.previous':
      return app.focus.nextPane(-1)
    case 'theme.system':
      return setTheme(app, 'system')
    case 'theme.light':
      return setTheme(app, 'light')
    case 'theme.dark':
      return setTheme(app, 'dark')
    case 'theme.next':
      return nextTheme(app)
    case 'note.next':
      return step(app, 1)
    case 'note.previous':
      return step(app, -1)
    case 'note.words':
      return goBetween(app)
    case 'note.paragraph':
      return chooseParagraph(app)
    case 'note.briefing':
      return chooseBriefing(app)
    case 'note.edit':
      return withNote(app, async (note) => editNote(app, note))
    case 'note.tags':
      return withNote(app, async (note) => editNote(app, note, 'tags'))
    case 'note.filter':
      return openNoteFilter(app)
    case 'note.filter-clear':
      return clearNoteFilter(app)
    case 'note.delete':
      return withNote(app, (note) => removeNote(app, note))
    default:
      return assertNever(id)
  }
}

function step(app: App, by: 1 | -1): void {
  if (app.store.get().settling === null) goToNext(app, by)
  else stepReport(app, by)
}

/** What can be done while a report is open, besides the keys of its own. */
const inReport: ReadonlySet<CommandId> = new Set(['edit.undo-action', 'edit.redo-action', 'note.next', 'note.previous'])
/** What would change, or show, another version than the earlier one on the screen. */
const notInPast: ReadonlySet<CommandId> = new Set([
  'edit.undo-action',
  'edit.redo-action',
  'briefing.correct',
  'briefing.delete',
  'notes.import',
])

function isPossible(app: App, id: CommandId): boolean {
  const { incoming, correcting, importing, backups, leaving, settling, reading, previous, gate } = app.store.get()
  if (!isThrough(gate)) return false
  if (id.startsWith('theme.') || id === 'library.lock') return true
  const isAsking = importing.step !== 'none' || backups.dialog !== 'none' || leaving !== null
  if (isAsking || previous.step !== 'none') return false
  if (settling !== null) return inReport.has(id)
  const { menu, writes } = commands[id]
  if (reading.past !== null && (notInPast.has(id) || (menu === 'note' && writes))) return false
  const reviewing = correcting !== null || incoming.step === 'review'
  return reviewing ? id === 'edit.undo-action' || id === 'edit.redo-action' : incoming.step === 'none'
}

/** Acts on the open briefing if it is in the bin, or if it is not, as asked. */
async function withOpen(app: App, inBin: boolean, act: (id: string) => Promise<void>): Promise<void> {
  const { library, reading } = app.store.get()
  const row = library.rows.get(idOf(reading.open) ?? '')
  if (row !== undefined && (row.deleted !== null) === inBin) await act(row.id)
}

async function withNote(app: App, act: (noteId: string) => Promise<void>): Promise<void> {
  const { activeNote } = app.store.get().reading
  if (activeNote !== null) await act(activeNote)
}
