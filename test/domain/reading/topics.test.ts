import { describe, expect, it } from 'vitest'
import { at, reported } from './reported.ts'

const event = 'Minister Kari Solheim of Norway met President of Peru Rosa Quispe in Lima on May 14.'
const topicsOf = (words: string) => reported([event, words]).topics.map(({ text }) => text)

describe('topics', () => {
  it.each([
    ['They discussed trade and the situation in the region.', 'trade and the situation in the region'],
    ['They exchanged views on the reform of the council.', 'the reform of the council'],
    ['Solheim raised the rights of fishermen.', 'the rights of fishermen'],
    ['They touched upon visas for students, where much is to be done.', 'visas for students'],
    ['The two sides reviewed cooperation in energy.', 'cooperation in energy'],
    ['The talks focused on water.', 'water'],
  ])('are what stands behind the verb: %s', (words, topic) => {
    const found = topicsOf(words)
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(topic)
  })

  it.each(['Tea was served.', 'Solheim thanked Quispe.', 'They signed a treaty.'])('are not told by: %s', (words) =>
    expect(topicsOf(words)).toEqual([]),
  )

  it('end with their sentence', () => {
    expect(topicsOf('They discussed trade. The weather was cold.').join()).not.toContain('weather')
  })

  it('belong to the event told before, and open their words', () => {
    const second = 'On May 15, Solheim met Prime Minister of Fiji Sione Vakata.'
    const reading = reported([event, 'They discussed trade.', second, 'They discussed fish.'])
    expect(reading.topics.map(({ meeting, span }) => [meeting, at(reading, span)])).toEqual([
      [0, 'trade'],
      [1, 'fish'],
    ])
  })
})
