import { describe, expect, it } from 'vitest'
import { listedAs } from '../../../domain/reading/listed-as.ts'
import { readingWith } from './readings.ts'

describe('a text without a headline', () => {
  it.each([
    ['its first event', 'the  session\nin Bern', 'the session in Bern'],
    ['its first words where it has no event', undefined, 'They met.'],
    ['its first words where the event has none', ' ', 'They met.'],
  ])('is listed under %s', (_, label, expected) => {
    expect(listedAs(readingWith('They met.'), label)).toBe(expected)
  })
})
