// A whole reading of a text of our own, made by hand: what the window is looked at and tested with, whatever the rules read today.

import type { Evidence, Meeting, OffsetPair, Outcome, Person, Reading } from '../../domain/reading/reading.ts'
import { readText } from '../engine.ts'

export const ministers = [
  'Ministers agree a ferry timetable and open a consulate in Port Vell',
  '',
  'SANTA REA, 15 April 2024 — The delegation at the regular session of the Inland Sea Council in Santa Rea on 12 April was led by Deputy Prime Minister Oriol Maran, the foreign ministry’s press service said.',
  '',
  'Ministers took stock of the programme for closer work between their services and approved the convention on the status of delegations, which goes to the member states for signature.',
  '',
  'Several joint statements were adopted, one of them on thirty years of observer status, and a decision named Lindhaven the sports capital of the region for 2026.',
  '',
  'In the margins Mr Maran met his colleague Ilse Tormund. Both sides called the ferry line a shared priority and agreed to publish a timetable before 30 May. Ms Tormund said that her government would not accept a toll on the northern passage.',
  '',
  'On 13 April the Deputy Prime Minister opened the consulate general in Port Vell. He called the neighbouring country a key political and economic partner and a reliable friend.',
  '',
  'The consulate’s staff will grow from nine to fourteen by the autumn; the ministry will report on appointments in September. 👩🏽‍💼 Café façade naïve e\u0301te\u0301. Mr Maron thanked the staff.',
].join('\n')

/** The place of words in a text. Throws when they are not there: a sample that lies would make every test lie. */
export function placeIn(text: string, words: string, from = 0): OffsetPair {
  const start = text.indexOf(words, from)
  if (start < 0) throw new Error(`not in the sample: ${words}`)
  return [start, start + words.length]
}

/** Words that say a field themselves. */
export function said(span: OffsetPair): Evidence {
  return { span, via: null, certainty: 'certain' }
}

/** Words that say a field for others, which carry it over (`via`) or leave it to be guessed at. */
export function carried(span: OffsetPair, via: OffsetPair | null = null): Evidence {
  return { span, via, certainty: 'likely' }
}

/** The reading of `ministers`: three events, five outcomes (one of no event), three people, one of them under two spellings. */
export function ministersReading(): Reading {
  const at = (words: string, from = 0) => placeIn(ministers, words, from)
  const day = at('12 April')
  const city = at('Santa Rea')
  const margins = at('In the margins')
  const maran = at('Oriol Maran')
  const mrMaran = at('Maran', at('Mr Maran')[0])
  const tormund = at('Ilse Tormund')
  const maron = at('Maron')
  const people: readonly Person[] = [
    {
      name: 'Oriol Maran',
      aliases: ['Maran', 'Maron'],
      role: 'Deputy Prime Minister',
      affiliation: null,
      spans: [maran, mrMaran, maron],
      evidence: { name: said(maran), role: said(at('Deputy Prime Minister')), affiliation: null, alike: ['Maron'] },
    },
    {
      name: 'Ilse Tormund',
      aliases: ['Tormund'],
      role: 'colleague',
      affiliation: 'Norway',
      spans: [tormund, at('Tormund', at('Ms Tormund')[0])],
      evidence: {
        name: said(tormund),
        role: said(at('colleague')),
        affiliation: carried(at('neighbouring country')),
        alike: [],
      },
    },
  ]
  const meetings: readonly Meeting[] = [
    {
      label: 'the regular session of the Inland Sea Council',
      format: 'multilateral',
      date: '2024-04-12',
      place: 'Santa Rea',
      people: ['Oriol Maran'],
      span: at('The delegation at the regular session of the Inland Sea Council'),
      evidence: {
        label: said(at('the regular session of the Inland Sea Council')),
        format: said(at('session')),
        date: said(day),
        place: said(city),
        people: [said(maran)],
      },
    },
    {
      label: 'Mr Maran met his colleague Ilse Tormund',
      format: 'bilateral',
      date: '2024-04-12',
      place: 'Santa Rea',
      people: ['Oriol Maran', 'Ilse Tormund'],
      span: at('In the margins Mr Maran met his colleague Ilse Tormund'),
      evidence: {
        label: said(at('Mr Maran met his colleague Ilse Tormund')),
        format: said(at('met')),
        date: carried(day, margins),
        place: carried(city, margins),
        people: [said(mrMaran), said(tormund)],
      },
    },
    {
      label: 'opened the consulate general',
      format: 'ceremony',
      date: '2024-04-13',
      place: 'Port Vell',
      people: ['Oriol Maran'],
      span: at('On 13 April the Deputy Prime Minister opened the consulate general in Port Vell'),
      evidence: {
        label: said(at('opened the consulate general')),
        format: said(at('opened')),
        date: said(at('13 April')),
        place: said(at('Port Vell', at('13 April')[0])),
        people: [carried(at('the Deputy Prime Minister'))],
      },
    },
  ]
  const outcome = (
    kind: Outcome['kind'],
    words: string,
    meeting: number | null,
    due: string | null = null,
  ): Outcome => {
    const span = at(words)
    const evidence = { kind: said(span), due: due === null ? null : said(at('30 May')) }
    return { kind, text: words, meeting, due, span, evidence }
  }
  return {
    ...readText(ministers),
    meetings,
    people,
    places: [
      { name: 'Santa Rea', spans: [city] },
      { name: 'Lindhaven', spans: [at('Lindhaven')] },
      { name: 'Port Vell', spans: [at('Port Vell')] },
    ],
    organisations: [{ name: 'Inland Sea Council', spans: [at('Inland Sea Council')] }],
    documents: [],
    outcomes: [
      outcome('adopted', 'approved the convention on the status of delegations', 0),
      outcome('adopted', 'Several joint statements were adopted, one of them on thirty years of observer status', 0),
      outcome('decided', 'a decision named Lindhaven the sports capital of the region for 2026', 0),
      outcome('agreed', 'agreed to publish a timetable before 30 May', 1, '2024-05-30'),
      outcome('commitment', 'the ministry will report on appointments in September', null),
    ],
    topics: [
      {
        text: 'the programme for closer work between their services',
        meeting: 0,
        span: at('the programme for closer work between their services'),
      },
      { text: 'the ferry line', meeting: 1, span: at('the ferry line') },
      { text: 'a toll on the northern passage', meeting: 1, span: at('a toll on the northern passage') },
    ],
    summary: [],
  }
}
