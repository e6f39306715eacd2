import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { GazetteerData } from '../../../domain/gazetteer/data.ts'
import { cityId } from '../../../domain/gazetteer/entries.ts'
import { createGazetteer } from '../../../domain/gazetteer/gazetteer.ts'

const words = z.array(z.string().min(1)).readonly()
const names = z.strictObject({ en: words, fr: words, ru: words, kk: words, other: words }).partial()
const adjectives = z.strictObject({ en: words, fr: words, ru: words }).partial()
const named = z.strictObject({ name: z.string().min(1), names: names.optional(), doubtful: words.optional() })
const schema = z.strictObject({
  countries: z.array(named.extend({ code: z.string().regex(/^[A-Z]{2}$/u), capital: words, adjectives })),
  cities: z.array(named.extend({ country: z.string().regex(/^[A-Z]{2}$/u) })),
  regions: z.array(named.extend({ id: z.string(), adjectives: adjectives.optional() })),
  bodies: z.array(named.extend({ id: z.string(), abbreviations: words.optional(), side: z.boolean().optional() })),
})

const file = (name: string): object =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../assets/gazetteer', `${name}.json`), 'utf8'))
const parsed: unknown = Object.assign({}, ...['countries', 'cities', 'regions', 'bodies'].map(file))
const data = parsed as GazetteerData
const gazetteer = createGazetteer(data)
const meanings = (text: string) =>
  gazetteer.find(text).map(({ start, end, id, doubtful }) => `${text.slice(start, end)} = ${id}${doubtful ? '?' : ''}`)

describe('the shipped gazetteer', () => {
  it('has the form that the types say', () => expect(schema.safeParse(parsed).error).toBeUndefined())

  it.each([
    ['countries', data.countries.map(({ code }) => code)],
    ['cities', data.cities.map(cityId)],
    ['regions', data.regions.map(({ id }) => id)],
    ['bodies', data.bodies.map(({ id }) => id)],
  ])('has no two %s of one id', (_kind, ids) => expect(ids.length).toBe(new Set(ids).size))

  it('has every member of the United Nations, and Kosovo, Palestine, Taiwan and the Holy See', () => {
    const codes = data.countries.map(({ code }) => code)
    expect(codes.length).toBe(197)
    expect(codes).toEqual(expect.arrayContaining(['XK', 'PS', 'TW', 'VA', 'SS', 'TL']))
  })

  it('has every capital among the cities', () => {
    const missing = data.countries.flatMap(({ code, capital }) =>
      capital.filter((name) => !gazetteer.lookup(name).some(({ id }) => id.startsWith(`${code}:`))),
    )
    expect(missing).toEqual([])
  })

  it('finds every one of its names', () => {
    const all = [
      ...data.countries.map((record) => ({ ...record, id: record.code })),
      ...data.cities.map((record) => ({ ...record, id: cityId(record) })),
      ...data.regions,
      ...data.bodies,
    ]
    const unfound = all.flatMap(({ id, name, names = {} }) =>
      [name, ...Object.values(names).flat()].filter(
        (one) => !gazetteer.lookup(one).some((reading) => reading.id === id),
      ),
    )
    expect(unfound).toEqual([])
  })

  it('has doubtful words only among the names and adjectives of their record', () => {
    const strays = [...data.countries, ...data.cities, ...data.regions, ...data.bodies].flatMap((record) => {
      const adjectives = 'adjectives' in record ? Object.values(record.adjectives ?? {}).flat() : []
      const capital = 'capital' in record ? record.capital : []
      const abbreviations = 'abbreviations' in record ? (record.abbreviations ?? []) : []
      const own = new Set([
        record.name,
        ...Object.values(record.names ?? {}).flat(),
        ...adjectives,
        ...capital,
        ...abbreviations,
      ])
      return (record.doubtful ?? []).filter((word) => !own.has(word))
    })
    expect(strays).toEqual([])
  })

  it.each([
    ['house spellings', 'Viet Nam, Türkiye and Côte d’Ivoire', ['Viet Nam = VN', 'Türkiye = TR', 'Côte d’Ivoire = CI']],
    [
      'adjectives before offices',
      'Tajik, Emirati, Dutch, British',
      ['Tajik = TJ', 'Emirati = AE', 'Dutch = NL', 'British = GB'],
    ],
    [
      'places of talks',
      'Awaza, Cholpon-Ata, Bled',
      ['Awaza = TM:Awaza', 'Cholpon-Ata = KG:Cholpon-Ata', 'Bled = SI:Bled'],
    ],
    ['older names', 'Kiev and Alma-Ata', ['Kiev = UA:Kyiv', 'Alma-Ata = KZ:Almaty']],
    [
      'regions',
      'the Horn of Africa, the South Caucasus',
      ['Horn of Africa = horn-of-africa', 'South Caucasus = south-caucasus'],
    ],
    [
      'bodies by both names',
      'Collective Security Treaty Organization (CSTO)',
      ['Collective Security Treaty Organization = csto', 'CSTO = csto'],
    ],
    [
      'Russian',
      'в Республике Узбекистан, Совета Безопасности ООН',
      ['Республике Узбекистан = UZ', 'Совета Безопасности ООН = unsc'],
    ],
    ['French', 'les Émirats arabes unis et l’Union européenne', ['Émirats arabes unis = AE', 'Union européenne = eu']],
    [
      'Kazakh',
      'Өзбекстанмен, Шанхай ынтымақтастық ұйымының',
      ['Өзбекстанмен = UZ', 'Шанхай ынтымақтастық ұйымының = sco'],
    ],
    ['words with other meanings', 'Nice, Chad, Santiago', ['Nice = FR:Nice?', 'Chad = TD?', 'Santiago = CL:Santiago?']],
  ])('knows %s', (_rule, text, expected) => expect(meanings(text)).toEqual(expected))
})
