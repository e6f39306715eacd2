import { describe, expect, it } from 'vitest'
import { corrected } from '../../../domain/reading/correct.ts'
import { correctedReading } from '../../../domain/reading/corrected-reading.ts'
import { addingEdit, additionOf, eventBefore } from '../../../renderer/state/additions.ts'
import { dateEdit, draftDateEdit, typedNames } from '../../../renderer/state/field-edits.ts'
import { alikeSpans, fieldId, groupedPeople, marksOf, wordsOfFields } from '../../../renderer/state/panel.ts'
import { linesAt } from '../../../renderer/state/summary.ts'
import { ministers, ministersReading, placeIn } from '../sample-reading.ts'

const whole = ministersReading()
const reading = correctedReading(whole, {})

describe('the fields of a review', () => {
  it('have one name each', () => {
    const keys = wordsOfFields(reading).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('are found from the words that say them', () => {
    const [first] = reading.meetings
    const at = linesAt(wordsOfFields(reading), placeIn(ministers, '12 April')[0])
    expect(at).toContain(fieldId({ list: 'meetings', key: first?.key ?? '', field: 'date' }))
    expect(at).not.toContain(fieldId({ list: 'head', field: 'date' }))
  })

  it('mark in the text only words that are there, each kind its own', () => {
    const marks = marksOf(reading)
    const words = (kind: keyof typeof marks) => marks[kind].map(([start, end]) => ministers.slice(start, end))
    expect(words('event')).toEqual(reading.meetings.map(({ label }) => label.value))
    expect(words('person')).toEqual(['Oriol Maran', 'Maran', 'Maron', 'Ilse Tormund', 'Tormund'])
    expect(words('outcome')).toEqual(reading.outcomes.map(({ text }) => text))
    expect(words('date')).toContain('30 May')
  })
})

describe('people', () => {
  it('stand by country, those of none last', () => {
    const groups = groupedPeople(reading.people).map(({ affiliation, people }) => [affiliation, people.length])
    expect(groups).toEqual([
      ['Norway', 1],
      [null, 1],
    ])
  })

  it('of a likely spelling can be told from the rest of the mentions', () => {
    const [maran] = reading.people
    if (maran === undefined) throw new Error('the sample names nobody')
    expect(alikeSpans(maran, ministers)).toEqual([placeIn(ministers, 'Maron')])
    const edit = { kind: 'split', list: 'people', key: maran.key, spans: alikeSpans(maran, ministers) } as const
    const names = correctedReading(whole, corrected(whole, {}, edit)).people.map(({ name }) => name.value)
    expect(names).toContain('Maron')
  })
})

describe('words made into something', () => {
  const [start, end] = placeIn(ministers, 'called the ferry line a shared priority')
  const span = { start, end }

  it.each(['event', 'person', 'outcome', 'commitment', 'topic'] as const)(
    'as %s are shown, as a person’s word',
    (addition) => {
      const meeting = eventBefore(reading.meetings, start)
      const after = correctedReading(whole, corrected(whole, {}, addingEdit(addition, span, meeting)))
      const count = ({ meetings, people, outcomes, topics }: typeof reading) =>
        [meetings, people, outcomes, topics].flat().length
      expect(count(after)).toBe(count(reading) + 1)
    },
  )

  it('belong to the event that was last spoken of', () => {
    expect(eventBefore(reading.meetings, start)).toBe(reading.meetings[1]?.key)
    expect(eventBefore(reading.meetings, 0)).toBeNull()
  })

  it.each([
    ['e', 'KeyE', 'event'],
    ['P', 'KeyP', 'person'],
    ['щ', 'KeyO', 'outcome'],
    ['c', 'KeyC', 'commitment'],
    ['t', 'KeyT', 'topic'],
    ['Enter', 'Enter', null],
    ['x', 'KeyX', null],
  ])('by the key %s (%s): %s', (key, code, addition) => {
    expect(additionOf(key, code)).toBe(addition)
  })
})

describe('typed values', () => {
  const date = { list: 'head', field: 'date' } as const

  it('of a date are days, nothing, or no edit at all', () => {
    expect(dateEdit(date, '15 April 2024', null)).toMatchObject({ value: '2024-04-15' })
    expect(dateEdit(date, '', null)).toMatchObject({ value: null })
    expect(dateEdit(date, '2024-0', null)).toBeNull()
    expect(draftDateEdit(date, '2024-0')).toMatchObject({ value: '2024-0' })
  })

  it('of people are names between semicolons, each once', () => {
    expect(typedNames(' Oriol Maran;; Ilse Tormund ;Oriol Maran')).toEqual(['Oriol Maran', 'Ilse Tormund'])
    expect(typedNames(' ; ')).toEqual([])
  })
})
