// Whatever the text: the words at a span support the field that points there.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { certainties, type Evidence, type OffsetPair, type Reading } from '../../../domain/reading/reading.ts'
import { onOneLine } from '../../../domain/text/lines.ts'
import { createTextReader } from '../../../main/text-reader.ts'
import { readText } from '../../engine.ts'
import { texts } from './readout-texts.ts'

const numRuns = 300

/** Holds a rule to the reading of any text. */
function holds(rule: (reading: Reading) => void) {
  fc.assert(
    fc.property(texts, (text) => rule(readText(text))),
    { numRuns },
  )
}

const wordsAt = ({ text }: Reading, [start, end]: OffsetPair) => onOneLine(text.slice(start, end))
const wordsOf = (words: string) => words.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '')

/** True when the words stand among the others in their order; a plural may stand for its singular. */
function isWithin(words: string, others: string): boolean {
  let from = 0
  const printed = wordsOf(others)
  return wordsOf(words).every((word) => {
    const found = printed.findIndex((other, index) => index >= from && (other === word || other === `${word}s`))
    from = found + 1
    return found >= 0
  })
}

/** Every pair of offsets in a reading, wherever it stands. */
function pairsIn(value: unknown): readonly OffsetPair[] {
  if (Array.isArray(value)) {
    const [start, end] = value
    return value.length === 2 && typeof start === 'number' && typeof end === 'number'
      ? [[start, end]]
      : value.flatMap(pairsIn)
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(pairsIn) : []
}

/** Every piece of evidence in a reading. */
function evidenceIn(value: unknown): readonly Partial<Evidence>[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'via' in value && 'span' in value ? [value as Partial<Evidence>] : []
  return [...own, ...Object.values(value).flatMap(evidenceIn)]
}

const daysWords =
  /\d|day|night|morning|afternoon|evening|ago|week|month|year|today|tomorrow|\b(?:mon|tue|wed|thu|fri|sat|sun)\b|сегодня|вчера|hier|demain/iu

function isDay(iso: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(iso) && new Date(`${iso}T12:00:00Z`).toISOString().startsWith(iso)
}

describe('the reading of any text', () => {
  it('has only spans within the text, with something in them, that split no character', () => {
    holds((reading) => {
      for (const [start, end] of pairsIn(reading)) {
        expect([start >= 0, start < end, end <= reading.text.length]).toEqual([true, true, true])
        expect(reading.text.slice(start, end).isWellFormed()).toBe(true)
        expect(reading.text.slice(start, end).trim()).not.toBe('')
      }
    })
  })

  it('says everywhere how sure it is', () => {
    holds((reading) => {
      for (const { certainty } of evidenceIn(reading)) expect(certainties).toContain(certainty)
    })
  })

  it('is the same whenever it is made', () => {
    const another = createTextReader()
    holds((reading) => {
      expect(another(reading.text)).toEqual(reading)
    })
  })

  it('names persons by the words at their spans and no others', () => {
    holds((reading) => {
      for (const { name, aliases, spans, evidence } of reading.people) {
        const printed = new Set(spans.map((span) => wordsAt(reading, span)))
        expect([...printed].toSorted()).toEqual([...new Set([name, ...aliases])].toSorted())
        expect(wordsAt(reading, evidence.name.span)).toBe(name)
        expect(aliases).toEqual(expect.arrayContaining([...evidence.alike].filter((form) => form !== name)))
      }
    })
  })

  it('gives offices in the words at their spans, shortened only by leaving words out', () => {
    holds((reading) => {
      for (const { role, evidence } of reading.people) {
        expect(role === null).toBe(evidence.role === null)
        if (role !== null && evidence.role !== null)
          expect([role, isWithin(role, wordsAt(reading, evidence.role.span))]).toEqual([role, true])
      }
    })
  })

  it('calls events by the words at their spans, shortened only by leaving words out', () => {
    holds((reading) => {
      for (const { label, evidence } of reading.meetings) {
        expect(label.trim()).not.toBe('')
        expect([label, isWithin(label, wordsAt(reading, evidence.label.span))]).toEqual([label, true])
      }
    })
  })

  it('dates events by days that there are, told in the words at their spans', () => {
    holds((reading) => {
      for (const { date, evidence } of reading.meetings) {
        expect(date === null).toBe(evidence.date === null)
        if (date === null || evidence.date === null) continue
        expect([date, isDay(date)]).toEqual([date, true])
        expect(wordsAt(reading, evidence.date.span)).toMatch(daysWords)
      }
      if (reading.dateline.date !== null) expect(isDay(reading.dateline.date)).toBe(true)
    })
  })

  it('places events, and itself, in the words at their spans', () => {
    holds((reading) => {
      for (const { place, evidence } of reading.meetings) {
        expect(evidence.place === null ? null : wordsAt(reading, evidence.place.span)).toBe(
          place === null ? null : onOneLine(place),
        )
      }
      const { head, dateline } = reading
      if (head.place !== null) expect(wordsAt(reading, head.place.span)).toBe(onOneLine(dateline.place ?? ''))
      if (head.title !== null) expect(wordsAt(reading, head.title.span)).toContain(reading.title)
    })
  })

  it('knows everybody who takes part in an event', () => {
    holds((reading) => {
      const names = new Set(reading.people.map(({ name }) => name))
      for (const { people, evidence } of reading.meetings) {
        expect(people.filter((name) => !names.has(name))).toEqual([])
        if (names.size === reading.people.length) expect(new Set(people).size).toBe(people.length)
        expect(evidence.people).toHaveLength(people.length)
      }
    })
  })

  it('gives outcomes, topics and summary as printed, each with an event that there is or none', () => {
    holds((reading) => {
      for (const { text, span } of [...reading.outcomes, ...reading.topics, ...reading.summary])
        expect(text).toBe(reading.text.slice(...span))
      for (const { meeting } of [...reading.outcomes, ...reading.topics])
        expect(meeting === null ? 0 : meeting).toBeLessThan(Math.max(1, reading.meetings.length))
      for (const { due, evidence } of reading.outcomes) {
        expect(due === null).toBe(evidence.due === null)
        if (due !== null) expect([due, isDay(due)]).toEqual([due, true])
      }
    })
  })

  it('names places, organisations and documents by the words at their spans', () => {
    holds((reading) => {
      for (const { name, spans } of [...reading.places, ...reading.organisations, ...reading.documents])
        expect(spans.map((span) => wordsAt(reading, span))).toContain(name)
    })
  })

  it('sums up in the order of the text, every event and outcome once', () => {
    holds((reading) => {
      const starts = reading.summary.map(({ span }) => span[0])
      expect(starts).toEqual([...new Set(starts)].toSorted((a, b) => a - b))
      for (const { span } of [...reading.meetings, ...reading.outcomes])
        expect(reading.summary.some((sentence) => sentence.span[0] <= span[0] && span[1] <= sentence.span[1])).toBe(
          true,
        )
    })
  })
})
