import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correctedReading } from '../../../domain/reading/corrected-reading.ts'
import type { Reading } from '../../../domain/reading/reading.ts'
import { paragraphsOf } from '../../../domain/text/paragraphs.ts'
import { linesAt, linesOfSummary, type SummaryEvent, summaryOf } from '../../../renderer/state/summary.ts'
import { readText } from '../../engine.ts'
import { carried, ministers, ministersReading, placeIn } from '../sample-reading.ts'

const summarised = (reading: Reading) =>
  summaryOf(correctedReading(reading, {}), {
    text: reading.text,
    paragraphs: paragraphsOf(reading.text, reading),
    language: reading.language,
  })
const summary = summarised(ministersReading())
const eventCalled = (part: string): SummaryEvent => {
  const found = summary.events.find(({ label }) => label.text.includes(part))
  if (found === undefined) throw new Error(`no event: ${part}`)
  return found
}

describe('a summary', () => {
  it('has each event with its own outcomes and topics, and leaves none of them out', () => {
    expect(summary.events.map(({ outcomes }) => outcomes.length)).toEqual([3, 1, 0])
    expect(summary.events.map(({ topics }) => topics.length)).toEqual([1, 2, 0])
    expect(summary.outcomes.map(({ text }) => text)).toEqual(['the ministry will report on appointments in September'])
  })

  it('gives every line words of the text, and those of a label, an outcome or a topic are the line', () => {
    for (const line of linesOfSummary(summary)) {
      expect(line.spans.length).toBeGreaterThan(0)
      for (const [start, end] of line.spans) expect(ministers.slice(start, end)).not.toBe('')
    }
    const quoting = summary.events.flatMap(({ label, outcomes, topics }) => [label, ...outcomes, ...topics])
    expect(quoting.map(({ spans }) => ministers.slice(...(spans[0] ?? [0, 0])))).toEqual(
      quoting.map(({ text }) => text),
    )
  })

  it('says the paragraph of an outcome and its deadline', () => {
    const [agreed] = eventCalled('met his colleague').outcomes
    expect(agreed).toMatchObject({ paragraph: 4, due: { text: '2024-05-30' } })
  })

  it('tells what is likely from what the words say, and why it is', () => {
    const inMargins = eventCalled('met his colleague')
    expect(inMargins.day).toMatchObject({ state: 'likely', why: { via: 'In the margins', paragraph: 1 } })
    expect(inMargins.tie).toBe('In the margins')
    expect(eventCalled('opened').day).toMatchObject({ state: 'certain', why: null })
    expect(eventCalled('opened').people).toMatchObject([{ text: 'Oriol Maran', state: 'likely' }])
  })

  it('says the office of a person once, where the person first comes up', () => {
    const offices = summary.events.flatMap(({ people }) => people.map(({ text, role }) => [text, role]))
    expect(offices).toEqual([
      ['Oriol Maran', 'Deputy Prime Minister'],
      ['Oriol Maran', null],
      ['Ilse Tormund', 'colleague'],
      ['Oriol Maran', null],
    ])
  })

  it('of a text without events has its people and places only', () => {
    const reading = { ...ministersReading(), meetings: [], outcomes: [], topics: [] }
    const alone = summarised(reading)
    expect(alone.events).toEqual([])
    expect(linesOfSummary(alone).map(({ text }) => text)).toEqual([
      'Oriol Maran',
      'Ilse Tormund',
      'Port Vell',
      'Santa Rea',
      'Lindhaven',
    ])
    expect(linesOfSummary(summarised(readText('Nothing happened.')))).toEqual([])
  })

  it('gives no two lines one key', () => {
    const keys = linesOfSummary(summary).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('words that are pointed at', () => {
  const lines = linesOfSummary(summary)

  it('light exactly the lines that rest on them', () => {
    const at = (words: string) =>
      linesAt(lines, placeIn(ministers, words)[0]).map((key) => lines.find((line) => line.key === key)?.text)
    expect(at('agreed to publish')).toEqual(['agreed to publish a timetable before 30 May'])
    expect(at('12 April')).toEqual(['2024-04-12', '2024-04-12'])
    expect(at('a reliable friend')).toEqual([])
  })

  it('light a line from the first to the last of its letters and no further', () => {
    fc.assert(
      fc.property(fc.nat(ministers.length), (offset) => {
        const lit = new Set(linesAt(lines, offset))
        for (const { key, spans } of lines) {
          expect(lit.has(key)).toBe(spans.some(([start, end]) => offset >= start && offset < end))
        }
      }),
    )
  })
})

it('a carried field stays unexplained when it is of its own paragraph and nothing carries it', () => {
  const reading = ministersReading()
  const [first, ...rest] = reading.meetings
  if (first === undefined) throw new Error('the sample has no event')
  const evidence = { ...first.evidence, place: carried(placeIn(ministers, 'Santa Rea')) }
  const [event] = summarised({ ...reading, meetings: [{ ...first, evidence }, ...rest] }).events
  expect(event?.place).toMatchObject({ state: 'likely', why: null })
})
