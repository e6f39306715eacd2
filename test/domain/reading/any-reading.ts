// Readings and edits at random, for what must hold whatever was read and whatever a person does.
import fc from 'fast-check'
import { assertNever } from '../../../domain/assert-never.ts'
import type { CorrectedMention, CorrectedReading, ItemList, MentionList } from '../../../domain/reading/corrected.ts'
import { itemLists, mentionLists } from '../../../domain/reading/corrected.ts'
import { headFields } from '../../../domain/reading/corrections.ts'
import type { Edit } from '../../../domain/reading/edit.ts'
import { meetingFormats, type OffsetPair, outcomeKinds, type Reading } from '../../../domain/reading/reading.ts'
import { evidence, meetingAt, mentionAt, outcomeAt, personAt, readingWith } from './readings.ts'

/** Twelve sentences of four words of six letters, so that places are easy to tell. */
export const plainText = Array.from({ length: 12 }, (_, row) =>
  Array.from({ length: 4 }, (_, column) => `Word${String.fromCharCode(97 + row)}${column}`).join(' '),
).join('. ')

const wordCount = 48
const words = [...plainText.matchAll(/\w+/g)].map(({ index }): OffsetPair => [index, index + 6])
const sentences = Array.from({ length: 12 }, (_, row): OffsetPair => {
  const [first, last] = [words[row * 4], words[row * 4 + 3]]
  return [first?.[0] ?? 0, last?.[1] ?? 0]
})
const word = fc.constantFrom(...words)
const sentence = fc.constantFrom(...sentences)
const certainty = fc.constantFrom('certain', 'likely')

/** Names for disjoint words: which of five items (or none) each word belongs to. */
const owners = fc.array(fc.integer({ min: -3, max: 4 }), { minLength: wordCount, maxLength: wordCount })
const mentioned = (given: readonly number[]) =>
  [0, 1, 2, 3, 4].flatMap((owner) => {
    const spans = words.filter((_, index) => given[index] === owner)
    return spans.length === 0 ? [] : [{ name: plainText.slice(...(spans[0] ?? [0, 0])), spans }]
  })

const people = fc.tuple(
  owners,
  fc.array(fc.option(fc.constantFrom('minister', 'envoy')), { minLength: 5, maxLength: 5 }),
)
const meeting = fc.record({
  span: sentence,
  label: fc.constantFrom('met', 'session', 'talks held', 'opening'),
  format: fc.constantFrom(...meetingFormats),
  date: fc.option(fc.constantFrom('2025-05-05', '2025-05-06')),
  place: fc.option(fc.constantFrom('Bern', 'Oslo')),
  certainty,
  who: fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 3 }),
})
const outcome = fc.record({
  span: sentence,
  kind: fc.constantFrom(...outcomeKinds),
  meeting: fc.option(fc.integer({ min: 0, max: 5 })),
})

const topic = fc.record({
  span: fc.oneof(word, sentence),
  meeting: fc.option(fc.integer({ min: 0, max: 5 })),
})

/** Any reading of `plainText`: items with shared sentences, people with many mentions, no two items the same. */
export const anyReading: fc.Arbitrary<Reading> = fc
  .record({
    people,
    places: owners,
    meetings: fc.uniqueArray(meeting, { maxLength: 6, selector: ({ span, label }) => `${span} ${label}` }),
    outcomes: fc.uniqueArray(outcome, { maxLength: 4, selector: ({ span, kind }) => `${span} ${kind}` }),
    topics: fc.uniqueArray(topic, { maxLength: 4, selector: ({ span }) => String(span) }),
    title: fc.option(fc.constant('Worda0 Worda1')),
  })
  .map((given) => {
    const named = mentioned(given.people[0])
    const meetings = given.meetings.map(({ span, who, ...parts }) => {
      const names = new Set(who.flatMap((index) => named[index]?.name ?? []))
      return meetingAt(span, { ...parts, people: [...names] })
    })
    return readingWith(plainText, {
      title: given.title,
      head: { title: given.title === null ? null : evidence([0, 13]), place: null, date: null, source: null },
      people: named.map(({ name, spans }, index) => personAt(name, spans, { role: given.people[1][index] ?? null })),
      places: mentioned(given.places).map(({ name, spans }) => mentionAt(name, spans)),
      meetings,
      outcomes: given.outcomes.map(({ span, kind, meeting: index }) =>
        outcomeAt(plainText, span, { kind, meeting: index !== null && index < meetings.length ? index : null }),
      ),
      topics: given.topics.map(({ span, meeting: index }) => ({
        text: plainText.slice(...span),
        meeting: index !== null && index < meetings.length ? index : null,
        span,
      })),
    })
  })

/** A person's wish; what it is about is chosen among what is shown (`pick`, `other`) when it is made. */
export type Wish = {
  readonly kind: Edit['kind']
  readonly list: ItemList
  readonly mentions: MentionList
  readonly pick: number
  readonly other: number
  readonly word: OffsetPair
  readonly text: string
}

export const anyWish: fc.Arbitrary<Wish> = fc.record({
  kind: fc.constantFrom<Edit['kind'][]>(
    'set',
    'confirm-field',
    'confirm-item',
    'confirm-certain',
    'take-back-field',
    'take-back-item',
    'remove',
    'restore',
    'add',
    'merge',
    'split',
    'one-person',
  ),
  list: fc.constantFrom(...itemLists),
  mentions: fc.constantFrom(...mentionLists),
  pick: fc.nat(20),
  other: fc.nat(20),
  word: fc.oneof(word, sentence),
  text: fc.constantFrom('Typed', 'Other', 'Third'),
})

/** The edit a wish means on what is shown now; null where there is nothing to do it to. */
export function editOf(wish: Wish, shown: CorrectedReading): Edit | null {
  const { kind, list, mentions, word: span } = wish
  const items: readonly { readonly key: string }[] = shown[list]
  const key = nth(items, wish.pick)?.key
  switch (kind) {
    case 'set':
      return settingOf(wish, shown, key)
    case 'confirm-field':
    case 'take-back-field': {
      if (list === 'meetings')
        return key === undefined ? null : { kind, list, key, field: nth(meetingNames, wish.other) ?? 'label' }
      if (list === 'people')
        return key === undefined ? null : { kind, list, key, field: nth(personNames, wish.other) ?? 'name' }
      if (list === 'outcomes')
        return key === undefined ? null : { kind, list, key, field: nth(outcomeNames, wish.other) ?? 'kind' }
      if (list === 'topics')
        return key === undefined ? null : { kind, list, key, field: nth(topicNames, wish.other) ?? 'text' }
      return key === undefined
        ? { kind, list: 'head', field: nth(headFields, wish.other) ?? 'title' }
        : { kind, list, key, field: 'name' }
    }
    case 'confirm-item':
    case 'take-back-item':
    case 'remove':
      return key === undefined ? null : { kind, list, key }
    case 'restore': {
      const gone = nth(shown.removed, wish.pick)
      return gone === undefined ? null : { kind, list: gone.list, key: gone.key }
    }
    case 'confirm-certain':
      return { kind }
    case 'add':
      if (list === 'outcomes')
        return { kind, list, span, outcome: 'commitment', meeting: nth(shown.meetings, wish.other)?.key ?? null }
      if (list === 'topics') return { kind, list, span, meeting: nth(shown.meetings, wish.other)?.key ?? null }
      return { kind, list, span }
    case 'merge': {
      const named: readonly CorrectedMention[] = shown[mentions]
      const into = nth(named, wish.pick)?.key
      const from = nth(named, wish.other)?.key
      return into === undefined || from === undefined ? null : { kind, list: mentions, into, from }
    }
    case 'split': {
      const named: readonly CorrectedMention[] = shown[mentions]
      const item = nth(named, wish.pick)
      const chosen = item?.spans.filter((_, index) => (index + wish.other) % 2 === 0)
      return item === undefined || chosen === undefined ? null : { kind, list: mentions, key: item.key, spans: chosen }
    }
    case 'one-person': {
      const person = nth(shown.people, wish.pick)?.key
      return person === undefined ? null : { kind, key: person }
    }
    default:
      return assertNever(kind)
  }
}

const meetingNames = ['label', 'format', 'date', 'place', 'people'] as const
const personNames = ['name', 'role', 'affiliation'] as const
const topicNames = ['text', 'meeting'] as const
const outcomeNames = ['kind', 'due', 'meeting', 'words'] as const

function settingOf({ list, other, text, word }: Wish, shown: CorrectedReading, key: string | undefined): Edit | null {
  if (key === undefined) return { kind: 'set', list: 'head', field: nth(headFields, other) ?? 'title', value: text }
  switch (list) {
    case 'meetings': {
      const names = shown.people.slice(0, other % 3).map(({ name }) => name.value)
      const edits: readonly Edit[] = [
        { kind: 'set', list, key, field: 'label', value: text },
        { kind: 'set', list, key, field: 'place', value: text },
        { kind: 'set', list, key, field: 'date', value: null },
        { kind: 'set', list, key, field: 'people', value: names },
      ]
      return nth(edits, other) ?? null
    }
    case 'people':
      return { kind: 'set', list, key, field: nth(personNames, other) ?? 'name', value: text }
    case 'outcomes': {
      const meeting = nth(shown.meetings, other)?.key ?? null
      const edits: readonly Edit[] = [
        { kind: 'set', list, key, field: 'kind', value: 'signed' },
        { kind: 'set', list, key, field: 'due', value: '2025-12-01' },
        { kind: 'set', list, key, field: 'meeting', value: meeting },
        { kind: 'set', list, key, field: 'words', value: word },
      ]
      return nth(edits, other) ?? null
    }
    case 'topics':
      return other % 2 === 0
        ? { kind: 'set', list, key, field: 'text', value: text }
        : { kind: 'set', list, key, field: 'meeting', value: nth(shown.meetings, other)?.key ?? null }
    default:
      return { kind: 'set', list, key, field: 'name', value: text }
  }
}

function nth<Item>(items: readonly Item[], index: number): Item | undefined {
  return items.length === 0 ? undefined : items[index % items.length]
}
