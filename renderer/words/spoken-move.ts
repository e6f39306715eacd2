// What a move of the caret says to who can't see it: what it reached, what is selected, and the notes it came into or left. One message
// for one move, however much happened.
import type { Note } from '../../domain/notes/note.ts'
import type { Span } from '../../domain/span.ts'
import type { Paragraph } from '../../domain/text/paragraphs.ts'
import { type Motion, wordCount } from '../keyboard/caret.ts'
import { tidySpan } from '../painting/offsets.ts'
import type { Words } from './intl.tsx'

/** The text that is read: its paragraphs in order, and the notes on it in reading order. */
export type Read = {
  readonly text: string
  readonly paragraphs: readonly Pick<Paragraph, 'start' | 'end' | 'number'>[]
  readonly notes: readonly Note[]
}

/** A move of the caret, in UTF-16 offsets. */
export type Moved = {
  readonly motion: Motion | 'line'
  /** What it reached, and where the caret was before, as it was said then; null when it was nowhere in the text. */
  readonly reached: Span
  readonly before: Span | null
  /** Where the caret was and is. */
  readonly from: number
  readonly to: number
  /** Where the selection begins that the move changed; null when it selected nothing. */
  readonly anchor: number | null
}

/** Longest words that are said whole, in UTF-16 units, and how many notes are told one by one. */
const longestSaid = 600
const mostNotes = 3
/** How many of a note's own words are said. */
const firstWords = 8

/** The message for a move; empty when there is nothing to say. */
export function spokenMove(words: Words, read: Read, moved: Moved): string {
  const { anchor } = moved
  const reached = anchor === null ? spokenPlace(words, read, moved) : spokenSelection(words, read, moved, anchor)
  return together(words, [reached, ...spokenNotes(words, read, moved)])
}

/** A note as the caret meets it: its kind, which of how many, what it is on where that is no words, and its first words. */
export function spokenNote(words: Words, notes: readonly Note[], note: Note): string {
  const text = shortened(note.text.replace(/[#*_>`]/g, '').trim(), firstWords)
  return words(text === '' ? 'window.spoken.note' : 'window.spoken.note-with-words', {
    kind: words(`note-kind.${note.kind}`),
    scope: note.scope,
    place: notes.findIndex(({ noteId }) => noteId === note.noteId) + 1,
    count: notes.length,
    text,
  })
}

/** The notes whose words hold a part of a span, shortest first; a place without length is in what begins there or goes over it. */
export function notesIn(notes: readonly Note[], span: Span): readonly Note[] {
  const lengthOf = (note: Note) => (note.end ?? 0) - (note.start ?? 0)
  const end = Math.max(span.end, span.start + 1)
  return notes
    .filter((note) => note.start !== null && note.end !== null && note.start < end && note.end > span.start)
    .toSorted((one, other) => lengthOf(one) - lengthOf(other))
}

/** Messages one after the other; empty ones are left out. */
export function together(words: Words, messages: readonly string[]): string {
  return messages
    .filter((message) => message !== '')
    .reduce((first, second) => {
      if (first === '') return second
      return words(endsSentence.test(first) ? 'window.spoken.then-sentence' : 'window.spoken.then', { first, second })
    }, '')
}

const endsSentence = /[.!?…。！？؟]["'”’»)\]]*$/u

/** The beginning of a text, at most so many words of it. */
export function shortened(text: string, most: number): string {
  const parts = text.split(/\s+/)
  return parts.length <= most ? parts.join(' ') : `${parts.slice(0, most).join(' ')} …`
}

function spokenPlace(words: Words, read: Read, { motion, reached, before }: Moved): string {
  const number = numberAt(read, reached.start)
  const changed = number !== null && (before === null || numberAt(read, before.start) !== number)
  const said = motion === 'character' ? spokenLetter(words, read, reached) : spokenWords(words, read, reached)
  return changed || (number !== null && motion === 'paragraph')
    ? words('window.spoken.paragraph', { number, text: said })
    : said
}

function spokenLetter(words: Words, { text }: Read, reached: Span): string {
  if (reached.start === reached.end) return words('window.spoken.end')
  const letter = text.slice(reached.start, reached.end)
  return letter.trim() === '' ? words('window.spoken.space') : letter
}

function spokenWords(words: Words, { text }: Read, { start, end }: Span): string {
  if (start === end) return words('window.spoken.end')
  const said = text
    .slice(start, Math.min(end, start + longestSaid))
    .replace(/\s+/g, ' ')
    .trim()
  return end - start > longestSaid ? `${said} …` : said
}

function spokenSelection(words: Words, read: Read, { from, to }: Moved, anchor: number): string {
  const changed = tidySpan(read.text, { start: Math.min(from, to), end: Math.max(from, to) })
  const selected = tidySpan(read.text, { start: Math.min(anchor, to), end: Math.max(anchor, to) })
  const count = selected === null ? 0 : wordCount(read.text, selected)
  const grew = Math.abs(to - anchor) > Math.abs(from - anchor)
  return words(grew ? 'window.spoken.selected' : 'window.spoken.unselected', {
    text: changed === null ? '' : spokenWords(words, read, changed),
    count,
  })
}

function spokenNotes(words: Words, { notes }: Read, { reached, before }: Moved): readonly string[] {
  const here = notesIn(notes, reached)
  const there = before === null ? [] : notesIn(notes, before)
  const entered = here.filter((note) => !there.includes(note))
  const left = there.filter((note) => !here.includes(note))
  const more = entered.length - mostNotes
  return [
    ...(left.length === 0 ? [] : [spokenEnd(words, left)]),
    ...entered.slice(0, mostNotes).map((note) => spokenNote(words, notes, note)),
    ...(more > 0 ? [words('window.spoken.more-notes', { count: more })] : []),
  ]
}

function spokenEnd(words: Words, left: readonly Note[]): string {
  const [only, ...others] = left
  return only === undefined || others.length > 0
    ? words('window.spoken.end-of-notes', { count: left.length })
    : words('window.spoken.end-of-note', { kind: words(`note-kind.${only.kind}`) })
}

function numberAt({ paragraphs }: Read, offset: number): number | null {
  return paragraphs.findLast(({ start }) => start <= offset)?.number ?? null
}
