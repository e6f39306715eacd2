// A line of the summary card: the text's own words, shortened only by leaving words out at the beginning and at the end.
import { endings, openings } from './data/short-words.ts'
import type { OffsetPair } from './reading.ts'

/** Shortest line worth cutting to, in UTF-16 units, and how much must be left of it. */
const shortest = 24
const mostCut = 0.85

/**
 * The part of a span that says what happened, without the words around it and the full stop. In: normalised text, span in UTF-16
 * offsets, BCP 47 language. Out: a span within it, never empty; languages without data lose only the full stop.
 */
export function shortened(text: string, [start, end]: OffsetPair, language: string): OffsetPair {
  const words = text.slice(start, end)
  const from = openings[language]?.exec(words)?.[0].length ?? 0
  const rest = words.slice(from)
  const to = endings[language]?.exec(rest)?.index ?? rest.length
  const line = rest.slice(0, to).replace(/[.;:,\s]+$/u, '')
  const cut = isWorth(line, words) ? [start + from, start + from + line.length] : [start, start + withoutStop(words)]
  const [first = start, last = end] = cut
  return first < last ? [first, last] : [start, end]
}

function isWorth(line: string, words: string): boolean {
  return line.length >= shortest && line.length >= words.length * (1 - mostCut)
}

function withoutStop(words: string): number {
  return words.replace(/[.;:,\s]+$/u, '').length
}
