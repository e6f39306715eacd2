// Counts of outcomes over many made-up revisions, and the ones that went wrong for a person to look at.

import { notesOn, type Outcome, outcomesOf, type Truth } from './outcomes.ts'
import { type LanguageName, printed, proseOf, randomFrom } from './prose.ts'
import { type Rates, revise } from './revisions.ts'

export type Tally = Record<Truth['what'], Record<string, number>>

/** Runs `rounds` revisions of texts in one language, with 40 notes each, and tells each outcome. */
export function outcomesOver(
  name: LanguageName,
  rates: Rates,
  rounds: number,
  seed: number,
  longest = 14,
): readonly (Outcome & { readonly seed: number })[] {
  return Array.from({ length: rounds }, (_, round) => seed * 1000 + round).flatMap((each) => {
    const random = randomFrom(each)
    const prose = proseOf(name, 8 + random.below(14), random)
    const before = printed(prose)
    const notes = notesOn(prose, 40, longest, random)
    const revised = revise(prose, name, rates, random)
    const margin = 60 + random.below(30)
    const after = printed(revised.prose, (_count, column, word) =>
      rates.marks && column + word.length > margin ? '\n' : ' ',
    )
    return outcomesOf(before, notes, revised, after).map((outcome) => ({ ...outcome, seed: each }))
  })
}

/** In one word what an outcome was: for unchanged words `exact`, `listed`, `WRONG` or `lost`; else `LIE` or the state. */
export function verdict({ truth, landing }: Outcome): string {
  const { state, span, candidates } = landing
  const isSure = state === 'same' || state === 'moved'
  if (truth.what === 'unchanged') {
    const isThere = (place: { start: number; end: number } | null) =>
      place !== null && place.start === truth.span.start && place.end === truth.span.end
    if (isSure) return isThere(span) ? 'exact' : 'WRONG'
    return candidates.some(isThere) ? 'listed' : `lost-${state}`
  }
  if (isSure && truth.what === 'alike') return span?.start === truth.span.start ? state : 'LIE'
  if (isSure) return 'LIE'
  if (truth.what === 'removed' || span === null) return state
  return span.start < truth.span.end && span.end > truth.span.start ? state : `${state}-elsewhere`
}

export function tallyOf(outcomes: readonly Outcome[]): Tally {
  const tally: Tally = { unchanged: {}, reworded: {}, alike: {}, remnant: {}, removed: {} }
  for (const outcome of outcomes) {
    const counts = tally[outcome.truth.what]
    const word = verdict(outcome)
    counts[word] = (counts[word] ?? 0) + 1
  }
  return tally
}

/** The share of some verdicts among all of a fate; 1 when there are none at all, 0 for WRONG. */
export function share(counts: Readonly<Record<string, number>>, verdicts: readonly string[]): number {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const these = verdicts.reduce((sum, verdict) => sum + (counts[verdict] ?? 0), 0)
  return all === 0 ? Number(!verdicts.includes('WRONG')) : these / all
}

/** For a failing test: what there was. */
export function printedTally(tally: Tally): string {
  return Object.entries(tally)
    .map(
      ([fate, counts]) =>
        `${fate}: ${Object.entries(counts)
          .map(([verdict, count]) => `${count} ${verdict}`)
          .join(', ')}`,
    )
    .join('; ')
}
