// What became of notes on made-up prose, by the words' identities, held against what the carry-over says.
import type { CarryOver, Landing } from '../../../domain/anchoring/carry-over.ts'
import { carryOver } from '../../../domain/anchoring/carry-over.ts'
import { describe } from '../../../domain/anchoring/describe.ts'
import type { Span } from '../../../domain/span.ts'
import { type Paragraph, paragraphsOf } from '../../../domain/text/paragraphs.ts'
import type { Printed, Prose, Random, Word } from './prose.ts'
import type { Revised } from './revisions.ts'

/**
 * What is known: the words stand together as before (where), some are changed or parted (where what is left
 * stands), some are changed but the same stand there (`alike`), hardly any or none is left. */
export type Truth =
  | { readonly what: 'unchanged'; readonly span: Span }
  | { readonly what: 'reworded'; readonly span: Span }
  | { readonly what: 'alike'; readonly span: Span }
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

/** All words of a prose in one row, and the place of each in it by its identity. */
export type Row = { readonly words: readonly Word[]; readonly places: ReadonlyMap<number, number> }

export function rowOf(prose: Prose): Row {
  const words = prose.flat(2)
  return { words, places: new Map(words.map(({ id }, index) => [id, index])) }
}

/** What became of the words of a note. `row` is the revised prose's. */
export function truthOf(words: readonly Word[], revised: Revised, after: Printed, row: Row): Truth {
  const left = words.filter(({ id }) => after.places.has(id))
  if (left.length === 0) return { what: 'removed' }
  const unbroken = unbrokenAt(words, left, row)
  if (unbroken !== null) {
    const isOwn = unbroken.every(({ id }, index) => id === words[index]?.id && !revised.replaced.has(id))
    return { what: isOwn ? 'unchanged' : 'alike', span: spanOf(unbroken, after) }
  }
  const length = (some: readonly Word[]) => some.reduce((sum, { printed }) => sum + printed.length, 0)
  return { what: length(left) * 4 < length(words) ? 'remnant' : 'reworded', span: spanOf(left, after) }
}

/**
 * Words that read the same, side by side, held by the first or the last of the note's that is left: which of two "the" was struck out
 * nobody can tell from the texts.
 */
function unbrokenAt(
  words: readonly Word[],
  left: readonly Word[],
  { words: all, places }: Row,
): readonly Word[] | null {
  for (const held of [left[0], left.at(-1)]) {
    if (held === undefined) continue
    const start = (places.get(held.id) ?? 0) - words.indexOf(held)
    const there = all.slice(Math.max(0, start), start + words.length)
    const isSame =
      there.length === words.length &&
      there.every(({ printed }, index) => isAlike(printed, words[index]?.printed ?? ''))
    if (isSame) return there
  }
  return null
}

function isAlike(one: string, other: string): boolean {
  return (
    one === other ||
    (/^\P{L}$/u.test(one) && /^\P{L}$/u.test(other) && /[“”«»"'’–‑-]/u.test(one) && /[“”«»"'’–‑-]/u.test(other))
  )
}

/** The UTF-16 offsets from the first to the last of some printed words. */
export function spanOf(words: readonly Word[], { places }: Printed): Span {
  const found = words.flatMap(({ id }) => places.get(id) ?? [])
  return {
    start: found.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY),
    end: found.reduce((most, { end }) => Math.max(most, end), 0),
  }
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
  const row = rowOf(revised.prose)
  return notes.map((words) => {
    const span = spanOf(words, before)
    return {
      truth: truthOf(words, revised, after, row),
      landing: carry(describe(earlier.text, span, earlier.paragraphs), 'words'),
      quote: earlier.text.slice(span.start, span.end),
      words: words.length,
    }
  })
}
