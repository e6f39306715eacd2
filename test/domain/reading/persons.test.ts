import { describe, expect, it } from 'vitest'
import { at, cast, read, reported } from './reported.ts'

const peopleOf = (words: string) => cast(reported(words))

describe('a person with an office', () => {
  it.each([
    [
      'the country before the office is the affiliation and no part of the role',
      'On Tuesday, Norwegian Foreign Minister Kari Solheim arrived.',
      'Kari Solheim | Foreign Minister | Norway',
    ],
    [
      'so is one with a possessive',
      'On Tuesday, Norway’s Foreign Minister Kari Solheim arrived.',
      'Kari Solheim | Foreign Minister | Norway',
    ],
    [
      'and one behind it',
      'On Tuesday, Foreign Minister of Norway Kari Solheim arrived.',
      'Kari Solheim | Foreign Minister | Norway',
    ],
    [
      'a name between commas behind the office',
      'On Tuesday, the Foreign Minister of Norway, Kari Solheim, arrived.',
      'Kari Solheim | Foreign Minister | Norway',
    ],
    [
      'an office between commas behind the name',
      'On Tuesday, Kari Solheim, Foreign Minister of Norway, arrived.',
      'Kari Solheim | Foreign Minister | Norway',
    ],
    [
      'all offices printed together are the role',
      'On Tuesday, Deputy Prime Minister and Foreign Minister of Norway Kari Solheim arrived.',
      'Kari Solheim | Deputy Prime Minister and Foreign Minister | Norway',
    ],
    [
      'a ministry’s fields belong to the role',
      'On Tuesday, Péter Halász, Hungary’s Minister of Foreign Affairs and Trade, arrived.',
      'Péter Halász | Minister of Foreign Affairs and Trade | Hungary',
    ],
    [
      'a body stays in the role and is the affiliation',
      'On Tuesday, Secretary-General of NATO Ida Holm arrived.',
      'Ida Holm | Secretary-General of NATO | NATO',
    ],
    [
      'before the office as well',
      'On Tuesday, European Council President Lukas Brandt arrived.',
      'Lukas Brandt | European Council President | European Council',
    ],
    [
      'the country that an ambassador is sent to belongs to the role',
      'On Tuesday, Peru’s Ambassador to Norway Rosa Quispe arrived.',
      'Rosa Quispe | Ambassador to Norway | Peru',
    ],
    [
      'a town that is governed belongs to the role',
      'On Tuesday, Mayor of Ghent Pablo Araya arrived.',
      'Pablo Araya | Mayor of Ghent | -',
    ],
    [
      'a former office is called so',
      'On Tuesday, former President of Chile Pablo Araya arrived.',
      'Pablo Araya | former President | Chile',
    ],
    [
      'a foundation’s long name belongs to the role',
      'On Tuesday, President of the Board of Trustees of the Future Foundation Ida Holm arrived.',
      'Ida Holm | President of the Board of Trustees of the Future Foundation | -',
    ],
  ])('%s', (_rule, words, expected) => expect(peopleOf(words)).toEqual([expected]))

  it.each([
    [
      'names behind a plural office share it in the singular, each with its own country',
      'The Presidents of Georgia, Azerbaijan and Türkiye, Giorgi Maisuradze, Elnur Rzayev and Kemal Aydoğdu, met on Tuesday.',
      [
        'Giorgi Maisuradze | President | Georgia',
        'Elnur Rzayev | President | Azerbaijan',
        'Kemal Aydoğdu | President | Türkiye',
      ],
    ],
    [
      'with the country behind each name',
      'Foreign Ministers Kari Solheim of Norway and Marek Zielinski of Poland met on Tuesday.',
      ['Kari Solheim | Foreign Minister | Norway', 'Marek Zielinski | Foreign Minister | Poland'],
    ],
    [
      'a list of offices with their names keeps each to its own',
      'On Tuesday, the Foreign Minister of Peru, Rosa Quispe, the Foreign Minister of Chile, Pablo Araya, and the Prime Minister of Fiji, Sione Vakata, arrived.',
      [
        'Rosa Quispe | Foreign Minister | Peru',
        'Pablo Araya | Foreign Minister | Chile',
        'Sione Vakata | Prime Minister | Fiji',
      ],
    ],
    [
      'so does a list of names with their offices',
      'On Tuesday, Pablo Araya, Foreign Minister of Chile, and Rosa Quispe, Foreign Minister of Peru, arrived.',
      ['Pablo Araya | Foreign Minister | Chile', 'Rosa Quispe | Foreign Minister | Peru'],
    ],
    [
      'an office within an office is not the person’s own',
      'On Tuesday, Adviser to the President of Georgia Nino Lomidze met Chief of Staff of the Prime Minister of Fiji Sione Vakata.',
      [
        'Nino Lomidze | Adviser to the President of Georgia | -',
        'Sione Vakata | Chief of Staff of the Prime Minister of Fiji | -',
      ],
    ],
    [
      'in a telegram’s capitals as well',
      'ON TUESDAY, FOREIGN MINISTER KARI SOLHEIM RECEIVED AMBASSADOR PIOTR WOLSKI IN OSLO.',
      ['KARI SOLHEIM | FOREIGN MINISTER | -', 'PIOTR WOLSKI | AMBASSADOR | -'],
    ],
  ])('%s', (_rule, words, expected) => expect(peopleOf(words)).toEqual(expected))
})

describe('a name', () => {
  it.each([
    ['Mr. Piotr Wolski', 'Piotr Wolski'],
    ['H.E. Ms Rosa Quispe', 'Rosa Quispe'],
    ['His Excellency Dr. Pablo Araya', 'Pablo Araya'],
    ['Sheikh Rashid bin Faisal Al Noor', 'Rashid bin Faisal Al Noor'],
    ['Dr. Salem Abdullah Al-Harthy', 'Salem Abdullah Al-Harthy'],
    ['Hamad bin Saif al-Mansouri', 'Hamad bin Saif al-Mansouri'],
    ['Ambassador Rosa de la Cruz', 'Rosa de la Cruz'],
    ['Ambassador Jean-Pierre van den Berg', 'Jean-Pierre van den Berg'],
    ['Chancellor Ulrich von der Heide', 'Ulrich von der Heide'],
    ['Prime Minister Nagy-Kovács Eszter', 'Nagy-Kovács Eszter'],
    ['Minister J. R. Whitfield', 'J. R. Whitfield'],
    ['Minister Mirzo’zoda Farrukh O‘ktamov', 'Mirzo’zoda Farrukh O‘ktamov'],
    ['U Kyaw Min Htun', 'U Kyaw Min Htun'],
    ['King Harald Olav', 'King Harald Olav'],
    ['Queen Ingrid', 'Queen Ingrid'],
    ['Minister D’Angelo', 'D’Angelo'],
  ])('of %s is %s', (words, name) => {
    expect(reported(`Minister Kari Solheim met ${words} on Tuesday.`).people.map((person) => person.name)).toContain(
      name,
    )
  })

  it.each([
    'The Trade Council met the Red Cross in the Small Hall on Tuesday.',
    'On Tuesday, Good Friday came early, and the Eternal Flame was lit at the Old Fortress.',
    'The European Union and the African Union met in Addis Ababa on Tuesday.',
    'They drove along the Silk Road to Lake Baikal on Tuesday.',
  ])('is not made of things, bodies and places: %s', (words) => expect(peopleOf(words)).toEqual([]))
})

describe('one person', () => {
  const one = (words: string) => {
    const { people } = reported(words)
    return people.map(({ name, aliases, evidence }) => ({
      name,
      aliases: aliases.toSorted(),
      alike: evidence.alike,
    }))
  }

  it.each([
    [
      'is named again by the surname',
      'On Tuesday, Minister Kari Solheim arrived. Solheim thanked all.',
      { name: 'Kari Solheim', aliases: ['Solheim'], alike: [] },
    ],
    [
      'with an honorific',
      'On Tuesday, Minister Kari Solheim arrived. Ms. Solheim thanked all.',
      { name: 'Kari Solheim', aliases: ['Solheim'], alike: [] },
    ],
    [
      'by the family name behind its article',
      'On Tuesday, Dr. Salem Abdullah Al-Harthy, Minister of Health of Oman, arrived. Al-Harthy thanked all.',
      { name: 'Salem Abdullah Al-Harthy', aliases: ['Al-Harthy'], alike: [] },
    ],
    [
      'and fully only later',
      'On Tuesday, Minister Solheim arrived. Minister Kari Solheim thanked all.',
      { name: 'Kari Solheim', aliases: ['Solheim'], alike: [] },
    ],
    [
      'misspelt, which is reported as only alike',
      'On Tuesday, Minister Yerlan Sadybekov arrived. Sadibekov thanked all.',
      { name: 'Yerlan Sadybekov', aliases: ['Sadibekov'], alike: ['Sadibekov'] },
    ],
    [
      'misspelt in the first name',
      'On Tuesday, Minister Yerlan Sadybekov arrived. Minister Yerian Sadybekov thanked all.',
      { name: 'Yerlan Sadybekov', aliases: ['Yerian Sadybekov'], alike: ['Yerian Sadybekov'] },
    ],
  ])('%s', (_rule, words, expected) => expect(one(words)).toEqual([expected]))

  it.each([
    ['two first names', 'Minister Anna Berg met Minister Lars Berg on Tuesday. Anna Berg spoke first.', 2],
    ['a short surname a letter off', 'Minister Anna Berg met Minister Lars Borg on Tuesday.', 2],
    ['surnames that begin otherwise', 'Minister Anna Holmberg met Minister Lars Dolmberg on Tuesday.', 2],
  ])('is not made of two: %s', (_rule, words, count) => expect(reported(words).people).toHaveLength(count))

  it('has printed forms on one line, however the text breaks them', () => {
    const [person] = reported('On Tuesday, Foreign Minister Kari Solheim arrived. All spoke for Kari\nSolheim.').people
    expect([person?.name, ...(person?.aliases ?? [])]).toEqual(['Kari Solheim'])
  })

  it('has every mention as a span, in order', () => {
    const reading = reported('On Tuesday, Minister Kari Solheim arrived. Solheim thanked all, and Ms Solheim left.')
    expect(reading.people[0]?.spans.map((span) => at(reading, span))).toEqual(['Kari Solheim', 'Solheim', 'Solheim'])
  })

  it('is known from a headline printed with capitals throughout its words', () => {
    const reading = read(
      'Foreign Minister Solheim Meets Her Guests In Warsaw On Trade\n\n2024-05-16\n\nOn Tuesday, Foreign Minister Kari Solheim of Norway met Foreign Minister of Poland Marek Zielinski in Warsaw.',
    )
    expect(reading.people.map(({ name }) => name)).toEqual(['Kari Solheim', 'Marek Zielinski'])
    expect(at(reading, reading.people[0]?.spans[0])).toBe('Solheim')
  })

  it('in the report’s events is meant by the office alone', () => {
    const { meetings } = reported([
      'On Tuesday, Foreign Minister of Norway Kari Solheim arrived in Lima.',
      'The minister met with President of Peru Rosa Quispe.',
    ])
    expect(meetings.at(-1)?.people).toEqual(['Kari Solheim', 'Rosa Quispe'])
  })
})
