// Which notes of the open briefing are shown: by kind, tag, where they stand and when they are due. What is left out is neither listed
// nor painted nor stepped through; a filter belongs to one briefing and is gone with it.
import { assertNever } from '../../domain/assert-never.ts'
import { type Note, type NoteKind, type NoteState, noteKinds } from '../../domain/notes/note.ts'

/** Where a note stands, as an officer asks for it: what waits for a person is one question, however it came to wait. */
export const standings = ['same', 'moved', 'reworded', 'to-settle', 'gone'] as const
export type Standing = (typeof standings)[number]

export const dueTimes = ['overdue', 'soon', 'later', 'none'] as const
export type DueTime = (typeof dueTimes)[number]

/** How many days count as soon. */
const soonDays = 30

/** Chosen values; of an empty list every value goes. */
export type NoteFilter = {
  readonly kinds: readonly NoteKind[]
  readonly tags: readonly string[]
  readonly standings: readonly Standing[]
  readonly due: readonly DueTime[]
}
export type FilterChoice =
  | { readonly of: 'kinds'; readonly value: NoteKind }
  | { readonly of: 'tags'; readonly value: string }
  | { readonly of: 'standings'; readonly value: Standing }
  | { readonly of: 'due'; readonly value: DueTime }

export type NoteFilterSlice = {
  readonly filter: NoteFilter
  /** The briefing that the filter was chosen for. */
  readonly briefingId: string | null
  /** Whether its menu is open. */
  readonly isOpen: boolean
}
export type NoteFilterAction =
  | { readonly type: 'toggled'; readonly briefingId: string; readonly choice: FilterChoice }
  | { readonly type: 'cleared' }
  | { readonly type: 'menu'; readonly isOpen: boolean }

/** Every note is shown. */
export const everyNote: NoteFilter = { kinds: [], tags: [], standings: [], due: [] }
export const noNoteFilter: NoteFilterSlice = { filter: everyNote, briefingId: null, isOpen: false }

/** The filter after an action. A choice for another briefing than before begins anew. */
export function reduceNoteFilter(slice: NoteFilterSlice, action: NoteFilterAction): NoteFilterSlice {
  switch (action.type) {
    case 'toggled': {
      const { briefingId, choice } = action
      return { ...slice, briefingId, filter: toggled(filterFor(slice, briefingId), choice) }
    }
    case 'cleared':
      return isEveryNote(slice.filter) ? slice : { ...slice, filter: everyNote }
    case 'menu':
      return slice.isOpen === action.isOpen ? slice : { ...slice, isOpen: action.isOpen }
    default:
      return assertNever(action)
  }
}

/** The filter as far as it is this briefing's. */
export function filterFor({ filter, briefingId }: NoteFilterSlice, open: string | null): NoteFilter {
  return briefingId === open ? filter : everyNote
}

/** True when nothing is left out. */
export function isEveryNote({ kinds, tags, standings, due }: NoteFilter): boolean {
  return kinds.length + tags.length + standings.length + due.length === 0
}

/** The notes that pass, in their order; the same list when all do. `today` is an ISO date. */
export function passingNotes(notes: readonly Note[], filter: NoteFilter, today: string): readonly Note[] {
  return isEveryNote(filter) ? notes : notes.filter((note) => passes(note, filter, today))
}

/**
 * The notes that are shown: those that pass, and the one at hand (`kept`, its id), which must not vanish under the hands of whoever
 * is changing it. In their order; the same list when all are shown. `today` is an ISO date.
 */
export function shownNotes(
  notes: readonly Note[],
  filter: NoteFilter,
  today: string,
  kept: string | null,
): readonly Note[] {
  if (isEveryNote(filter)) return notes
  return notes.filter((note) => note.noteId === kept || passes(note, filter, today))
}

/** Where a note stands, as it is asked for. */
export function standingOf({ pending, left, state }: Note): Standing {
  if (pending) return 'to-settle'
  if (left) return 'gone'
  return settledStanding(state)
}

/** When a note is due; only commitments are, and what was met or dropped is due no more. `today` is an ISO date. */
export function dueTimeOf({ kind, commitment }: Pick<Note, 'kind' | 'commitment'>, today: string): DueTime {
  const due = kind === 'commitment' ? (commitment?.due ?? null) : null
  const isOver = commitment?.status === 'met' || commitment?.status === 'dropped'
  if (due === null || isOver) return 'none'
  if (due < today) return 'overdue'
  return due <= daysAfter(today, soonDays) ? 'soon' : 'later'
}

/** What can be chosen on these notes, each with how many notes it would show: kinds, tags, standings and times that occur, in order. */
export function choicesOn(
  notes: readonly Note[],
  today: string,
): readonly (FilterChoice & { readonly count: number })[] {
  const counted = <Value>(values: readonly Value[], of: (note: Note) => readonly Value[]) => {
    const counts = new Map<Value, number>()
    for (const note of notes) for (const value of of(note)) counts.set(value, (counts.get(value) ?? 0) + 1)
    return values.flatMap((value) => ({ value, count: counts.get(value) ?? 0 })).filter(({ count }) => count > 0)
  }
  return [
    ...counted(noteKinds, ({ kind }) => [kind]).map((one) => ({ of: 'kinds' as const, ...one })),
    ...counted(tagsOn(notes), ({ tags }) => tags).map((one) => ({ of: 'tags' as const, ...one })),
    ...counted(standings, (note) => [standingOf(note)]).map((one) => ({ of: 'standings' as const, ...one })),
    ...counted(dueTimes, (note) => [dueTimeOf(note, today)]).map((one) => ({ of: 'due' as const, ...one })),
  ]
}

/** The tags used on these notes, each once, in alphabetical order. */
export function tagsOn(notes: readonly Pick<Note, 'tags'>[]): readonly string[] {
  return [...new Set(notes.flatMap(({ tags }) => tags))].sort((one, other) => one.localeCompare(other))
}

/** True when a choice is part of a filter. */
export function isChosen(filter: NoteFilter, { of, value }: FilterChoice): boolean {
  return (filter[of] as readonly string[]).includes(value)
}

function passes(note: Note, { kinds, tags, standings: wanted, due }: NoteFilter, today: string): boolean {
  return (
    (kinds.length === 0 || kinds.includes(note.kind)) &&
    (tags.length === 0 || note.tags.some((tag) => tags.includes(tag))) &&
    (wanted.length === 0 || wanted.includes(standingOf(note))) &&
    (due.length === 0 || due.includes(dueTimeOf(note, today)))
  )
}

function settledStanding(state: NoteState): Standing {
  // An ambiguous note that waits for nobody there is not; asked for, it is still one to look at.
  return state === 'ambiguous' ? 'to-settle' : state
}

function toggled(filter: NoteFilter, choice: FilterChoice): NoteFilter {
  switch (choice.of) {
    case 'kinds':
      return { ...filter, kinds: withToggled(filter.kinds, choice.value) }
    case 'tags':
      return { ...filter, tags: withToggled(filter.tags, choice.value) }
    case 'standings':
      return { ...filter, standings: withToggled(filter.standings, choice.value) }
    case 'due':
      return { ...filter, due: withToggled(filter.due, choice.value) }
    default:
      return assertNever(choice)
  }
}

function withToggled<Value>(values: readonly Value[], value: Value): readonly Value[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value]
}

function daysAfter(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`)
  moment.setUTCDate(moment.getUTCDate() + days)
  return moment.toISOString().slice(0, 10)
}
