import { describe, expect, it } from 'vitest'
import { correctedReading } from '../../../domain/reading/corrected-reading.ts'
import type { Corrections } from '../../../domain/reading/corrections.ts'
import type { Edit } from '../../../domain/reading/edit.ts'
import type { Meeting, Person, Reading } from '../../../domain/reading/reading.ts'
import { correctedByAll, evidence, meetingAt, outcomeAt, personAt, place, readingWith } from './readings.ts'

const text =
  'Minister Dara Venn took part in the harbour session in Bern on 5 May. Venn met Ilmar Soo and then Rita Olsen. They agreed to open a ferry line. Ven thanked the port, and Venn left.'
const session = place(text, 'Minister Dara Venn took part in the harbour session in Bern on 5 May.')
const talks = place(text, 'Venn met Ilmar Soo and then Rita Olsen.')
const agreed = place(text, 'They agreed to open a ferry line.')
const [full, second, alike, last] = [
  place(text, 'Dara Venn'),
  place(text, 'Venn', 2),
  place(text, 'Ven ', 1),
  place(text, 'Venn', 3),
]
const soo = place(text, 'Ilmar Soo')
const olsen = place(text, 'Rita Olsen')

const venn = personAt('Dara Venn', [full, second, last], { aliases: ['Venn'], role: 'Minister' })
const others: readonly Person[] = [
  personAt('Ilmar Soo', [soo], { affiliation: 'Estonia' }),
  personAt('Rita Olsen', [olsen]),
]
const withSoo = meetingAt(talks, { label: 'met Ilmar Soo', people: ['Dara Venn', 'Ilmar Soo'] })
const withOlsen = meetingAt(talks, { label: 'Rita Olsen', people: ['Dara Venn', 'Rita Olsen'] })
const meetings: readonly Meeting[] = [
  meetingAt(session, {
    label: 'the harbour session',
    format: 'multilateral',
    date: '2025-05-05',
    place: 'Bern',
    people: ['Dara Venn'],
  }),
  withSoo,
  withOlsen,
]
const reading = readingWith(text, {
  meetings,
  people: [venn, ...others],
  outcomes: [outcomeAt(text, agreed, { meeting: 1 })],
})

function edited(...edits: readonly Edit[]): Corrections {
  return correctedByAll(reading, {}, edits)
}
const keyOf = (span: readonly number[], nth = 1) => `${span[0]}-${span[1]}${nth === 1 ? '' : `#${nth}`}`
const again = (changes: Partial<Reading>): Reading => ({ ...reading, engine: 2, ...changes })

describe('two meetings reported in one sentence', () => {
  const corrections = edited(
    { kind: 'set', list: 'meetings', key: keyOf(talks, 2), field: 'label', value: 'talks on fish' },
    { kind: 'set', list: 'meetings', key: keyOf(talks, 2), field: 'people', value: ['Dara Venn', 'R. Olsen'] },
  )

  it.each([
    ['in their order', meetings],
    ['the other way round', meetings.toReversed()],
    ['the first no longer', [meetings[0], withOlsen].flatMap((one) => one ?? [])],
    [
      'each in its own words',
      [
        meetings[0] ?? withSoo,
        { ...withSoo, span: [talks[0], soo[1]] as const },
        { ...withOlsen, span: [soo[1], talks[1]] as const },
      ],
    ],
  ])('keep their own corrections when they are read %s', (_, read) => {
    const shown = correctedReading(again({ meetings: read }), corrections).meetings
    const labels = shown.map(({ label }) => label.value)
    expect(labels).toContain('talks on fish')
    expect(labels).not.toContain('Rita Olsen')
    expect(labels.filter((label) => label === 'met Ilmar Soo')).toHaveLength(
      read.includes(withOlsen) && read.length === 2 ? 0 : 1,
    )
  })

  it('are told apart when the one that was removed is read no more', () => {
    const removed = edited({ kind: 'remove', list: 'meetings', key: keyOf(talks, 2) })
    const shown = correctedReading(again({ meetings: [withSoo] }), removed).meetings
    expect(shown.map(({ label }) => label.value)).toEqual(['met Ilmar Soo'])
  })
})

describe('a meeting', () => {
  const confirmed = edited({ kind: 'confirm-field', list: 'meetings', key: keyOf(session), field: 'place' })

  it('stays, as it was last seen, when it is read no more', () => {
    const [shown] = correctedReading(again({ meetings: [] }), confirmed).meetings
    expect(shown).toMatchObject({
      isRead: false,
      label: { value: 'the harbour session' },
      place: { value: 'Bern', state: 'confirmed' },
    })
  })

  it('follows a new reading in what nobody settled', () => {
    const better = meetingAt(session, {
      label: 'took part in the harbour session',
      format: 'multilateral',
      date: '2025-05-06',
      place: 'Berne',
    })
    const [shown] = correctedReading(again({ meetings: [better] }), confirmed).meetings
    expect(shown).toMatchObject({
      isRead: true,
      label: { value: 'took part in the harbour session', state: 'certain' },
      date: { value: '2025-05-06' },
      place: { value: 'Bern', state: 'confirmed', evidence: null },
    })
  })

  it('that a person added is not shown twice once a better engine finds it', () => {
    const words = place(text, 'Ven thanked the port')
    const added = edited(
      { kind: 'add', list: 'meetings', span: words },
      { kind: 'set', list: 'meetings', key: keyOf(words), field: 'date', value: '2025-05-07' },
    )
    const found = meetingAt(place(text, 'Ven thanked the port, and Venn left.'), {
      label: 'thanked the port',
      format: 'visit',
    })
    const shown = correctedReading(again({ meetings: [...meetings, found] }), added).meetings
    expect(shown).toHaveLength(4)
    expect(shown.at(-1)).toMatchObject({
      label: { value: 'Ven thanked the port', state: 'added' },
      format: { value: 'visit', state: 'certain' },
      date: { value: '2025-05-07', state: 'added' },
    })
  })

  it('that a person added in the words of another leaves that one as it is', () => {
    const shown = correctedReading(reading, edited({ kind: 'add', list: 'meetings', span: talks })).meetings
    expect(shown.map(({ label }) => label.value)).toEqual([
      'the harbour session',
      'met Ilmar Soo',
      'Rita Olsen',
      text.slice(...talks),
    ])
  })
})

describe('people', () => {
  it('keep their corrections with the mentions a better engine finds of them, and those come along', () => {
    const corrections = edited({
      kind: 'set',
      list: 'people',
      key: keyOf(full),
      field: 'role',
      value: 'First Minister',
    })
    const better = personAt('Dara Venn', [full, second, alike, last], {
      aliases: ['Venn', 'Ven'],
      role: 'Minister',
      alike: ['Ven'],
    })
    const [shown, ...rest] = correctedReading(again({ people: [better, ...others] }), corrections).people
    expect(shown).toMatchObject({ role: { value: 'First Minister', state: 'corrected' }, alike: ['Ven'] })
    expect(shown?.spans).toEqual([full, second, alike, last])
    expect(rest).toHaveLength(2)
  })

  it('stay one after a merge, whatever is read, and meetings name them so', () => {
    const split = again({
      people: [personAt('Dara Venn', [full]), personAt('Venn', [second, last]), ...others],
      meetings: [{ ...withSoo, people: ['Venn', 'Ilmar Soo'] }],
    })
    const merge: Edit = { kind: 'merge', list: 'people', into: keyOf(full), from: keyOf(second) }
    const corrections = correctedByAll(split, {}, [merge])
    for (const read of [
      split,
      again({ people: [personAt('D. Venn', [full, last]), personAt('Venn', [second]), ...others] }),
    ]) {
      const shown = correctedReading(read, corrections)
      expect(shown.people).toHaveLength(3)
      expect(shown.people[0]?.spans).toEqual([full, second, last])
    }
    const [meeting] = correctedReading(split, corrections).meetings
    expect(meeting?.people.value.map(({ name, person }) => [name, person])).toEqual([
      ['Dara Venn', keyOf(full)],
      ['Ilmar Soo', keyOf(soo)],
    ])
  })

  it('stay two after a split, and a meeting names the one whose mention it rests on', () => {
    const meeting = { ...withSoo, evidence: { ...withSoo.evidence, people: [evidence(second), evidence(soo)] } }
    const read = again({ meetings: [meeting] })
    const corrections = correctedByAll(read, {}, [
      { kind: 'split', list: 'people', key: keyOf(full), spans: [second, last] },
    ])
    const shown = correctedReading(read, corrections)
    expect(shown.people.map(({ name, role }) => [name.value, role.value])).toEqual([
      ['Dara Venn', 'Minister'],
      ['Venn', null],
      ['Ilmar Soo', null],
      ['Rita Olsen', null],
    ])
    expect(shown.meetings[0]?.people.value.map(({ name }) => name)).toEqual(['Venn', 'Ilmar Soo'])
  })

  it('of whom only one mention was removed keep the others', () => {
    const single = again({ people: [personAt('Venn', [second])] })
    const corrections = correctedByAll(single, {}, [{ kind: 'remove', list: 'people', key: keyOf(second) }])
    expect(correctedReading(single, corrections).people).toEqual([])
    expect(correctedReading(reading, corrections).people[0]?.spans).toEqual([full, last])
  })

  it('who were removed take part in nothing', () => {
    const corrections = edited({ kind: 'remove', list: 'people', key: keyOf(soo) })
    const { people } = correctedReading(reading, corrections).meetings[1] ?? {}
    expect(people?.value.map(({ name }) => name)).toEqual(['Dara Venn'])
  })
})

describe('an outcome', () => {
  it('points at its meeting by its words when meetings before it come and go', () => {
    const shown = correctedReading(reading, edited({ kind: 'remove', list: 'meetings', key: keyOf(session) }))
    expect(shown.outcomes[0]?.meeting).toMatchObject({ value: keyOf(talks), state: 'likely' })
    expect(shown.meetings[0]?.key).toBe(keyOf(talks))
  })

  it('keeps the meeting a person gave it through a new reading', () => {
    const corrections = edited({
      kind: 'set',
      list: 'outcomes',
      key: keyOf(agreed),
      field: 'meeting',
      value: keyOf(talks, 2),
    })
    const shown = correctedReading(
      again({ meetings: meetings.toReversed(), outcomes: [outcomeAt(text, agreed)] }),
      corrections,
    )
    const meant = shown.meetings.find(({ key }) => key === shown.outcomes[0]?.meeting.value)
    expect(meant?.label.value).toBe('Rita Olsen')
    expect(shown.outcomes[0]?.meeting.state).toBe('corrected')
  })

  it('has no meeting when that was removed', () => {
    const shown = correctedReading(reading, edited({ kind: 'remove', list: 'meetings', key: keyOf(talks) }))
    expect(shown.outcomes[0]?.meeting.value).toBeNull()
  })
})

describe('the head', () => {
  const headed = readingWith(text, {
    title: 'Harbour talks',
    head: { title: evidence([0, 5], 'likely'), place: null, date: null, source: null },
  })

  it.each<[string, Corrections, object]>([
    ['as read', {}, { value: 'Harbour talks', state: 'likely' }],
    ['typed', { title: 'Ferry talks' }, { value: 'Ferry talks', state: 'corrected', evidence: null }],
    ['said to be none', { title: null }, { value: null, state: 'corrected' }],
    ['typed as it was read', { title: 'Harbour talks' }, { state: 'confirmed', evidence: evidence([0, 5], 'likely') }],
    [
      'confirmed, and read otherwise since',
      { title: 'Harbour', confirmed: ['title'] },
      { value: 'Harbour', state: 'confirmed' },
    ],
  ])('%s', (_, corrections, field) => expect(correctedReading(headed, corrections).head.title).toMatchObject(field))
})

describe('the summary', () => {
  const summary = [session, talks].map((span) => ({ text: text.slice(...span), span }))
  const read = { ...reading, summary }

  it('leaves out sentences that only carry what was removed', () => {
    const corrections = edited({ kind: 'remove', list: 'meetings', key: keyOf(session) })
    expect(correctedReading(read, corrections).summary.map(({ span }) => span)).toEqual([talks])
  })

  it('has the words of what was added, in their place', () => {
    const words = place(text, 'Ven thanked the port')
    const corrections = edited({ kind: 'add', list: 'outcomes', span: words, outcome: 'announced', meeting: null })
    expect(correctedReading(read, corrections).summary.map(({ span }) => span)).toEqual([session, talks, words])
  })
})
