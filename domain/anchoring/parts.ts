// The paragraphs and sentences of a text as runs of its words: what words belong together, and move together.
import type { ParagraphedText } from './carry-over.ts'
import { at, firstAbove, type Run, type Words } from './words.ts'

/** Runs that follow each other and cover all words: `starts` has one more than there are parts, `of` gives each word's part. */
export type Parts = { readonly starts: Int32Array; readonly of: Int32Array }

/** A text ready to be compared. */
export type Parted = {
  readonly words: Words
  readonly paragraphs: Parts
  readonly sentences: Parts
}

/** Sentences have at least so many words, so that an abbreviation's stop ends none, and end after so many whatever they hold. */
const shortestSentence = 4
const longestSentence = 96

/** The words of a text, parted. Paragraphs begin where the given ones do. */
export function parted({ text, paragraphs }: ParagraphedText, words: Words): Parted {
  const count = words.starts.length
  const paragraphStarts = [0]
  for (const { start } of paragraphs) {
    const index = firstAbove(words.starts, start - 1)
    if (index > at(paragraphStarts, paragraphStarts.length - 1) && index < count) paragraphStarts.push(index)
  }
  return {
    words,
    paragraphs: partsFrom(paragraphStarts, count),
    sentences: partsFrom(sentenceStarts(text, words, paragraphStarts), count),
  }
}

/** The words of the parts that a run of words touches. */
export function widened({ starts, of }: Parts, { from, to }: Run): Run {
  return { from: at(starts, at(of, from)), to: at(starts, at(of, to - 1) + 1) }
}

function partsFrom(begins: readonly number[], count: number): Parts {
  const starts = Int32Array.from([...begins, count])
  const of = new Int32Array(count)
  for (let part = 0; part < begins.length; part++) of.fill(part, at(starts, part), at(starts, part + 1))
  return { starts, of }
}

function sentenceStarts(text: string, words: Words, paragraphStarts: readonly number[]): readonly number[] {
  const begins = new Set(paragraphStarts.filter((index) => !goesOn(text, words, index)))
  const found: number[] = []
  let start = 0
  for (let index = 0; index < words.starts.length; index++) {
    const length = index - start
    const isNew =
      begins.has(index) ||
      length >= longestSentence ||
      (length >= shortestSentence && isSentenceStart(text, words, index))
    if (isNew || index === 0) {
      found.push(index)
      start = index
    }
  }
  return found.length === 0 ? [0] : found
}

/** True for a line's first word that goes on with the sentence of the line before: lines are often taken for paragraphs. */
function goesOn(text: string, { starts, ends }: Words, index: number): boolean {
  const space = text.slice(at(ends, index - 1), at(starts, index))
  if (index === 0 || /\n\s*\n/u.test(space)) return false
  const mark = text[at(ends, index - 1) - 1] ?? ''
  return (
    !stop.test(mark) && !wideStop.test(mark) && !beginning.test(text.slice(at(starts, index), at(starts, index) + 8))
  )
}

/** How an item of a list or a sentence of its own begins. */
const beginning = /^(?:[\p{Lu}\p{Lt}\p{S}•–—-]|\p{N}{1,3}[.)])/u
const closing = /[\p{Pe}\p{Pf}"'’”»]/u
const stop = /[.!?…؟।۔]/u
const wideStop = /[。！？｡]/u

/** True for a word after a full stop and white space (an ideographic stop needs none), marks that close a quotation between. */
function isSentenceStart(text: string, { starts, ends }: Words, index: number): boolean {
  let before = index - 1
  while (before > 0 && closing.test(text[at(starts, before)] ?? '')) before--
  const mark = text[at(starts, before)] ?? ''
  if (wideStop.test(mark)) return !closing.test(text[at(starts, index)] ?? '')
  return stop.test(mark) && at(ends, index - 1) < at(starts, index) && !closing.test(text[at(starts, index)] ?? '')
}
