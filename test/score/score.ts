// The engine's score over labelled texts: per field, all texts together. Same fields and weights as ../shared/readouts/score.mjs, so
// that both can be read side by side; the matching is our own.
import type { ReadText } from '../../domain/reading/read.ts'
import type { Reading } from '../../domain/reading/reading.ts'
import { normalise } from '../../domain/text/normalise.ts'
import { eventPairs } from './events.ts'
import type { LabelledText, Labels } from './labelled.ts'
import { alike, paired, plain, sameName, samePlace, shared } from './likeness.ts'

/** What was asked for, what was found, and what of it is right. Of a rate, asked and found are the same. */
export type Tally = { readonly asked: number; readonly found: number; readonly right: number }
export type Field = (typeof fields)[number]
export type Score = {
  readonly texts: number
  readonly tallies: Readonly<Record<Field, Tally>>
  readonly overall: number
}

export const fields = [
  'dateline place',
  'dateline date',
  'title',
  'events',
  'event date',
  'event place',
  'event format',
  'event people',
  'people',
  'person role',
  'person affiliation',
  'places',
  'organisations',
  'outcomes',
  'outcome kind',
  'topics',
] as const

const weights: Readonly<Partial<Record<Field, number>>> = {
  'dateline place': 0.1,
  'dateline date': 0.1,
  events: 0.25,
  'event date': 0.05,
  'event place': 0.05,
  'event format': 0.05,
  people: 0.15,
  'person role': 0.05,
  outcomes: 0.15,
  places: 0.05,
}

/** Reads all texts and compares. Percentages are made by `f1`. */
export function scoreOf(texts: readonly LabelledText[], read: ReadText): Score {
  const total = Object.fromEntries(fields.map((field) => [field, none])) as Record<Field, Tally>
  for (const { text, labels } of texts) {
    const normal = normalise(text)
    const own = compared(labels, read(normal.ok ? normal.value : text))
    for (const field of fields) total[field] = sum(total[field], own[field])
  }
  const overall = Object.entries(weights).reduce((so, [field, weight]) => so + weight * f1(total[field as Field]), 0)
  return { texts: texts.length, tallies: total, overall }
}

/** Harmonic mean of precision and recall, 0 to 100; 0 where nothing was right. */
export function f1({ asked, found, right }: Tally): number {
  return right === 0 ? 0 : (200 * right) / (asked + found)
}

const none: Tally = { asked: 0, found: 0, right: 0 }

function sum(one: Tally, other: Tally): Tally {
  return { asked: one.asked + other.asked, found: one.found + other.found, right: one.right + other.right }
}

function rate(...answers: readonly boolean[]): Tally {
  return { asked: answers.length, found: answers.length, right: answers.filter(Boolean).length }
}

/** One reading against its labels. */
export function compared(labels: Labels, reading: Reading): Readonly<Record<Field, Tally>> {
  const { dateline, title } = reading
  return {
    'dateline place': rate(samePlace(labels.dateline.place, dateline.place)),
    'dateline date': rate((labels.dateline.date ?? null) === dateline.date),
    title: rate(labels.title === null ? title === null : shared(labels.title, title ?? '') >= 0.8),
    ...events(labels, reading),
    ...people(labels, reading),
    ...outcomes(labels, reading),
    places: names(labels.places, reading.places),
    organisations: names(labels.organisations, reading.organisations),
    topics: topics(labels, reading),
  }
}

function events(labels: Labels, reading: Reading) {
  const { pairs, counted } = eventPairs(labels, reading)
  const both = pairs.flatMap(([asked, found]) => {
    const [label, event] = [labels.meetings[asked], reading.meetings[found]]
    return label === undefined || event === undefined ? [] : [{ label, event }]
  })
  return {
    events: { asked: labels.meetings.length, found: counted, right: pairs.length },
    'event date': rate(...both.map(({ label, event }) => label.date === event.date)),
    'event place': rate(...both.map(({ label, event }) => samePlace(label.place, event.place))),
    'event format': rate(...both.map(({ label, event }) => label.format === event.format)),
    'event people': both
      .map(({ label, event }) => {
        const right = paired(label.people, event.people, sameName, 1).length
        return { asked: label.people.length, found: event.people.length, right }
      })
      .reduce(sum, none),
  }
}

function people(labels: Labels, reading: Reading) {
  const pairs = paired(
    labels.people,
    reading.people,
    ({ name, aliases }, found) => {
      if (plain(name) === plain(found.name)) return 3
      if (aliases.some((alias) => plain(alias) === plain(found.name))) return 2
      return name.includes(' ') && found.name.includes(' ') && shared(name, found.name) === 1 ? 1 : 0
    },
    1,
  )
  const both = pairs.flatMap(([asked, found]) => {
    const [label, person] = [labels.people[asked], reading.people[found]]
    return label === undefined || person === undefined ? [] : [{ label, person }]
  })
  const roles = both.filter(({ label }) => label.role !== null)
  const sides = both.filter(({ label }) => label.country_or_org !== null)
  return {
    people: { asked: labels.people.length, found: reading.people.length, right: pairs.length },
    'person role': rate(...roles.map(({ label, person }) => alike(label.role ?? '', person.role ?? '') >= 0.5)),
    'person affiliation': rate(
      ...sides.map(({ label, person }) => sameName(label.country_or_org ?? '', person.affiliation ?? '') > 0),
    ),
  }
}

function outcomes(labels: Labels, reading: Reading) {
  const pairs = paired(
    labels.outcomes,
    reading.outcomes,
    ({ quote }, { text }) => Math.max(alike(quote, text), 0.8 * shared(quote, text)),
    0.5,
  )
  return {
    outcomes: { asked: labels.outcomes.length, found: reading.outcomes.length, right: pairs.length },
    'outcome kind': rate(
      ...pairs.map(([asked, found]) => labels.outcomes[asked]?.kind === reading.outcomes[found]?.kind),
    ),
  }
}

function names(asked: readonly string[], found: readonly { readonly name: string }[]): Tally {
  const right = paired(asked, found, (name, other) => sameName(name, other.name), 1).length
  return { asked: asked.length, found: found.length, right }
}

/** Topics are asked for, not counted against: how many of the labels' some topic of the reading tells. */
function topics({ topics_discussed: asked = [] }: Labels, reading: Reading): Tally {
  return rate(...asked.map((topic) => reading.topics.some(({ text }) => shared(topic, text) >= 0.5)))
}
