import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { normalise } from '../../../domain/text/normalise.ts'
import { readText } from '../../engine.ts'
import { datelines, type HeadSample, titled, traps } from './heads.ts'

const read = (text: string) => {
  const normal = normalise(text)
  if (!normal.ok) throw new Error(normal.failure.code)
  return readText(normal.value)
}
const seed = new URL('../../../../shared/readouts/seed.txt', import.meta.url)

function check({ text, title, place, date, source }: HeadSample) {
  const { dateline, ...reading } = read(text)
  expect({ title: reading.title, place: dateline.place, date: dateline.date, source: dateline.source }).toEqual({
    title,
    place,
    date,
    source,
  })
}

describe('reading the head of a text', () => {
  it.each(datelines)('reads the dateline: $name', check)
  it.each(titled)('reads the headline: $name', check)
  it.each(traps)('takes nothing for what it is not: $name', check)

  it('marks exactly the printed parts of a dateline', () => {
    const { text, dateline } = read('MINSK, March 3. /TASS/. The presidents spoke by phone. They agreed.')
    expect(text.slice(...(dateline.span ?? [0, 0]))).toBe('MINSK, March 3. /TASS/')
  })

  it.each([
    ['…, reported the Ministry of Trade’s press service.', 'Ministry of Trade’s press service'],
    ['…, according to the President’s press office.', 'President’s press office'],
    ['The press service of the Foreign Ministry reported that they met.', 'press service of the Foreign Ministry'],
    ['They met on Monday, Anadolu reports.', 'Anadolu'],
    ['They met on Monday, reports Kazinform.', 'Kazinform'],
    ['They met on Monday, President Niinistö reported.', null],
    ['The ministry reports growth of three per cent.', null],
  ])('names as source only who is printed as one: %s', (sentence, source) => {
    expect(read(`The ministers met in Bern on Monday ${sentence}\n\nThey spoke of trade.`).dateline.source).toBe(source)
  })

  it('leaves empty what a text does not say', () => {
    const { meetings, people, places, organisations, documents, outcomes, topics, summary } = read('It was cold.')
    expect([meetings, people, places, organisations, documents, outcomes, topics, summary].flat()).toEqual([])
  })

  it.skipIf(!existsSync(seed))('reads the text the project began from (skipped where ../shared is absent)', () => {
    const { title, dateline, language } = read(readFileSync(seed, 'utf8'))
    expect({ title, language, ...dateline }).toEqual({
      title: null,
      language: 'en',
      place: 'ASTANA',
      date: '2024-04-15',
      source: 'Foreign Ministry’s press service',
      span: [1, 23],
    })
  })
})
