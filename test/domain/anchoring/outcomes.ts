// What became of notes on made-up prose, by the words' identities, held against what the carry-over says.
import type { CarryOver, Landing } from '../../../domain/anchoring/carry-over.ts'
import { carryOver } from '../../../domain/anchoring/carry-over.ts'
import { describe } from '../../../domain/anchoring/describe.ts'
import type { Span } from '../../../domain/span.ts'
import { type Paragraph, paragraphsOf } from '../../../domain/text/paragraphs.ts'
import type { Printed, Prose, Random, Word } from './prose.ts'
import type { Revised } from './revisions.ts'

/** What is known: the words stand together as before (where), some are changed or parted (where what is left stands), hardly any or none is left. */
export type Truth =
  | { readonly what: 'unchanged'; readonly span: Span }
  | { readonly what: 'reworded'; readonly span: Span }
  | { readonly what: 'remnant'; readonly span: Span }
  | { readonly what: 'removed' }

export type Outcome = {
  readonly truth: Truth
  readonly landing: Landing
  readonly quote: string
  readonly words: number
}

const noHead = { title: null, dateline: { place: null, date: null, source: null, span: null } }

/** Paragraphs of a text without a headline. */
export function paragraphsIn(text: string): readonly Paragraph[] {
  return paragraphsOf(text, noHead)
}

/** Notes of one to `longest` words at random places; every tenth on a whole sentence. */
export function notesOn(prose: Prose, count: number, longest: number, random: Random): readonly (readonly Word[])[] {
  const all = prose.flat(2)
  return Array.from({ length: count }, () => {
    if (random.chance(0.1)) return random.pick(prose.flat())
    const start = random.below(all.length)
    return withSpokenEnds(all.slice(start, start + 1 + random.below(longest)))
  }).filter((words) => words.length > 0)
}

function withSpokenEnds(words: readonly Word[]): readonly Word[] {
  const isSpoken = ({ printed }: Word) => /[\p{L}\p{N}]/u.test(printed)
  const first = words.findIndex(isSpoken)
  return first === -1 ? [] : words.slice(first, words.findLastIndex(isSpoken) + 1)
}

/** What became of the words of a note. `order` has the revised words' places in the row of all of them. */
export function truthOf(
  words: readonly Word[],
  revised: Revised,
  after: Printed,
  order: ReadonlyMap<number, number>,
): Truth {
  const places = words.flatMap(({ id }) => after.places.get(id) ?? [])
  if (places.length === 0) return { what: 'removed' }
  const span = {
    start: places.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY),
    end: places.reduce((most, { end }) => Math.max(most, end), 0),
  }
  const first = order.get(words[0]?.id ?? 0) ?? 0
  const isUnchanged = words.every(({ id }, index) => !revised.replaced.has(id) && order.get(id) === first + index)
  if (isUnchanged) return { what: 'unchanged', span }
  const length = (some: readonly Word[]) => some.reduce((sum, { printed }) => sum + printed.length, 0)
  const left = words.filter(({ id }) => after.places.has(id))
  return { what: length(left) * 4 < length(words) ? 'remnant' : 'reworded', span }
}

/** The outcomes of notes on one revision. */
export function outcomesOf(
  before: Printed,
  notes: readonly (readonly Word[])[],
  revised: Revised,
  after: Printed,
): readonly Outcome[] {
  const [earlier, later] = [before, after].map(({ text }) => ({ text, paragraphs: paragraphsIn(text) }))
  if (earlier === undefined || later === undefined) return []
  const carry: CarryOver = carryOver(earlier, later)
  const order = new Map(revised.prose.flat(2).map(({ id }, index) => [id, index]))
  return notes.map((words) => {
    const span = {
      start: before.places.get(words[0]?.id ?? 0)?.start ?? 0,
      end: before.places.get(words.at(-1)?.id ?? 0)?.end ?? 0,
    }
    return {
      truth: truthOf(words, revised, after, order),
      landing: carry(describe(earlier.text, span, earlier.paragraphs), 'words'),
      quote: earlier.text.slice(span.start, span.end),
      words: words.length,
    }
  })
}
