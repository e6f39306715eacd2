// What holds for all readings and all edits: the algebra of corrections.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { corrected } from '../../../domain/reading/correct.ts'
import { type CorrectedReading, type ItemList, itemLists } from '../../../domain/reading/corrected.ts'
import { correctedReading } from '../../../domain/reading/corrected-reading.ts'
import type { Corrections } from '../../../domain/reading/corrections.ts'
import { correctionsSchema } from '../../../domain/reading/corrections-schema.ts'
import type { Edit } from '../../../domain/reading/edit.ts'
import type { OffsetPair, Reading } from '../../../domain/reading/reading.ts'
import { anyReading, anyWish, editOf, type Wish } from './any-reading.ts'

const wishes = fc.array(anyWish, { maxLength: 12 })

/** What wishes made one after the other come to. */
function saying(reading: Reading, made: readonly Wish[]): Corrections {
  return made.reduce((corrections, wish) => {
    const edit = editOf(wish, correctedReading(reading, corrections))
    return edit === null ? corrections : corrected(reading, corrections, edit)
  }, {} as Corrections)
}

/** Items in no order and without keys, so that readings in another order can be compared. */
function content(shown: CorrectedReading) {
  const labels = new Map(shown.meetings.map(({ key, span, label }) => [key, `${span} ${label.value}`]))
  const names = new Map(shown.people.map(({ key, spans, name }) => [key, `${spans} ${name.value}`]))
  const bare = (items: readonly object[]) => items.map((item) => JSON.stringify({ ...item, key: '' })).toSorted()
  return {
    head: shown.head,
    meetings: bare(
      shown.meetings.map((meeting) => ({
        ...meeting,
        people: {
          ...meeting.people,
          value: meeting.people.value.map((one) => ({ ...one, person: names.get(one.person ?? '') ?? null })),
        },
      })),
    ),
    people: bare(shown.people),
    outcomes: bare(
      shown.outcomes.map((outcome) => ({
        ...outcome,
        meeting: { ...outcome.meeting, value: labels.get(outcome.meeting.value ?? '') ?? null },
      })),
    ),
    places: bare(shown.places),
    organisations: bare(shown.organisations),
    topics: bare(
      shown.topics.map((topic) => ({
        ...topic,
        meeting: { ...topic.meeting, value: labels.get(topic.meeting.value ?? '') ?? null },
      })),
    ),
    removed: bare(shown.removed),
  }
}

const shuffled = (reading: Reading): fc.Arbitrary<Reading> =>
  fc
    .tuple(
      fc.shuffledSubarray([...reading.meetings.keys()], { minLength: reading.meetings.length }),
      fc.shuffledSubarray([...reading.people], { minLength: reading.people.length }),
      fc.shuffledSubarray([...reading.outcomes], { minLength: reading.outcomes.length }),
      fc.shuffledSubarray([...reading.places], { minLength: reading.places.length }),
      fc.shuffledSubarray([...reading.topics], { minLength: reading.topics.length }),
    )
    .map(([order, people, outcomes, places, topics]) => ({
      ...reading,
      meetings: order.flatMap((index) => reading.meetings[index] ?? []),
      people,
      places,
      topics: topics.map((one) => ({ ...one, meeting: one.meeting === null ? null : order.indexOf(one.meeting) })),
      outcomes: outcomes.map((one) => ({ ...one, meeting: one.meeting === null ? null : order.indexOf(one.meeting) })),
    }))

describe('a corrected reading', () => {
  it('gives each item of a list, shown or removed, a key of its own', () =>
    fc.assert(
      fc.property(anyReading, wishes, (reading, made) => {
        const shown = correctedReading(reading, saying(reading, made))
        for (const list of itemLists) {
          const gone = shown.removed.filter((item) => item.list === list).map(({ key }) => key)
          const keys = [...shown[list].map(({ key }) => key), ...gone]
          expect(new Set(keys).size).toBe(keys.length)
        }
      }),
    ))

  it('gives no mention to two people', () =>
    fc.assert(
      fc.property(anyReading, wishes, (reading, made) => {
        const { people, removed } = correctedReading(reading, saying(reading, made))
        const gone = removed.filter(({ list }) => list === 'people')
        const spans = [...people, ...gone].flatMap((person) => person.spans.map(String))
        expect(new Set(spans).size).toBe(spans.length)
      }),
    ))

  it('is the reading itself while nobody has said anything', () =>
    fc.assert(
      fc.property(anyReading, (reading) => {
        const shown = correctedReading(reading, {})
        expect(shown.meetings.map(({ label }) => label.value).toSorted()).toEqual(
          reading.meetings.map(({ label }) => label).toSorted(),
        )
        expect(shown.people.flatMap(({ spans }) => spans)).toHaveLength(
          reading.people.flatMap(({ spans }) => spans).length,
        )
        expect(shown.removed).toEqual([])
      }),
    ))

  it('does not depend on the order in which the reading has its items', () =>
    fc.assert(
      fc.property(
        anyReading.chain((reading) => fc.tuple(fc.constant(reading), shuffled(reading))),
        wishes,
        ([reading, other], made) => {
          const corrections = saying(reading, made)
          expect(content(correctedReading(other, corrections))).toEqual(content(correctedReading(reading, corrections)))
        },
      ),
    ))

  it('shows every settled value of what was not removed, whatever is read the next time', () =>
    fc.assert(
      fc.property(anyReading, anyReading, wishes, (reading, other, made) => {
        const corrections = saying(reading, made)
        const shown = correctedReading(other, corrections)
        for (const list of itemLists) {
          for (const { verdict, settled, fields } of corrections.decisions?.[list] ?? []) {
            // References to other items follow those.
            const values = Object.entries(fields).filter(
              ([name]) => settled.includes(name as never) && name !== 'people' && name !== 'meeting',
            )
            if (verdict === 'removed' || values.length === 0) continue
            const holds = shown[list].some((item) =>
              values.every(
                ([name, value]) => (item as unknown as Record<string, { value: unknown }>)[name]?.value === value,
              ),
            )
            expect(holds, `${list} ${JSON.stringify(values)}`).toBe(true)
          }
        }
      }),
    ))

  it('is made of any corrections the schema takes, also of words outside the text', () => {
    const span: fc.Arbitrary<OffsetPair> = fc.tuple(fc.nat(5_000), fc.nat(5_000))
    const verdict = fc.constantFrom('kept', 'added', 'removed')
    const spans = fc.array(span, { maxLength: 3 })
    const name = fc.constantFrom('Worda0', 'Wordb1', '')
    const person = fc.record({ name, role: fc.option(name), affiliation: fc.option(name) })
    const meeting = fc.record({
      label: name,
      format: fc.constant('other'),
      date: fc.constant(null),
      place: fc.option(name),
      people: fc.array(name, { maxLength: 2 }),
    })
    const about = <Fields>(fields: fc.Arbitrary<Fields>, names: readonly string[]) =>
      fc.array(fc.record({ verdict, spans, settled: fc.subarray([...names]), fields, read: fc.option(fields) }), {
        maxLength: 4,
      })
    const decisions = fc.record({
      meetings: about(meeting, ['label', 'place', 'people']),
      people: about(person, ['name', 'role']),
      outcomes: about(
        fc.record({
          kind: fc.constant('signed'),
          due: fc.constant(null),
          meeting: fc.option(fc.record({ span, label: name })),
          words: fc.option(span),
        }),
        ['kind', 'meeting', 'words'],
      ),
      places: about(fc.record({ name }), ['name']),
      organisations: about(fc.record({ name }), ['name']),
      topics: about(fc.record({ text: name, meeting: fc.option(fc.record({ span, label: name })) }), [
        'text',
        'meeting',
      ]),
    })
    const schema = correctionsSchema(z.string(), z.string())
    fc.assert(
      fc.property(anyReading, decisions, wishes, (reading, given, made) => {
        const corrections = schema.parse({ decisions: given })
        const changed = made.reduce((known, wish) => {
          const edit = editOf(wish, correctedReading(reading, known))
          return edit === null ? known : corrected(reading, known, edit)
        }, corrections)
        expect(schema.safeParse(JSON.parse(JSON.stringify(changed))).success).toBe(true)
      }),
    )
  })
})

describe('an edit', () => {
  const pressed: readonly Edit['kind'][] = [
    'set',
    'confirm-field',
    'confirm-item',
    'confirm-certain',
    'remove',
    'restore',
    'add',
    'one-person',
    'take-back-field',
    'take-back-item',
    'merge',
    'split',
  ]
  it.each(pressed)('of kind %s made twice is made once', (kind) =>
    fc.assert(
      fc.property(anyReading, wishes, anyWish, (reading, made, wish) => {
        const before = saying(reading, made)
        const edit = editOf({ ...wish, kind }, correctedReading(reading, before))
        if (edit === null) return
        const once = corrected(reading, before, edit)
        expect(corrected(reading, once, edit)).toBe(once)
      }),
    ),
  )

  it('leaves every other decided item as it was', () =>
    fc.assert(
      fc.property(anyReading, wishes, anyWish, (reading, made, wish) => {
        const kinds: readonly Edit['kind'][] = [
          'set',
          'confirm-field',
          'confirm-item',
          'take-back-field',
          'remove',
          'add',
        ]
        const before = saying(reading, made)
        const kind = kinds[wish.other % kinds.length] ?? 'set'
        const was = correctedReading(reading, before)
        const edit = editOf({ ...wish, kind }, was)
        if (edit === null || edit.kind === 'confirm-certain') return
        const now = correctedReading(reading, corrected(reading, before, edit))
        const others = (shown: CorrectedReading) =>
          shown.places.filter(({ name }) => name.state === 'corrected' || name.state === 'confirmed')
        if (!('list' in edit) || edit.list === 'places') return
        expect(others(now)).toEqual(others(was))
        if (edit.list !== 'meetings' && edit.list !== 'people')
          expect(now.meetings.map(({ key, label, date }) => [key, label, date])).toEqual(
            was.meetings.map(({ key, label, date }) => [key, label, date]),
          )
      }),
    ))

  it('keeps the key of the item it is about, and the other keys of the list', () =>
    fc.assert(
      fc.property(anyReading, wishes, anyWish, (reading, made, wish) => {
        const kinds: readonly Edit['kind'][] = ['set', 'confirm-field', 'confirm-item', 'take-back-field', 'one-person']
        const before = saying(reading, made)
        const was = correctedReading(reading, before)
        const edit = editOf({ ...wish, kind: kinds[wish.other % kinds.length] ?? 'set' }, was)
        if (edit === null) return
        const now = correctedReading(reading, corrected(reading, before, edit))
        // An outcome with other words stands elsewhere in the order of the text.
        const keys = (shown: CorrectedReading, list: ItemList) => shown[list].map(({ key }) => key).toSorted()
        for (const list of itemLists) expect(keys(now, list)).toEqual(keys(was, list))
      }),
    ))

  it('of something not there changes nothing', () =>
    fc.assert(
      fc.property(anyReading, wishes, (reading, made) => {
        const before = saying(reading, made)
        const edits: readonly Edit[] = [
          { kind: 'remove', list: 'meetings', key: 'none' },
          { kind: 'restore', list: 'people', key: 'none' },
          { kind: 'merge', list: 'people', into: 'none', from: 'neither' },
          { kind: 'add', list: 'people', span: [4, 4] },
          { kind: 'add', list: 'meetings', span: [0, 1_000_000] },
          { kind: 'add', list: 'places', span: [-3, 2] },
          { kind: 'add', list: 'topics', span: [2, 1], meeting: null },
          { kind: 'confirm-item', list: 'topics', key: 'none' },
        ]
        for (const edit of edits) expect(corrected(reading, before, edit)).toBe(before)
      }),
    ))
})

describe('edits after each other', () => {
  it('confirming all that is certain leaves nothing certain and nothing else changed', () =>
    fc.assert(
      fc.property(anyReading, wishes, (reading, made) => {
        const before = saying(reading, made)
        const was = correctedReading(reading, before)
        const now = correctedReading(reading, corrected(reading, before, { kind: 'confirm-certain' }))
        expect(JSON.stringify(now)).not.toContain('"state":"certain"')
        const confirmed = JSON.stringify(was).replaceAll('"state":"certain"', '"state":"confirmed"')
        expect(JSON.stringify(now)).toBe(confirmed)
      }),
    ))

  it('removing everything after confirming it leaves nothing, and restoring brings all of it back', () =>
    fc.assert(
      fc.property(anyReading, wishes, (reading, made) => {
        const confirmed = corrected(reading, saying(reading, made), { kind: 'confirm-certain' })
        const was = correctedReading(reading, confirmed)
        const items = itemLists.flatMap((list) => was[list].map(({ key }) => ({ list, key })))
        const removed = items.reduce((known, item) => corrected(reading, known, { kind: 'remove', ...item }), confirmed)
        const none = correctedReading(reading, removed)
        for (const list of itemLists) expect(none[list]).toEqual([])
        const restored = items.reduce((known, item) => corrected(reading, known, { kind: 'restore', ...item }), removed)
        expect(content(correctedReading(reading, restored))).toEqual(content(was))
      }),
    ))

  it('merging two people and splitting one off again gives both their mentions back', () =>
    fc.assert(
      fc.property(anyReading, wishes, fc.nat(), fc.nat(), (reading, made, first, second) => {
        const before = saying(reading, made)
        const { people } = correctedReading(reading, before)
        const into = people[first % Math.max(1, people.length)]
        const from = people[second % Math.max(1, people.length)]
        if (into === undefined || from === undefined || into === from) return
        const merged = corrected(reading, before, { kind: 'merge', list: 'people', into: into.key, from: from.key })
        const split: Edit = { kind: 'split', list: 'people', key: into.key, spans: from.spans }
        const now = correctedReading(reading, corrected(reading, merged, split)).people
        const mentions = (list: typeof people) => list.map(({ spans }) => String(spans)).toSorted()
        expect(mentions(now)).toEqual(mentions(people))
      }),
    ))

  it('taking everything back shows what was read', () =>
    fc.assert(
      fc.property(anyReading, wishes, (reading, made) => {
        let corrections = saying(reading, made)
        for (let round = 0; round < 3; round += 1) {
          const shown = correctedReading(reading, corrections)
          const items = itemLists.flatMap((list) => [
            ...shown[list].map(({ key }) => ({ list, key })),
            ...shown.removed.filter((item) => item.list === list),
          ])
          for (const { list, key } of items)
            corrections = corrected(reading, corrections, { kind: 'take-back-item', list, key })
          for (const field of ['title', 'place', 'date', 'source'] as const)
            corrections = corrected(reading, corrections, { kind: 'take-back-field', list: 'head', field })
        }
        expect(content(correctedReading(reading, corrections))).toEqual(content(correctedReading(reading, {})))
      }),
    ))
})
