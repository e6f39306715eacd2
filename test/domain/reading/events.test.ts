import { describe, expect, it } from 'vitest'
import { at, read, reported, told } from './reported.ts'

const solheim = 'Minister Kari Solheim of Norway'
const close = 'It was cold in the hall, and the text is on the site of the office for all who are at home.'
const eventsOf = (...paragraphs: string[]) => told(reported(paragraphs))

describe('the events of a text', () => {
  it.each([
    [
      'a verb of meeting',
      `${solheim} met President of Peru Rosa Quispe in Lima on May 14.`,
      'bilateral 2024-05-14 Lima: Kari Solheim, Rosa Quispe',
    ],
    [
      'a guest received',
      `${solheim} received Ambassador of Peru Rosa Quispe on May 14.`,
      'bilateral 2024-05-14 -: Kari Solheim, Rosa Quispe',
    ],
    [
      'a guest who was received',
      `Ambassador of Peru Rosa Quispe was received by ${solheim} on May 14.`,
      'bilateral 2024-05-14 -: Rosa Quispe, Kari Solheim',
    ],
    [
      'a call paid on somebody is a meeting',
      `${solheim} called on President of Peru Rosa Quispe in Lima on May 14.`,
      'bilateral 2024-05-14 Lima: Kari Solheim, Rosa Quispe',
    ],
    [
      'a verb that says nothing with its noun',
      `${solheim} held brief and friendly talks with President of Peru Rosa Quispe in Lima on May 14.`,
      'bilateral 2024-05-14 Lima: Kari Solheim, Rosa Quispe',
    ],
    [
      'a call by phone',
      `${solheim} spoke by phone with President of Peru Rosa Quispe on May 14.`,
      'call 2024-05-14 -: Kari Solheim, Rosa Quispe',
    ],
    [
      'a telephone conversation',
      `${solheim} had a telephone conversation with President of Peru Rosa Quispe on May 14.`,
      'call 2024-05-14 -: Kari Solheim, Rosa Quispe',
    ],
    [
      'a call of several parties is a call',
      `${solheim} held a videoconference with President of Peru Rosa Quispe and Prime Minister of Fiji Sione Vakata on May 14.`,
      'call 2024-05-14 -: Kari Solheim, Rosa Quispe, Sione Vakata',
    ],
    [
      'three sides are multilateral',
      `${solheim} met President of Peru Rosa Quispe and Prime Minister of Fiji Sione Vakata in Lima on May 14.`,
      'multilateral 2024-05-14 Lima: Kari Solheim, Rosa Quispe, Sione Vakata',
    ],
    [
      'several people of one side are one event',
      `${solheim} met with President of Peru Rosa Quispe and Minister of Energy of Peru Pablo Araya in Lima on May 14.`,
      'bilateral 2024-05-14 Lima: Kari Solheim, Rosa Quispe, Pablo Araya',
    ],
    [
      'a conference that was attended',
      `${solheim} took part in the ministerial meeting of the OSCE in Vienna on May 12.`,
      'multilateral 2024-05-12 Vienna: Kari Solheim',
    ],
    [
      'a session that was held',
      'The tenth session of the Intergovernmental Commission was held in Lima on May 14.',
      'multilateral 2024-05-14 Lima: ',
    ],
    [
      'a visit that was paid',
      `${solheim} paid an official visit to Peru on May 14.`,
      'visit 2024-05-14 Peru: Kari Solheim',
    ],
    ['a visit in the passive order', `${solheim} arrived in Lima on May 14.`, 'visit 2024-05-14 Lima: Kari Solheim'],
    [
      'a wreath',
      `${solheim} laid a wreath at the Monument to the Fallen in Lima on May 14.`,
      'ceremony 2024-05-14 Lima: Kari Solheim',
    ],
    [
      'an opening',
      `${solheim} attended the opening ceremony of the consulate in Lima on May 14.`,
      'ceremony 2024-05-14 Lima: Kari Solheim',
    ],
    [
      'a signing ceremony',
      'The signing ceremony of the treaty took place in Lima on May 14.',
      'ceremony 2024-05-14 Lima: ',
    ],
    [
      'one to come, on its day',
      `${solheim} will meet President of Peru Rosa Quispe in Lima on May 20.`,
      'bilateral 2024-05-20 Lima: Kari Solheim, Rosa Quispe',
    ],
    ['a visit to come, on its day', `${solheim} will visit Lima on May 20.`, 'visit 2024-05-20 Lima: Kari Solheim'],
  ])('are told by %s', (_rule, words, expected) => expect(eventsOf(words)).toEqual([expected]))

  it.each([
    ['what had been', `${solheim} recalled that she had met President of Peru Rosa Quispe in Lima.`],
    ['what was long ago', `In 2019, ${solheim} met President of Peru Rosa Quispe in Lima.`],
    ['what was months before the report', `On January 10, 2024, ${solheim} met President of Peru Rosa Quispe in Lima.`],
    [
      'what was reported before',
      `As reported earlier, on May 10 ${solheim} met President of Peru Rosa Quispe in Lima.`,
    ],
    ['what was not', `${solheim} did not meet President of Peru Rosa Quispe in Lima.`],
    ['what would be', `${solheim} would meet President of Peru Rosa Quispe if she could.`],
    ['plans', `${solheim} plans to meet President of Peru Rosa Quispe in Lima.`],
    ['an invitation', `${solheim} was invited to visit Lima.`],
    ['what is to come without a day', `${solheim} will visit Lima.`],
    ['words of somebody else', `“I met President of Peru Rosa Quispe in Lima,” said ${solheim}.`],
    ['the setting of nothing', `As part of the visit to Lima, ${solheim} was tired.`],
    ['a summary', `${solheim} held a number of meetings in Lima on May 14.`],
    ['speech alone', `${solheim} spoke of trade on May 14.`],
  ])('are not %s', (_rule, words) => expect(eventsOf(words)).toEqual([]))

  it('are one for each side of meetings in the plural', () => {
    expect(
      eventsOf(
        `${solheim} held meetings with the Foreign Minister of Peru, Rosa Quispe, the Foreign Minister of Chile, Pablo Araya, and the Prime Minister of Fiji, Sione Vakata, in Lima on May 14.`,
      ),
    ).toEqual([
      'bilateral 2024-05-14 Lima: Kari Solheim, Rosa Quispe',
      'bilateral 2024-05-14 Lima: Kari Solheim, Pablo Araya',
      'bilateral 2024-05-14 Lima: Kari Solheim, Sione Vakata',
    ])
  })

  it('are two for two verbs in one sentence, each with its own day', () => {
    expect(
      eventsOf(
        `On Monday ${solheim} met President of Peru Rosa Quispe, and on Tuesday she spoke by phone with Prime Minister of Fiji Sione Vakata.`,
      ),
    ).toEqual(['bilateral 2024-05-13 -: Kari Solheim, Rosa Quispe', 'call 2024-05-14 -: Kari Solheim, Sione Vakata'])
  })

  it.each([
    'During the meeting, Solheim and Quispe discussed trade.',
    'The meeting was held in a friendly atmosphere.',
    'During the talks, Solheim thanked Quispe.',
    'At the end of the meeting, Quispe left.',
  ])('are not told again by their mention: %s', (again) => {
    expect(eventsOf(`${solheim} met President of Peru Rosa Quispe in Lima on May 14.`, again)).toHaveLength(1)
  })

  it.each([
    ['who is only spoken of', 'met President of Peru Rosa Quispe, who thanked Prime Minister of Fiji Sione Vakata'],
    [
      'whose matter is discussed',
      'met President of Peru Rosa Quispe to discuss the letter of Prime Minister of Fiji Sione Vakata',
    ],
    ['who reports it', 'met President of Peru Rosa Quispe, said Spokesperson Ida Holm'],
  ])('leave out %s', (_rule, words) => {
    expect(eventsOf(`On May 14, ${solheim} ${words}.`)).toEqual(['bilateral 2024-05-14 -: Kari Solheim, Rosa Quispe'])
  })

  it('follow the person the text is about', () => {
    expect(
      eventsOf(`${solheim} met President of Peru Rosa Quispe in Lima on May 14.`, 'On May 15, she visited Cusco.'),
    ).toEqual(['bilateral 2024-05-14 Lima: Kari Solheim, Rosa Quispe', 'visit 2024-05-15 Cusco: Kari Solheim'])
  })

  it('stand in the headline only where the body reports none', () => {
    const headline = 'Minister Solheim meets President Quispe in Lima'
    const silent = read(`${headline}\n\n2024-05-16\n\n${close}`)
    const telling = read(
      `${headline}\n\n2024-05-16\n\nMinister Kari Solheim met President Rosa Quispe on May 14.\n\n${close}`,
    )
    expect([silent.meetings.length, telling.meetings.length]).toEqual([1, 1])
    expect(at(silent, silent.meetings[0]?.span)).toBe(headline)
    expect(at(telling, telling.meetings[0]?.span)).toContain('on May 14')
  })

  it('open the words that report them', () => {
    const reading = reported([
      'Tea was served.',
      `On Monday ${solheim} met President of Peru Rosa Quispe, and on Tuesday she spoke by phone with Prime Minister of Fiji Sione Vakata.`,
    ])
    const spans = reading.meetings.map(({ span }) => at(reading, span))
    expect(spans[0]).toContain('met President of Peru Rosa Quispe')
    expect(spans[1]).toContain('spoke by phone with Prime Minister of Fiji Sione Vakata')
    expect(spans.every((words) => words !== null && !words.includes('Tea'))).toBe(true)
  })

  it('are called by the text’s own words, up to the day', () => {
    const reading = reported(`${solheim} met Dr. Rosa Quispe, President of Peru, in Lima on May 14, her office said.`)
    expect(reading.meetings[0]?.label).toBe('met Dr. Rosa Quispe, President of Peru, in Lima')
  })

  it('know who was named in their own words and who was carried over', () => {
    const reading = reported([
      `${solheim} arrived in Lima on May 14.`,
      'On May 15, she met President of Peru Rosa Quispe.',
    ])
    expect(reading.meetings.at(-1)?.evidence.people.map(({ certainty }) => certainty)).toEqual(['likely', 'certain'])
  })
})
