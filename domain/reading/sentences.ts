// Sentences of a text's paragraphs. Intl.Segmenter breaks them; what it breaks after an abbreviation, an initial or inside one
// quotation is put together again.
import type { Paragraph } from '../text/paragraphs.ts'
import { findDate } from './dates.ts'

export type Sentence = {
  /** UTF-16 offsets of its words, without white space around them. */
  readonly start: number
  readonly end: number
  /** Index of its paragraph. */
  readonly paragraph: number
  readonly role: Paragraph['role']
}

/** Longest sentence, in UTF-16 units: a text may be one line without an end, and no step may look at all of it at once. */
const longestPiece = 4_000

/**
 * The sentences of a text in order. In: its paragraphs, its language (BCP 47), and whether a word (folded, without its full stop)
 * is an abbreviation.
 */
export function sentencesOf(
  text: string,
  paragraphs: readonly Paragraph[],
  segmenter: Intl.Segmenter,
  isAbbreviation: (word: string) => boolean,
): readonly Sentence[] {
  return paragraphs.flatMap(({ start, end, role }, paragraph) =>
    joined(text, piecesOf(text, start, end, segmenter), isAbbreviation).map(([from, to]) => ({
      start: from,
      end: to,
      paragraph,
      role,
    })),
  )
}

type Pair = readonly [start: number, end: number]

function piecesOf(text: string, start: number, end: number, segmenter: Intl.Segmenter): readonly Pair[] {
  const pieces: Pair[] = []
  for (let from = start; from < end; from += longestPiece) {
    const to = Math.min(end, from + longestPiece)
    for (const { segment, index } of segmenter.segment(text.slice(from, to))) {
      pieces.push(...atDates(segment).map(([a, b]): Pair => [from + index + a, from + index + b]))
    }
  }
  return pieces
}

/** A full stop, and a number before a word in small letters: "… қойылды. 26 қыркүйекте …". */
const beforeNumber = /(?<=\p{Ll}{3}[.»”])\s+(?=\d{1,4}\s\p{Ll})/gu

/** The segmenter goes on before a number with small letters behind it; where that is a date, a sentence begins. */
function atDates(segment: string): readonly Pair[] {
  const pieces: Pair[] = []
  let from = 0
  for (const { index } of segment.matchAll(beforeNumber)) {
    if (findDate(segment.slice(index, index + 40).trimStart())?.start !== 0) continue
    pieces.push([from, index])
    from = index
  }
  return [...pieces, [from, segment.length] as const].flatMap(([start, end]): readonly Pair[] => {
    const words = segment.slice(start, end)
    const trimmed = words.trim()
    const first = start + words.indexOf(trimmed[0] ?? '')
    return trimmed === '' ? [] : [[first, first + trimmed.length]]
  })
}

function joined(text: string, pieces: readonly Pair[], isAbbreviation: (word: string) => boolean): readonly Pair[] {
  const sentences: Pair[] = []
  for (const piece of pieces) {
    const last = sentences.at(-1)
    if (last !== undefined && last[1] - last[0] < longestPiece && goesOn(text, last, piece, isAbbreviation))
      sentences[sentences.length - 1] = [last[0], piece[1]]
    else sentences.push(piece)
  }
  return sentences
}

function goesOn(text: string, last: Pair, next: Pair, isAbbreviation: (word: string) => boolean): boolean {
  const end = text.slice(Math.max(last[0], last[1] - 24), last[1])
  if (/^\p{Ll}/u.test(text.slice(next[0], next[0] + 2))) return true
  const word = /([\p{L}\p{M}][\p{L}\p{M}.-]*)\.$/u.exec(end)?.[1]
  if (word === undefined) return !/[.!?…。！？؟:;]["'”’»)\]]*$/u.test(end) && next[0] - last[1] <= 1
  return /^\p{Lu}$/u.test(word) || isAbbreviation(word)
}
