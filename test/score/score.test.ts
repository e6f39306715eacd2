import { describe, expect, it } from 'vitest'
import { readText } from '../engine.ts'
import type { Labels } from './labelled.ts'
import { compared, f1, scoreOf } from './score.ts'
import { scoreTable } from './table.ts'

const text = `OSLO, May 16, 2024 (AP) — Norwegian Foreign Minister Kari Solheim met Peruvian President Rosa Quispe in Lima on May 14. The two sides signed a treaty on the rivers.

In the text it is said that the two were of one mind on all that is to come.`

const labels: Labels = {
  title: null,
  dateline: { place: 'OSLO', date: '2024-05-16', source: 'AP' },
  meetings: [
    {
      label: 'Solheim met Quispe',
      format: 'bilateral',
      date: '2024-05-14',
      place: 'Lima',
      people: ['Kari Solheim', 'Rosa Quispe'],
      span_quote: 'Norwegian Foreign Minister Kari Solheim met Peruvian',
    },
  ],
  people: [
    { name: 'Kari Solheim', aliases: [], role: 'Foreign Minister', country_or_org: 'Norway' },
    { name: 'Rosa Quispe', aliases: [], role: 'President', country_or_org: 'Peru' },
  ],
  places: ['Lima'],
  organisations: [],
  outcomes: [{ kind: 'signed', quote: 'The two sides signed a treaty on the rivers.' }],
  topics_discussed: [],
}
const reading = readText(text)
const [meeting] = labels.meetings

describe('the scorer', () => {
  it('gives everything to a reading that says what the labels say', () => {
    expect(scoreOf([{ name: 'one', text, labels }], readText).overall).toBeCloseTo(100)
  })

  it('counts what is missing against recall and what is too much against precision', () => {
    const missing = compared(labels, { ...reading, meetings: [], outcomes: [], people: [] })
    expect([missing.events, missing.outcomes, missing.people]).toEqual([
      { asked: 1, found: 0, right: 0 },
      { asked: 1, found: 0, right: 0 },
      { asked: 2, found: 0, right: 0 },
    ])
    const tooMuch = compared({ ...labels, meetings: [], outcomes: [], people: [] }, reading)
    expect([tooMuch.events, tooMuch.outcomes, tooMuch.people]).toEqual([
      { asked: 0, found: 1, right: 0 },
      { asked: 0, found: 1, right: 0 },
      { asked: 0, found: 2, right: 0 },
    ])
  })

  it.each([
    ['event date', { date: '2024-05-15' }],
    ['event place', { place: 'Cusco' }],
    ['event format', { format: 'call' }],
  ] as const)('knows the event and tells its %s wrong', (field, change) => {
    const wrong = compared(labels, { ...reading, meetings: reading.meetings.map((event) => ({ ...event, ...change })) })
    expect(wrong.events.right).toBe(1)
    expect(wrong[field]).toEqual({ asked: 1, found: 1, right: 0 })
  })

  it('counts an event that is only background neither for nor against', () => {
    const background = { ...labels, meetings: [], background_events: meeting === undefined ? [] : [meeting] }
    expect(compared(background, reading).events).toEqual({ asked: 0, found: 0, right: 0 })
  })

  it('pairs each found thing once', () => {
    const twice = compared(labels, { ...reading, meetings: [...reading.meetings, ...reading.meetings] })
    expect(twice.events).toEqual({ asked: 1, found: 2, right: 1 })
  })

  it('takes the mean of precision and recall', () => {
    expect(f1({ asked: 4, found: 2, right: 2 })).toBeCloseTo(66.67, 1)
    expect(f1({ asked: 4, found: 2, right: 0 })).toBe(0)
  })

  it('prints every field, and which sets are not there', () => {
    const one = scoreOf([{ name: 'one', text, labels }], readText)
    const table = scoreTable({ mine: one, away: scoreOf([], readText) })
    expect(table).toMatch(/mine[\s\S]*person role\s+100[\s\S]*overall\s+100\.0[\s\S]*Not there: away\./u)
  })
})
