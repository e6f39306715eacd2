import { describe, expect, it } from 'vitest'
import { at, reported } from './reported.ts'

const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name)

describe('places', () => {
  it.each([
    ['countries and towns', 'They came from Peru to Warsaw.', ['Peru', 'Warsaw']],
    ['a country inside an office', 'On Tuesday, President of Chile Pablo Araya arrived.', ['Chile']],
    ['the owner of something', 'Norway’s harbours are cold.', ['Norway']],
    [
      'each once, by its first form',
      'Peru is far. From Peru they came to Warsaw, and to Peru they went.',
      ['Peru', 'Warsaw'],
    ],
    ['regions and seas', 'The ships left the Black Sea for Central Asia.', ['Black Sea', 'Central Asia']],
  ])('are %s', (_rule, words, expected) => expect(names(reported(words).places)).toEqual(expected))

  it.each([
    ['adjectives', 'The Polish and the Norwegian side were there.'],
    ['a person’s name', 'On Tuesday, Minister Sofia Berg arrived.'],
    ['part of a body’s name', 'The European Union was there.'],
    ['an abbreviation before a noun', 'Many U.S. officials were there.'],
    ['small words', 'It was a nice reading of the bath.'],
  ])('are not %s', (_rule, words) => expect(names(reported(words).places)).toEqual([]))

  it('are not taken from the dateline', () => {
    expect(names(reported('OSLO — The envoys came from Peru.').places)).toEqual(['Peru'])
  })

  it('have every mention as a span', () => {
    const reading = reported('Peru is far. From Peru they came.')
    expect(reading.places[0]?.spans.map((span) => at(reading, span))).toEqual(['Peru', 'Peru'])
  })
})

describe('organisations', () => {
  it.each([
    ['bodies that are known', 'The OSCE and the African Union were there.', ['OSCE', 'African Union']],
    ['ministries', 'The Ministry of Foreign Affairs sent a note.', ['Ministry of Foreign Affairs']],
    [
      'one under both its names, by the longer',
      'The UN was there. The United Nations sent a note.',
      ['United Nations'],
    ],
    ['banks', 'The Asian Development Bank sent a note.', ['Asian Development Bank']],
  ])('are %s', (_rule, words, expected) => expect(names(reported(words).organisations)).toEqual(expected))

  it.each(['The council and the ministry were there.', 'They met at the bank of the river.'])(
    'are not common nouns: %s',
    (words) => expect(names(reported(words).organisations)).toEqual([]),
  )
})

describe('documents', () => {
  it.each([
    ['A/78/345', 'The report A/78/345 was read.'],
    ['S/2024/12', 'The letter (S/2024/12) was read.'],
    ['A/RES/64/293', 'They recalled A/RES/64/293.'],
    ['S/RES/2719 (2023)', 'They recalled S/RES/2719 (2023), among others.'],
    ['ST/SGB/2018/1', 'The bulletin ST/SGB/2018/1 was read.'],
    ['resolution 2719 (2023)', 'They recalled resolution 2719 (2023).'],
  ])('are known by their symbol: %s', (symbol, words) => {
    const reading = reported(words)
    expect(reading.documents.map(({ spans }) => spans.map((span) => at(reading, span)))).toEqual([[symbol]])
  })

  it.each(['and/or', 'the 2023/24 year', 'A and B', 'km/h', 'resolution of the crisis'])('are not %j', (words) =>
    expect(reported(`It is about ${words}.`).documents).toEqual([]),
  )
})
