// Where a note stands, from version to version: what rules settle by themselves, what waits for a person, and what persons decide.
// docs/decisions/0011-carry-over.md

import type { CarryOver, Landing, ParagraphedText } from '../anchoring/carry-over.ts'
import { describe } from '../anchoring/describe.ts'
import { assertNever } from '../assert-never.ts'
import type { Span } from '../span.ts'
import type { Carried, Settled, StoredNote } from './note.ts'

/** A version of a text: its number, when it was stored (ISO instant), and its words. */
export type PlacedText = ParagraphedText & { readonly number: number; readonly created: string }

/** What a person can decide on a note's place on the newest version. */
export type Decision =
  | { readonly how: 'keep' }
  | { readonly how: 'reattach'; readonly span: Span }
  | { readonly how: 'leave' }
  /** Takes the last decision back. */
  | { readonly how: 'reopen' }

/** The version up to which a note has been carried. */
export function reachedVersion({ settled, carried }: StoredNote): number {
  return Math.max(settled.version, carried?.version ?? 0)
}

/**
 * The note on the newest version. Same and moved words are settled by rule; the rest waits for a person. A note that was left behind,
 * or that a person deleted, is only counted on. `carry` is from the version that the note is settled on. The instants are the
 * version's own, so that every device comes to the same.
 */
export function carriedTo(note: StoredNote, newest: PlacedText, carry: CarryOver): StoredNote {
  const { settled, carried, scope } = note
  if (settled.selectors === null) return settledOn(note, { ...settled, version: newest.number }, newest.created)
  if (carried?.left === true)
    return { ...note, carried: { ...carried, version: newest.number }, placed: newest.created }
  return landed(note, newest, carry(settled.selectors, scope))
}

function landed(note: StoredNote, newest: PlacedText, { state, span, score, candidates }: Landing): StoredNote {
  if (state === 'same' || state === 'moved') {
    if (span === null) throw new Error(`note ${note.noteId} is ${state} nowhere`)
    return settledOn(note, settledAt(newest, span, state, newest.created), newest.created)
  }
  return {
    ...note,
    carried: { version: newest.number, state, span, score, candidates, left: false },
    placed: newest.created,
  }
}

/**
 * The note as a person decided; null where the decision makes no sense any more (nothing is pending, nothing to take back). `carry` is
 * from the version that the note is settled on, or was before what `reopen` takes back: see `basisOf`. `now`: ISO instant.
 */
export function decided(
  note: StoredNote,
  decision: Decision,
  newest: PlacedText,
  carry: CarryOver,
  now: string,
): StoredNote | null {
  const { carried } = note
  switch (decision.how) {
    case 'keep':
      return carried === null || carried.span === null ? null : attached(note, carried.span, newest, now)
    case 'reattach':
      return note.scope === 'briefing' ? null : attached(note, decision.span, newest, now)
    case 'leave':
      return carried === null ? null : { ...note, carried: leftBehind(carried), placed: now }
    case 'reopen':
      return reopened(note, newest, carry, now)
    default:
      return assertNever(decision)
  }
}

/** The settlement that a decision starts from: for `reopen` of words attached to the newest version, the one before. */
export function basisOf({ settled, history, carried }: StoredNote, { how }: Decision, newest: number): Settled {
  return how === 'reopen' && carried === null && settled.version === newest ? (history.at(-1) ?? settled) : settled
}

function leftBehind(carried: Carried): Carried {
  return { ...carried, state: 'gone', span: null, candidates: [], left: true }
}

/** A note that a person put on words of the newest version: how far from its former words is told by the words alone. */
function attached(note: StoredNote, span: Span, newest: PlacedText, now: string): StoredNote {
  const state = note.carried?.state === 'reworded' || !isSameWords(note, span, newest) ? 'reworded' : 'moved'
  const settled = settledAt(newest, span, state, now)
  // Corrected within the same version, it keeps what it had before that version.
  return note.settled.version === newest.number
    ? { ...note, settled, carried: null, placed: now }
    : settledOn(note, settled, now)
}

function isSameWords({ settled }: StoredNote, { start, end }: Span, { text }: PlacedText): boolean {
  return settled.selectors?.quote.exact === text.slice(start, end)
}

function reopened(note: StoredNote, newest: PlacedText, carry: CarryOver, now: string): StoredNote | null {
  const { carried, history, settled } = note
  if (carried?.left === true) return { ...landedAnew({ ...note, carried: null }, newest, carry), placed: now }
  const before = history.at(-1)
  if (carried !== null || before === undefined || settled.version !== newest.number) return null
  return { ...landedAnew({ ...note, settled: before, history: history.slice(0, -1) }, newest, carry), placed: now }
}

function landedAnew(note: StoredNote, newest: PlacedText, carry: CarryOver): StoredNote {
  const { selectors } = note.settled
  return selectors === null ? note : landed(note, newest, carry(selectors, note.scope))
}

function settledAt(newest: PlacedText, span: Span, state: Settled['state'], settled: string): Settled {
  return { version: newest.number, selectors: describe(newest.text, span, newest.paragraphs), state, settled }
}

function settledOn(
  note: StoredNote,
  settled: Settled,
  placed: string,
  history: readonly Settled[] = [...note.history, note.settled],
): StoredNote {
  return { ...note, settled, carried: null, history, placed }
}
