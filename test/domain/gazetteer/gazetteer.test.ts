import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { GazetteerData } from '../../../domain/gazetteer/data.ts'
import { createGazetteer } from '../../../domain/gazetteer/gazetteer.ts'
import { fold } from '../../../domain/text/fold.ts'

const data: GazetteerData = {
  countries: [
    {
      code: 'KZ',
      name: 'Kazakhstan',
      capital: ['Astana'],
      names: {
        en: ['Republic of Kazakhstan'],
        ru: ['Казахстан', 'Казахстана', 'Республика Казахстан'],
        kk: ['Қазақстан', 'Қазақстан Республикасы', 'ҚР'],
        other: ['哈萨克斯坦', 'كازاخستان'],
      },
      adjectives: { en: ['Kazakh'], fr: ['kazakh', 'kazakhe'], ru: ['казахстанский'] },
    },
    {
      code: 'US',
      name: 'United States',
      capital: ['Washington'],
      names: { en: ['United States of America', 'U.S.', 'US'] },
      adjectives: { en: ['American', 'US'] },
    },
    { code: 'CI', name: "Côte d'Ivoire", capital: ['Yamoussoukro'] },
    { code: 'JO', name: 'Jordan', capital: ['Amman'], doubtful: ['Jordan'] },
    { code: 'GE', name: 'Georgia', capital: ['Tbilisi'] },
  ],
  cities: [
    { country: 'NL', name: 'The Hague', names: { en: ['Hague'], ru: ['Гаага', 'Гааге'] } },
    { country: 'US', name: 'New York' },
    { country: 'KZ', name: 'Astana', names: { en: ['Nur-Sultan'], kk: ['Нұр-Сұлтан'] } },
    { country: 'FR', name: 'Nice', names: { other: ['Nizza'] }, doubtful: ['Nice'] },
    { country: 'ML', name: 'Mali' },
  ],
  regions: [
    {
      id: 'central-asia',
      name: 'Central Asia',
      names: { ru: ['Центральная Азия'] },
      adjectives: { en: ['Central Asian'] },
    },
    { id: 'state-of-georgia', name: 'State of Georgia', names: { en: ['Georgia'] } },
    { id: 'eurozone', name: 'Eurozone', names: { fr: ['zone euro'] } },
  ],
  bodies: [
    { id: 'opec', name: 'Organization of the Petroleum Exporting Countries', abbreviations: ['OPEC'], side: true },
    { id: 'opec-plus', name: 'OPEC+', side: true },
    { id: 'bri', name: 'Belt and Road Initiative', names: { ru: ['Инициатива «Пояс и путь»'] } },
    { id: 'who', name: 'World Health Organization', abbreviations: ['WHO'] },
  ],
}
const gazetteer = createGazetteer(data)
const found = (text: string) =>
  gazetteer.find(text).map(({ start, end, kind, id }) => `${text.slice(start, end)} = ${kind} ${id}`)

describe('find', () => {
  it.each([
    ['the longest name', 'the Republic of Kazakhstan', ['Republic of Kazakhstan = country KZ']],
    ['a shorter name where the longer one does not go on', 'United States of Europe', ['United States = country US']],
    [
      'names one after the other',
      'Central Asia, Kazakhstan',
      ['Central Asia = region central-asia', 'Kazakhstan = country KZ'],
    ],
    ['a name in capitals', 'ASTANA—The', ['ASTANA = city KZ:Astana']],
    ['a name over a line break', 'in New\nYork', ['New\nYork = city US:New York']],
    ['a name with another dash', 'Nur–Sultan', ['Nur–Sultan = city KZ:Astana']],
    ['a name with a space for its dash', 'Nur Sultan', ['Nur Sultan = city KZ:Astana']],
    ['a name without its accents', 'Cote d’Ivoire', ['Cote d’Ivoire = country CI']],
    ['a name before a possessive', "Kazakhstan's, Jordan’s", ['Kazakhstan = country KZ', 'Jordan = country JO']],
    ['a name after an elided article', "l'OPEC", ['OPEC = body opec']],
    ['both sides of a dash', 'US-Kazakh', ['US = country US', 'Kazakh = adjective KZ']],
    ['an abbreviation with its last full stop', 'in the U.S. The', ['U.S. = country US']],
    ['an abbreviation before a possessive', "U.S.'s", ['U.S. = country US']],
    ['a name with a plus sign', 'OPEC+ and OPEC', ['OPEC+ = body opec-plus', 'OPEC = body opec']],
    ['a name whose article has no capital', 'at the Hague', ['the Hague = city NL:The Hague']],
    ['a name that has no capital in its language', 'la zone euro', ['zone euro = region eurozone']],
    ['a French adjective', 'la ministre kazakhe', ['kazakhe = adjective KZ']],
    ['a Russian case form', 'в Гааге', ['Гааге = city NL:The Hague']],
    ['a Russian adjective in any case', 'казахстанскими', ['казахстанскими = adjective KZ']],
    ['a name with quotation marks', 'Инициатива «Пояс и путь»', ['Инициатива «Пояс и путь» = body bri']],
    ['a Kazakh case form', 'Қазақстанға', ['Қазақстанға = country KZ']],
    ['a Kazakh case form of the last word', 'Қазақстан Республикасының', ['Қазақстан Республикасының = country KZ']],
    ['a Kazakh ending after a dash', 'ҚР-ның', ['ҚР = country KZ']],
    ['a name among ideographs', '中国和哈萨克斯坦在', ['哈萨克斯坦 = country KZ']],
    ['a name after an Arabic "and"', 'وكازاخستان', ['كازاخستان = country KZ']],
  ])('finds %s', (_rule, text, expected) => expect(found(text)).toEqual(expected))

  it.each([
    ['a name within a word', 'Kazakhstanization'],
    ['a name without its capital', 'nice, jordan, kazakhstan'],
    ['an English adjective without its capital', 'american'],
    ['an abbreviation without its capitals', 'Us and Who'],
    ['words parted by a full stop', 'New. York'],
    ['words of two paragraphs', 'New\n\nYork'],
    ['a plus sign that the text lacks', 'Opec+'],
    ['a Russian ending on a Kazakh one', 'Казахстанова'],
    ['a noun with the ending of an adjective', 'Гаагого'],
  ])('does not take %s for a name', (_rule, text) => expect(found(text)).toEqual([]))

  it('says which words have another meaning', () => {
    const doubts = gazetteer.find('Nice, Nizza, Jordan').map(({ doubtful }) => doubtful)
    expect(doubts).toEqual([true, false, true])
  })

  it('keeps other records of the same words, but not a country and its own adjective', () => {
    expect(gazetteer.find('Georgia').map(({ id, also }) => [id, also.map((other) => other.id)])).toEqual([
      ['GE', ['state-of-georgia']],
    ])
    expect(gazetteer.find('US')[0]?.also).toEqual([])
  })

  const names = [
    'Kazakhstan',
    'Republic of',
    'New',
    'York',
    'United',
    'States',
    'of',
    'America',
    'Nice',
    'OPEC',
    'U.S.',
    'Côte',
    'd',
  ]
  const signs = [' ', '\n', '.', '-', '’', '+', ', ', '中', 'Қазақстан', 'ның', '\u0301', '\u00AD']
  const text = fc.array(fc.constantFrom(...names, ...signs), { maxLength: 20 }).map((parts) => parts.join(''))

  it('gives mentions that are sorted and apart, and looked up by themselves mean the same', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (words) => {
        gazetteer.find(words).forEach(({ start, end, kind, id }, at, mentions) => {
          expect(start).toBeGreaterThanOrEqual(mentions[at - 1]?.end ?? 0)
          expect(end).toBeGreaterThan(start)
          expect(gazetteer.lookup(words.slice(start, end))[0]).toMatchObject({ kind, id })
        })
      }),
      { numRuns: 2_000 },
    )
  })

  it('finds a name wherever spaces part it from other words', () => {
    const known = fc.constantFrom('Kazakhstan', 'United States', 'Central Asia', 'New York')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), known, (around, name) => {
        const before = fold(around).toUpperCase()
        fc.pre(!/(?:UNITED|CENTRAL|NEW|REPUBLIC|OF)\P{L}*$/u.test(before))
        const text = `${around} ; ${name} ; ${around}`
        const start = around.length + 3
        expect(gazetteer.find(text)).toContainEqual(expect.objectContaining({ start, end: start + name.length }))
      }),
    )
  })

  it.each([
    ['the beginning of a name', 'United '],
    ['a name', 'US '],
    ['one word', 'a'],
    ['one word of letters outside Latin', 'ә'],
    ['ideographs', '中'],
    ['spaces', ' '],
    ['line breaks after a name', 'New\n'],
    ['apostrophes', "Côte d'"],
    ['Kazakh endings', 'ның'],
    ['full stops', 'U.'],
  ])('takes time by the length of the text, not faster, for %s', (_rule, unit) => {
    const milliseconds = (length: number) => {
      const long = unit.repeat(length / unit.length)
      return Math.min(...[1, 2, 3].map(() => measure(() => gazetteer.find(long))))
    }
    milliseconds(25_000)
    expect(milliseconds(400_000)).toBeLessThan(12 * milliseconds(100_000) + 50)
  })
})

describe('lookup', () => {
  it('takes the whole words for one name', () => {
    expect(gazetteer.lookup('NEW YORK').map(({ id }) => id)).toEqual(['US:New York'])
  })

  it.each(['in New York', 'New York City', ''])('has nothing for %j', (words) => {
    expect(gazetteer.lookup(words)).toEqual([])
  })
})

/** Milliseconds of this process's own work in a task, so that a busy machine does not count. */
function measure(task: () => void): number {
  const before = process.cpuUsage()
  task()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
