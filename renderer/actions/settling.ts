// The report on what became of the notes: every decision is stored at once by main, and can be undone like any other deed.
import { assertNever } from '../../domain/assert-never.ts'
import { type Briefing, currentVersion, placedText } from '../../domain/briefing.ts'
import { elsewhere, type Note } from '../../domain/notes/note.ts'
import type { Decision } from '../../domain/notes/place.ts'
import type { Span } from '../../domain/span.ts'
import { paragraphAt } from '../../domain/text/paragraphs.ts'
import { nextToSettle, notesOfReport, pendingIds, type Report, reportOf, versionBefore } from '../state/report.ts'
import type { Settling } from '../state/settling.ts'
import type { App } from './app.ts'
import { closeEditor, tookNote } from './notes.ts'
import { mayWrite, notify, notifyFailure } from './notice.ts'
import { openBriefing } from './reading.ts'
import { closePast } from './versions.ts'

/**
 * Opens the report on the open briefing's newest version; where no note was carried to it, says so instead. `stored`: the number of the
 * version that has just been stored, which is said then.
 */
export async function startSettling(app: App, stored?: number): Promise<void> {
  const { open } = app.store.get().reading
  if (open.phase !== 'ready') return
  await closeEditor(app)
  closePast(app)
  const { notes } = app.store.get().reading
  const asked = pendingIds(notes)
  const newest = currentVersion(open.briefing)
  const all = notesOfReport(reportOf(notes, asked, newest))
  // Notes from elsewhere may wait on the only version there is.
  if (open.briefing.versions.length === 1 && asked.length === 0) return notify(app, 'window.versions.only-one')
  if (all.length === 0) {
    notify(app, 'window.settle.no-notes', { values: { version: newest.number } })
    return app.focus.pane('reader')
  }
  const active = asked[0] ?? null
  app.store.dispatch({ slice: 'reading', type: 'selected', span: null })
  app.store.dispatch({ slice: 'settling', type: 'started', id: open.id, asked, active })
  if (stored !== undefined) {
    notify(app, 'window.settle.stored', { quiet: true, values: { version: stored, count: asked.length } })
  }
  const versions = new Set(all.map((note) => versionBefore(note, newest.number)))
  for (const version of versions)
    if (version > elsewhere && version < newest.number) await learnBefore(app, open.id, version)
}

/** Goes back to the text, at the note looked at last. */
export function stopSettling(app: App): void {
  const { settling } = app.store.get()
  if (settling === null) return
  app.store.dispatch({ slice: 'settling', type: 'ended' })
  app.store.dispatch({ slice: 'reading', type: 'note-activated', noteId: settling.active })
  app.savePlace.call()
  app.focus.pane('reader')
}

/** Makes a note of the report the one that is looked at. */
export function lookAt(app: App, noteId: string): void {
  app.store.dispatch({ slice: 'settling', type: 'looked-at', noteId })
}

/** Goes to the next or previous note that waits for a person; says so when none does. */
export function stepToSettle(app: App, step: 1 | -1): void {
  const shown = reportShown(app)
  if (shown === null) return
  const next = nextToSettle(shown.report, shown.settling.active, step)
  if (next === null) notify(app, 'window.settle.all-settled', { quiet: true })
  else lookAt(app, next.noteId)
}

/** Goes to the next or previous note of the report, whether it waits or not. */
export function stepReport(app: App, step: 1 | -1): void {
  const shown = reportShown(app)
  if (shown === null) return
  const all = notesOfReport(shown.report)
  const at = all.findIndex(({ noteId }) => noteId === shown.settling.active)
  const next = at < 0 ? all.at(step === 1 ? 0 : -1) : all[at + step]
  if (next !== undefined) lookAt(app, next.noteId)
}

/** Begins or ends selecting words of the newest version for the note that is looked at. */
export function attaching(app: App, on: boolean): void {
  const shown = reportShown(app)
  if (shown === null || (on && (!mayWrite(app) || activeNote(shown)?.scope === 'briefing'))) return
  if (on && activeNote(shown) === null) return
  app.store.dispatch({ slice: 'settling', type: 'attaching', on })
}

/** Settles the note that is looked at when its turn comes: keys that are typed ahead each go to the note they lead to. */
export async function settle(app: App, choice: (note: Note) => Decision | null): Promise<void> {
  await app.inOrder(async () => {
    const shown = reportShown(app)
    const note = shown === null ? null : activeNote(shown)
    const decision = note === null ? null : choice(note)
    if (shown === null || note === null || decision === null || !mayWrite(app)) return
    await decide(app, shown, note, decision)
  })
}

/** Keeps a reworded note where it was found; null where there is no such place, or more than one. */
export function keptHere({ pending, start, state }: Note): Decision | null {
  return pending && start !== null && state !== 'ambiguous' ? { how: 'keep' } : null
}

/** Puts an ambiguous note on one of its candidates, counted from 0; null when there is none of that number. */
export function onCandidate({ pending, candidates }: Note, at: number): Decision | null {
  const span = pending ? candidates[at] : undefined
  return span === undefined ? null : { how: 'reattach', span }
}

/** Leaves a note behind in the version it comes from. */
export function leftBehind({ pending }: Note): Decision | null {
  return pending ? { how: 'leave' } : null
}

/** Puts a note on words of the newest version that a person selected. */
export function onWords(span: Span): (note: Note) => Decision | null {
  return ({ scope }) => (scope === 'briefing' ? null : { how: 'reattach', span })
}

type Shown = { readonly settling: Settling; readonly briefing: Briefing; readonly report: Report }

function reportShown(app: App): Shown | null {
  const { settling, reading } = app.store.get()
  const { open, notes } = reading
  if (settling === null || open.phase !== 'ready' || open.id !== settling.id) return null
  const { briefing } = open
  return { settling, briefing, report: reportOf(notes, settling.asked, currentVersion(briefing)) }
}

function activeNote({ settling, report }: Shown): Note | null {
  return notesOfReport(report).find(({ noteId }) => noteId === settling.active) ?? null
}

async function decide(app: App, { briefing }: Shown, note: Note, decision: Decision): Promise<void> {
  const { number: version } = currentVersion(briefing)
  const key = { briefingId: briefing.id, noteId: note.noteId }
  const result = await app.client.call('note.settle', { ...key, version, decision })
  if (!result.ok) {
    notifyFailure(app, result.failure)
    // Somebody else settled it, or stored another version: what there is now is shown.
    await openBriefing(app, briefing.id)
    return
  }
  const deed = { kind: 'note-settled', ...key, version, before: formerPlace(note, decision), after: decision } as const
  app.store.dispatch({ slice: 'undo', type: 'did', deed })
  tookNote(app, briefing.id, result.value)
  app.store.dispatch({ slice: 'settling', type: 'attaching', on: false })
  const shown = reportShown(app)
  if (shown === null) return
  say(app, shown, result.value, decision)
  const next = note.pending ? nextToSettle(shown.report, note.noteId, 1) : null
  if (next !== null && app.store.get().settling?.active === note.noteId) lookAt(app, next.noteId)
}

/** Has a note that a person settled wait again; `asked`: those that waited when the report was opened. */
export function waitingAgain(asked: readonly string[]): (note: Note) => Decision | null {
  return ({ noteId, pending, left, state }) => {
    const byPerson = left || state === 'reworded' || (state === 'moved' && asked.includes(noteId))
    return !pending && byPerson ? { how: 'reopen' } : null
  }
}

/** What takes a decision back: waiting again, or the place that a person had chosen before. */
function formerPlace({ pending, left, state, start, end }: Note, { how }: Decision): Decision {
  if (how === 'reopen' && left) return { how: 'leave' }
  const waits = pending || left || state === 'same' || start === null || end === null
  return waits ? { how: 'reopen' } : { how: 'reattach', span: { start, end } }
}

/** Says what was decided and how many are left, for those who can't see it. */
function say(app: App, { briefing, report }: Shown, note: Note, { how }: Decision): void {
  const paragraphs = placedText(briefing, currentVersion(briefing).number)?.paragraphs ?? []
  const paragraph = note.start === null ? null : (paragraphAt(paragraphs, note.start)?.number ?? null)
  const values = { paragraph: paragraph ?? 0, version: note.version, count: report.toSettle }
  notify(app, messageOf(how), { quiet: true, values })
}

function messageOf(how: Decision['how']): string {
  switch (how) {
    case 'keep':
      return 'window.settle.said-kept'
    case 'reattach':
      return 'window.settle.said-attached'
    case 'leave':
      return 'window.settle.said-left'
    case 'reopen':
      return 'window.settle.said-reopened'
    default:
      return assertNever(how)
  }
}

async function learnBefore(app: App, id: string, version: number): Promise<void> {
  const result = await app.client.call('briefing.open-version', { id, version })
  if (!result.ok) return notifyFailure(app, result.failure)
  app.store.dispatch({ slice: 'settling', type: 'before-known', id, version, notes: result.value.notes })
}
