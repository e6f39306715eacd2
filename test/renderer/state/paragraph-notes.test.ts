import { expect, it } from 'vitest'
import { notesByParagraph } from '../../../renderer/state/paragraph-notes.ts'
import { note } from '../samples.ts'

const paragraphs = [
  { start: 0, end: 10, number: 1, role: 'body' },
  { start: 12, end: 30, number: 2, role: 'body' },
] as const
const one = note('one', 2, 20)
const two = note('two', 12, 30, { scope: 'paragraph' })
const gone = note('gone', 0, 0, { start: null, end: null })

it('a note belongs to the paragraph its words begin in; one without words to none', () => {
  const found = notesByParagraph(paragraphs, [one, two, gone], new Map())
  expect([...found]).toEqual([
    [0, [one]],
    [12, [two]],
  ])
})

it('the list of a paragraph in which nothing changed stays the same object', () => {
  const before = notesByParagraph(paragraphs, [one, two], new Map())
  const after = notesByParagraph(paragraphs, [one, { ...two, text: 'New' }], before)
  expect(after.get(0)).toBe(before.get(0))
  expect(after.get(12)).not.toBe(before.get(12))
})
