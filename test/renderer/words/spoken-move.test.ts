import { describe, expect, it } from 'vitest'
import type { Note } from '../../../domain/notes/note.ts'
import { createWords, type Words } from '../../../renderer/words/intl.tsx'
import { type Moved, notesIn, spokenMove } from '../../../renderer/words/spoken-move.ts'
import { note as sampleNote } from '../samples.ts'

const text = 'The two sides met. Horn would report by May.\n\nA second round follows.'
const second = { start: 46, end: text.length, number: 2 }
const paragraphs = [{ start: 0, end: 44, number: 1 }, second]
const catalogue = createWords('en')
const words: Words = (key, values) => catalogue.formatMessage({ id: key, defaultMessage: key }, values)
const at = (said: string) => ({ start: text.indexOf(said), end: text.indexOf(said) + said.length })
const on = (said: string, more: Partial<Note> = {}): Note =>
  sampleNote(said, at(said).start, at(said).end, { quote: said, ...more })
const moved = (more: Partial<Moved> & Pick<Moved, 'reached'>): Moved => ({
  motion: 'word',
  before: null,
  from: 0,
  to: more.reached.start,
  anchor: null,
  ...more,
})
const say = (move: Moved, notes: readonly Note[] = []) => spokenMove(words, { text, paragraphs, notes }, move)

describe('a move of the caret says what it reached', () => {
  it.each([
    ['the word', { reached: at('two'), before: at('The') }, 'two'],
    ['the letter', { motion: 'character', reached: at('w'), before: at('t') }, 'w'],
    ['a space by its name', { motion: 'character', reached: { start: 3, end: 4 }, before: at('e') }, 'space'],
    [
      'the end of a paragraph',
      { motion: 'character', reached: { start: 44, end: 44 }, before: at('.') },
      'end of paragraph',
    ],
    [
      'the sentence',
      { motion: 'sentence', reached: at('Horn would report by May.'), before: at('The') },
      'Horn would report by May.',
    ],
    [
      'the paragraph with its number',
      { motion: 'paragraph', reached: second, before: at('The') },
      'paragraph 2: A second round follows.',
    ],
    ['another paragraph than before', { reached: at('A'), before: at('May') }, 'paragraph 2: A'],
  ] as const)('%s', (_what, move, expected) => {
    expect(say(moved(move))).toBe(expected)
  })

  it('but not all of a page at once', () => {
    const long = 'word '.repeat(400)
    const reached = { start: 0, end: long.length }
    const read = { text: long, paragraphs: [{ ...reached, number: null }], notes: [] }
    expect(spokenMove(words, read, moved({ motion: 'paragraph', reached })).length).toBeLessThan(700)
  })
})

describe('selecting says the words and how many are selected', () => {
  it.each([
    ['more', { from: 0, to: 13, anchor: 0 }, 'The two sides selected, 3 words'],
    ['fewer', { from: 17, to: 7, anchor: 0 }, 'sides met unselected, 2 words selected'],
    ['none any more', { from: 3, to: 0, anchor: 0 }, 'The unselected, no words selected'],
    ['backwards', { from: 17, to: 14, anchor: 17 }, 'met selected, 1 word'],
  ] as const)('%s', (_what, ends, expected) => {
    expect(say(moved({ reached: at('met'), before: at('met'), ...ends }))).toBe(expected)
  })
})

describe('notes are said when the caret comes into them or leaves them', () => {
  const wide = on('Horn would report by May.', {
    kind: 'commitment',
    text: 'Ask the **department** about this before the session in June starts',
  })
  const narrow = on('report', { kind: 'question', text: '' })
  const notes = [wide, narrow]

  it('with their kind, which of how many, and their first words', () => {
    expect(say(moved({ reached: at('Horn'), before: at('met') }), notes)).toBe(
      'Horn. Commitment, note 1 of 2: Ask the department about this before the session …',
    )
  })

  it('the shortest of several first', () => {
    const said = say(moved({ reached: at('report'), before: at('met') }), notes)
    expect(said.indexOf('To check, note 2 of 2')).toBeGreaterThan(0)
    expect(said.indexOf('To check')).toBeLessThan(said.indexOf('Commitment'))
  })

  it('once: not again for the next word in the same note', () => {
    expect(say(moved({ reached: at('would'), before: at('Horn') }), notes)).toBe('would')
  })

  it('their end, when the caret leaves them', () => {
    expect(say(moved({ reached: at('by'), before: at('report') }), notes)).toBe('by. end of To check')
    expect(say(moved({ reached: at('round'), before: at('report') }), notes)).toBe('paragraph 2: round. end of 2 notes')
  })

  it('only three of many one by one', () => {
    const many = Array.from({ length: 6 }, (_, index) => on('report', { noteId: `${index}` }))
    const said = say(moved({ reached: at('report'), before: at('would') }), many)
    expect(said.match(/note \d of 6/g)).toHaveLength(3)
    expect(said).toMatch(/and 3 more notes$/)
  })

  it('a place without length is in what begins there, not in what ends there', () => {
    const start = at('report').start
    expect(notesIn([narrow], { start, end: start })).toEqual([narrow])
    expect(notesIn([narrow], { start: start + 6, end: start + 6 })).toEqual([])
  })
})
