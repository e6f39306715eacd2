// How fast 200 notes are carried over a revision of a text of 44 KB, held against looking for each note by itself: its words exactly,
// and where they are not, by approximate matching over the whole text with up to half of the letters wrong, as annotation tools for
// the web do. Both get the same notes: of each hundred 60 on words that stay, 20 reworded, 10 in sentences that moved, 10 removed.
// Times are this thread's own processor time.
import approximately from 'approx-string-match'
import { carryOver } from '../../domain/anchoring/carry-over.ts'
import { describe } from '../../domain/anchoring/describe.ts'
import type { NoteState, Selectors } from '../../domain/notes/note.ts'
import { notesOn, paragraphsIn, rowOf, spanOf, truthOf } from '../domain/anchoring/outcomes.ts'
import { type Printed, printed, proseOf, type Random, randomFrom, type Word } from '../domain/anchoring/prose.ts'
import { noChange, type Revised, revise } from '../domain/anchoring/revisions.ts'
import { type Spread, spreadOf } from './statistics.ts'

const textLength = 44_000
const shares = { unchanged: 120, reworded: 40, moved: 20, removed: 20 } as const
const rates = {
  ...noChange,
  replaced: 0.03,
  inserted: 0.01,
  deleted: 0.01,
  sentencesDeleted: 0.08,
  sentencesInserted: 0.08,
  sentencesMoved: 0.08,
  paragraphsSplit: 0.05,
  paragraphsMerged: 0.05,
}
const rounds = 9
const mostErrors = 256

export type CarriedOver = {
  /** Milliseconds for all notes, the comparison of the texts included. */
  readonly ours: Spread
  readonly noteByNote: Spread
  /** The same without weighing contexts: it then takes the first of several places. */
  readonly searchAlone: Spread
  /** How many of our notes landed in each state. */
  readonly states: Readonly<Record<NoteState, number>>
}

/** Measures both in this thread, one after the other in every round. */
export function measureCarryOver(): CarriedOver {
  const { before, after, notes } = revisedText()
  const states = { same: 0, moved: 0, reworded: 0, ambiguous: 0, gone: 0 }
  for (const { state } of carried(before, after, notes)) states[state] += 1
  const times = Array.from({ length: rounds }, () => ({
    ours: worked(() => carried(before, after, notes)),
    noteByNote: worked(() => notes.map((note) => likeliest(after.text, note))),
    searchAlone: worked(() => notes.map((note) => found(after.text, note, false))),
  }))
  return {
    ours: spreadOf(times.map(({ ours }) => ours)),
    noteByNote: spreadOf(times.map(({ noteByNote }) => noteByNote)),
    searchAlone: spreadOf(times.map(({ searchAlone }) => searchAlone)),
    states,
  }
}

type Version = { readonly text: string; readonly paragraphs: ReturnType<typeof paragraphsIn> }

function carried(before: Version, after: Version, notes: readonly Selectors[]) {
  const carry = carryOver(before, after)
  return notes.map((note) => carry(note, 'words'))
}

/** The peer: where one quote is, whatever became of the rest of the text; of several places the one in the likest context. */
function likeliest(text: string, note: Selectors): number | undefined {
  const { quote, position } = note
  return found(text, note, true)
    .map(({ start, end, errors }) => ({
      start,
      score:
        50 * (1 - errors / quote.exact.length) +
        20 * likeness(text.slice(Math.max(0, start - quote.prefix.length), start), quote.prefix) +
        20 * likeness(text.slice(end, end + quote.suffix.length), quote.suffix) +
        2 * (1 - Math.abs(start - position.start) / text.length),
    }))
    .toSorted((a, b) => b.score - a.score)[0]?.start
}

/** All exact places of a quote (the first one only, if not `all`), else all approximate ones. */
function found(text: string, { quote: { exact } }: Selectors, all: boolean) {
  const places: { start: number; end: number; errors: number }[] = []
  for (let start = text.indexOf(exact); start !== -1; start = all ? text.indexOf(exact, start + 1) : -1)
    places.push({ start, end: start + exact.length, errors: 0 })
  return places.length > 0 ? places : approximately(text, exact, Math.min(mostErrors, Math.floor(exact.length / 2)))
}

function likeness(there: string, context: string): number {
  if (context === '' || there === '') return 0
  const errors = approximately(there, context, context.length)[0]?.errors ?? context.length
  return 1 - errors / context.length
}

function revisedText() {
  const random = randomFrom(4)
  let prose = proseOf('english', 100, random)
  while (printed(prose).text.length < textLength) prose = [...prose, ...proseOf('english', 1, random)]
  const [earlier, revised] = [printed(prose), revise(prose, 'english', rates, random)]
  const later = printed(revised.prose)
  const before = { text: earlier.text, paragraphs: paragraphsIn(earlier.text) }
  const notes = chosen(notesOn(prose, 6_000, 20, random), revised, later, random).map((words) =>
    describe(earlier.text, spanOf(words, earlier), before.paragraphs),
  )
  return { before, after: { text: later.text, paragraphs: paragraphsIn(later.text) }, notes }
}

/** So many notes of each fate, in no order. */
function chosen(all: readonly (readonly Word[])[], revised: Revised, later: Printed, random: Random) {
  const row = rowOf(revised.prose)
  const fates = all.map((words) => {
    const { what } = truthOf(words, revised, later, row)
    return what === 'unchanged' && words.some(({ id }) => revised.moved.has(id)) ? 'moved' : what
  })
  return Object.entries(shares)
    .flatMap(([fate, count]) => all.filter((_, index) => fates[index] === fate).slice(0, count))
    .map((words) => ({ words, rank: random.below(2 ** 30) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ words }) => words)
}

/** Milliseconds of this thread's processor time that some work takes. */
function worked(work: () => unknown): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}
