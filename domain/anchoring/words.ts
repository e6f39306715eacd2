// A text as the words that it is compared by. Two texts hold the same words when these are the same, one by one: white space never
// is a word, and quotation marks and dashes are all alike (CLI.md, states of a note). Case and every other mark count.

/** Where each word stands (UTF-16 offsets), and its number: equal numbers are equal words. */
export type Words = {
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly numbers: Int32Array
  /** 1 where the word has letters or digits, 0 for a mark alone. */
  readonly spoken: Uint8Array
}

/** Numbers for words as printed, and which of them are spoken. Texts that are compared share one. */
export type WordNumbers = { readonly byWord: Map<string, number>; readonly spoken: number[] }

export function newWordNumbers(): WordNumbers {
  return { byWord: new Map(), spoken: [] }
}

// Scripts without spaces between words are compared letter by letter. A character keeps its combining marks, a picture its parts.
const unspaced = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]\p{M}*`
const letters = String.raw`[[\p{L}\p{N}\p{M}_\u00AD\u200C\u200D]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]]+`
const figures = String.raw`(?:(?<=\p{Nd})[.,](?=\p{Nd})${letters})*`
const picture = String.raw`\p{RI}{2}|\p{ExtPict}(?:\p{EMod}|\uFE0F|\u20E3|[\u{E0020}-\u{E007F}]|\u200D\p{ExtPict})*`
const dashes = String.raw`[\p{Pd}−]+`
const unseen = String.raw`\s\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF`
const word = new RegExp(`${unspaced}|${letters}${figures}|${dashes}|${picture}|[^${unseen}]\\p{M}*`, 'gv')
const spokenWord = /[\p{L}\p{N}]/u
const dash = /^[\p{Pd}−]/u
const quotationMarks = new Set('"“”„‟«»‹›\'’‘‚‛ʼʻ`´')

/** The words of a text in order. `known` gets numbers for new ones. */
export function wordsOf(text: string, known: WordNumbers): Words {
  const starts: number[] = []
  const ends: number[] = []
  const numbers: number[] = []
  for (const { index, 0: printed } of text.matchAll(word)) {
    starts.push(index)
    ends.push(index + printed.length)
    numbers.push(numberOf(printed, known))
  }
  return {
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    numbers: Int32Array.from(numbers),
    spoken: Uint8Array.from(numbers, (number) => known.spoken[number] ?? 0),
  }
}

/** True when two pieces of text hold the same words. */
export function isSameWords(one: string, other: string): boolean {
  const known = newWordNumbers()
  const [first, second] = [wordsOf(one, known).numbers, wordsOf(other, known).numbers]
  return first.length === second.length && first.every((number, index) => number === second[index])
}

function folded(printed: string): string {
  if (quotationMarks.has(printed)) return "'"
  if (dash.test(printed)) return '-'
  return printed.includes('\u00AD') ? printed.replaceAll('\u00AD', '') : printed
}

function numberOf(printed: string, { byWord, spoken }: WordNumbers): number {
  const known = byWord.get(printed)
  if (known !== undefined) return known
  const plain = folded(printed)
  const number = byWord.get(plain) ?? spoken.push(spokenWord.test(plain) ? 1 : 0) - 1
  byWord.set(plain, number)
  byWord.set(printed, number)
  return number
}

/** A value that is there: lists here are walked within their bounds. -1 outside. */
export function at(list: Int32Array | Uint8Array | readonly number[], index: number): number {
  return list[index] ?? -1
}

/** Index of the first of the ascending values that is above `limit`; the list's length when none is. */
export function firstAbove(ascending: Int32Array | readonly number[], limit: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (at(ascending, middle) > limit) high = middle
    else low = middle + 1
  }
  return low
}

/** A run of words: indexes of its first word and past its last. */
export type Run = { readonly from: number; readonly to: number }

/** The words that a span of UTF-16 offsets touches; empty when there is only white space in it. */
export function wordsWithin({ starts, ends }: Words, span: { readonly start: number; readonly end: number }): Run {
  const from = firstAbove(ends, span.start)
  return { from, to: Math.max(from, firstAbove(starts, span.end - 1)) }
}
