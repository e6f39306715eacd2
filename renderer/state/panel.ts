// What the review shows beside a text: fields with the words behind each. A field is named by its address, so that keys, edits and
// the page mean the same one.
import type { CorrectedPerson, CorrectedReading, Field } from '../../domain/reading/corrected.ts'
import type { FieldAddress } from '../../domain/reading/edit.ts'
import type { OffsetPair } from '../../domain/reading/reading.ts'
import type { WordsOfLine } from './summary.ts'
import { spansOf } from './why.ts'

/** A field as the page knows it. */
export function fieldId(address: FieldAddress): string {
  return address.list === 'head' ? `head ${address.field}` : `${address.list} ${address.key} ${address.field}`
}

/** The words behind every field that is shown. */
export function wordsOfFields(reading: CorrectedReading): readonly WordsOfLine[] {
  const words = (address: FieldAddress, field: Field<unknown>, more: readonly OffsetPair[] = []) => ({
    key: fieldId(address),
    spans: [...spansOf(field.evidence), ...more],
  })
  const { head } = reading
  return [
    ...(['title', 'place', 'date', 'source'] as const).map((field) => words({ list: 'head', field }, head[field])),
    ...reading.meetings.flatMap(({ key, label, format, date, place, people, span }) => [
      words({ list: 'meetings', key, field: 'label' }, label, [span]),
      words({ list: 'meetings', key, field: 'format' }, format),
      words({ list: 'meetings', key, field: 'date' }, date),
      words({ list: 'meetings', key, field: 'place' }, place),
      words(
        { list: 'meetings', key, field: 'people' },
        people,
        people.value.flatMap(({ evidence }) => spansOf(evidence)),
      ),
    ]),
    ...reading.people.flatMap(({ key, spans, name, role, affiliation }) => [
      words({ list: 'people', key, field: 'name' }, name, spans),
      words({ list: 'people', key, field: 'role' }, role),
      words({ list: 'people', key, field: 'affiliation' }, affiliation),
    ]),
    ...reading.outcomes.flatMap(({ key, span, kind, due }) => [
      { key: fieldId({ list: 'outcomes', key, field: 'kind' }), spans: [span, ...spansOf(kind.evidence)] },
      words({ list: 'outcomes', key, field: 'due' }, due),
    ]),
    ...(['places', 'organisations'] as const).flatMap((list) =>
      reading[list].map(({ key, name, spans }) => words({ list, key, field: 'name' }, name, spans)),
    ),
    ...reading.topics.map(({ key, text, span }) => words({ list: 'topics', key, field: 'text' }, text, [span])),
  ]
}

/** The kinds of words that the text under review has underlined. */
export const markKinds = ['event', 'date', 'place', 'person', 'outcome'] as const
export type MarkKind = (typeof markKinds)[number]

/** What is underlined in the text, by kind. */
export function marksOf(reading: CorrectedReading): Readonly<Record<MarkKind, readonly OffsetPair[]>> {
  const { head, meetings, people, places, outcomes } = reading
  const said = (fields: readonly Field<unknown>[]) =>
    fields.flatMap(({ evidence }) => (evidence === null ? [] : [evidence.span]))
  return {
    event: meetings.map(({ label, span }) => label.evidence?.span ?? span),
    date: said([head.date, ...meetings.map(({ date }) => date), ...outcomes.map(({ due }) => due)]),
    place: [...said([head.place]), ...places.flatMap(({ spans }) => spans)],
    person: people.flatMap(({ spans }) => spans),
    outcome: outcomes.map(({ span }) => span),
  }
}

export type CountryGroup = { readonly affiliation: string | null; readonly people: readonly CorrectedPerson[] }

/** People by country or body, in the order in which each is first named; those of none come last. */
export function groupedPeople(people: readonly CorrectedPerson[]): readonly CountryGroup[] {
  const groups = new Map<string | null, CorrectedPerson[]>()
  for (const person of people) {
    const known = groups.get(person.affiliation.value)
    if (known === undefined) groups.set(person.affiliation.value, [person])
    else known.push(person)
  }
  const all = [...groups].map(([affiliation, members]) => ({ affiliation, people: members }))
  return [
    ...all.filter(({ affiliation }) => affiliation !== null),
    ...all.filter(({ affiliation }) => affiliation === null),
  ]
}

/** Mentions of a person that are in one of the forms taken for it on likeness alone. In: the person, the text. */
export function alikeSpans({ spans, alike }: CorrectedPerson, text: string): readonly OffsetPair[] {
  return spans.filter(([start, end]) => {
    const words = text.slice(start, end)
    return alike.some((form) => words === form || words.split(/\s+/u).includes(form))
  })
}
