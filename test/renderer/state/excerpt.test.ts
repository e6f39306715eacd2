import { expect, it } from 'vitest'
import { paragraphsOf } from '../../../domain/text/paragraphs.ts'
import { excerptAround } from '../../../renderer/state/excerpt.ts'

const head = { title: null, dateline: { place: null, date: null, source: null, span: null } }

it.each([
  ['whole where it is short', 'On trade and transport alike.', 'trade', 'On ', ' and transport alike.'],
  [
    'cut at words where it is long',
    'The ministers of both countries spoke at great length about trade and about everything else that there was.',
    'trade',
    '… at great length about ',
    ' and about everything else …',
  ],
  ['within its paragraph', 'Before it.\n\nThe trade grew.\n\nAfter it.', 'trade', 'The ', ' grew.'],
  ['empty at the ends', 'trade', 'trade', '', ''],
])('the words around a place are %s', (_, text, words, before, after) => {
  const start = text.indexOf(words)
  const excerpt = excerptAround(text, { start, end: start + words.length }, paragraphsOf(text, head))
  expect(excerpt).toEqual({ before, words, after })
})
