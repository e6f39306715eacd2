// Where the caret goes in a text that is read, not edited: by character, word, sentence and paragraph, in
// offsets alone.
import { assertNever } from '../../domain/assert-never.ts'
import type { Span } from '../../domain/span.ts'
import { type Block, blockAt, isGraphemeEdge } from '../painting/offsets.ts'
import { sentencesIn } from './sentences.ts'

export type Motion = 'character' | 'word' | 'sentence' | 'paragraph' | 'text'

export type CaretMove = { readonly motion: Motion; readonly step: 1 | -1; readonly extend: boolean }

/**
 * The move a key asks for, or null (line moves need the drawn text and are the view's). `rightToLeft` turns the arrows
 * round, as they go by sight.
 */
export function caretMoveOf(
  press: { readonly key: string; readonly ctrlKey: boolean; readonly altKey: boolean; readonly shiftKey: boolean },
  rightToLeft: boolean,
): CaretMove | null {
  const extend = press.shiftKey
  const forward = rightToLeft ? 'ArrowLeft' : 'ArrowRight'
  const sideways = press.key === 'ArrowLeft' || press.key === 'ArrowRight'
  if (press.altKey && (press.ctrlKey || !sideways)) return null
  const across = press.altKey ? 'sentence' : press.ctrlKey ? 'word' : 'character'
  if (sideways) return { motion: across, step: press.key === forward ? 1 : -1, extend }
  if (!press.ctrlKey) return null
  if (press.key === 'ArrowDown' || press.key === 'ArrowUp') {
    return { motion: 'paragraph', step: press.key === 'ArrowDown' ? 1 : -1, extend }
  }
  if (press.key === 'Home' || press.key === 'End') return { motion: 'text', step: press.key === 'End' ? 1 : -1, extend }
  return null
}

/**
 * The UTF-16 offset a move leads to. In: the text, its drawn blocks in order, the offset it starts from. The result lies
 * in a block or at its end, never inside a grapheme.
 */
export function movedCaret(text: string, blocks: readonly Block[], offset: number, move: CaretMove): number {
  const at = blockAt(blocks, offset)
  const block = blocks[at]
  if (block === undefined) return offset
  switch (move.motion) {
    case 'character':
      return move.step === 1 ? nextEdge(text, blocks, at, offset) : previousEdge(text, blocks, at, offset)
    case 'word':
      return move.step === 1 ? nextWord(text, blocks, at, offset) : previousWord(text, blocks, at, offset)
    case 'sentence':
      return move.step === 1
        ? nextSentence(text, blocks, at, offset, move.extend)
        : previousSentence(text, blocks, at, offset)
    case 'paragraph':
      if (move.step === 1) return blocks[at + 1]?.start ?? block.end
      return offset > block.start ? block.start : (blocks[at - 1]?.start ?? block.start)
    case 'text':
      return move.step === 1 ? (blocks.at(-1)?.end ?? offset) : (blocks[0]?.start ?? offset)
    default:
      return assertNever(move.motion)
  }
}

function nextEdge(text: string, blocks: readonly Block[], at: number, offset: number): number {
  const end = blocks[at]?.end ?? offset
  if (offset >= end) return blocks[at + 1]?.start ?? end
  let edge = offset + 1
  while (edge < end && !isGraphemeEdge(text, edge)) edge += 1
  return edge
}

function previousEdge(text: string, blocks: readonly Block[], at: number, offset: number): number {
  const start = blocks[at]?.start ?? offset
  if (offset <= start) return blocks[at - 1]?.end ?? start
  let edge = offset - 1
  while (edge > start && !isGraphemeEdge(text, edge)) edge -= 1
  return edge
}

/** To the end of the word here or ahead, in the next block when this one has no more. */
function nextWord(text: string, blocks: readonly Block[], at: number, offset: number): number {
  const block = blocks[at]
  if (block === undefined) return offset
  const ends = wordsOf(text, block).map(([, end]) => end)
  const end = ends.find((candidate) => candidate > offset)
  if (end !== undefined) return end
  const next = blocks[at + 1]
  if (next === undefined) return block.end
  return wordsOf(text, next)[0]?.[1] ?? next.end
}

/** To the start of the word here or behind, in the block before when this one has no more. */
function previousWord(text: string, blocks: readonly Block[], at: number, offset: number): number {
  const block = blocks[at]
  if (block === undefined) return offset
  const start = wordsOf(text, block).findLast(([candidate]) => candidate < offset)?.[0]
  if (start !== undefined) return start
  const before = blocks[at - 1]
  if (before === undefined) return block.start
  return wordsOf(text, before).at(-1)?.[0] ?? before.start
}

/** To the start of the next sentence; while words are being selected, to the end of this one, so that it is selected alone. */
function nextSentence(text: string, blocks: readonly Block[], at: number, offset: number, extend: boolean): number {
  const block = blocks[at]
  if (block === undefined) return offset
  const edge = extend ? 'end' : 'start'
  const here = sentencesIn(text, block).find((sentence) => sentence[edge] > offset)
  if (here !== undefined) return here[edge]
  const next = blocks[at + 1]
  if (next === undefined) return block.end
  return sentencesIn(text, next)[0]?.[edge] ?? next.start
}

/** To the start of the sentence here or behind. */
function previousSentence(text: string, blocks: readonly Block[], at: number, offset: number): number {
  const block = blocks[at]
  if (block === undefined) return offset
  const here = sentencesIn(text, block).findLast(({ start }) => start < offset)
  if (here !== undefined) return here.start
  const before = blocks[at - 1]
  if (before === undefined) return block.start
  return sentencesIn(text, before).at(-1)?.start ?? before.start
}

/**
 * What a move has reached, as it is said: the letter behind the caret, the word or sentence it went over or stands at, the paragraph.
 * Empty at a paragraph's end. In: the offset after the move.
 */
export function reachedBy(text: string, blocks: readonly Block[], offset: number, { motion, step }: CaretMove): Span {
  const at = blockAt(blocks, offset)
  const block = blocks[at] ?? { start: offset, end: offset }
  const nothing = { start: offset, end: offset }
  switch (motion) {
    case 'character':
      return offset >= block.end ? nothing : { start: offset, end: nextEdge(text, blocks, at, offset) }
    case 'word': {
      const word = wordsOf(text, block).find(([start, end]) => (step === 1 ? end === offset : start === offset))
      return word === undefined ? nothing : { start: word[0], end: word[1] }
    }
    case 'sentence':
    case 'text':
      return sentenceAt(text, block, offset) ?? nothing
    case 'paragraph':
      return offset >= block.end ? nothing : block
    default:
      return assertNever(motion)
  }
}

/** The sentence an offset lies in or ends; null where there is none. */
export function sentenceAt(text: string, block: Block, offset: number): Span | null {
  return sentencesIn(text, block).findLast(({ start }) => start <= offset) ?? null
}

/** How many words a span holds. */
export function wordCount(text: string, span: Span): number {
  return wordsOf(text, span).length
}

function wordsOf(text: string, block: Block): readonly (readonly [start: number, end: number])[] {
  const segments = new Intl.Segmenter('und', { granularity: 'word' }).segment(text.slice(block.start, block.end))
  return [...segments]
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ index, segment }) => [block.start + index, block.start + index + segment.length])
}
