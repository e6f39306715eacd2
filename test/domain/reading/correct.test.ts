import { describe, expect, it } from 'vitest'
import { corrected } from '../../../domain/reading/correct.ts'
import { correctedReading } from '../../../domain/reading/corrected-reading.ts'
import type { Corrections } from '../../../domain/reading/corrections.ts'
import type { Edit } from '../../../domain/reading/edit.ts'
import { correctedByAll, evidence, meetingAt, mentionAt, outcomeAt, personAt, place, readingWith } from './readings.ts'

const text = 'BERN — Dara Venn met Ilmar Soo of Estonia. Ven will send the draft. Dara Venn thanked the port.'
const [venn, ven, later] = [place(text, 'Dara Venn'), place(text, 'Ven '), place(text, 'Dara Venn', 2)]
const alike = [ven[0], ven[1] - 1] as const
const soo = place(text, 'Ilmar Soo')
const met = place(text, 'Dara Venn met Ilmar Soo of Estonia.')
const send = place(text, 'Ven will send the draft.')
const theDraft = place(text, 'the draft')
const reading = readingWith(text, {
  dateline: { place: 'BERN', date: null, source: null, span: [0, 4] },
  head: { title: null, place: evidence([0, 4]), date: null, source: null },
  meetings: [
    meetingAt(met, { label: 'met Ilmar Soo of Estonia', people: ['Dara Venn', 'Ilmar Soo'], certainty: 'likely' }),
  ],
  people: [
    personAt('Dara Venn', [venn, alike, later], { aliases: ['Ven'], alike: ['Ven'], role: null }),
    personAt('Ilmar Soo', [soo], { affiliation: 'Estonia' }),
  ],
  places: [mentionAt('Estonia', [place(text, 'Estonia')])],
  outcomes: [outcomeAt(text, send, { kind: 'commitment', meeting: 0 })],
  topics: [{ text: 'the draft', meeting: 0, span: theDraft }],
})
const key = ([start, end]: readonly [number, number]) => `${start}-${end}`
const edited = (...edits: readonly Edit[]) => correctedByAll(reading, {}, edits)
const shown = (...edits: readonly Edit[]) => correctedReading(reading, edited(...edits))

describe('setting a field', () => {
  it('makes it the person’s word and leaves the others to the reading', () => {
    const { people } = shown({ kind: 'set', list: 'people', key: key(soo), field: 'role', value: 'minister' })
    expect(people[1]).toMatchObject({
      role: { value: 'minister', state: 'corrected', evidence: null },
      affiliation: { value: 'Estonia', state: 'certain' },
    })
  })

  it('to what is read confirms it', () => {
    const { people } = shown({ kind: 'set', list: 'people', key: key(soo), field: 'affiliation', value: 'Estonia' })
    expect(people[1]?.affiliation).toMatchObject({ state: 'confirmed', evidence: evidence(soo) })
  })

  it('of a name is followed by the meetings that a person already spoke on', () => {
    const { meetings } = shown(
      { kind: 'set', list: 'people', key: key(soo), field: 'name', value: 'I. Soo' },
      { kind: 'set', list: 'meetings', key: key(met), field: 'people', value: ['I. Soo'] },
      { kind: 'set', list: 'people', key: key(soo), field: 'name', value: 'Ilmar A. Soo' },
    )
    expect(meetings[0]?.people.value).toMatchObject([{ name: 'Ilmar A. Soo', person: key(soo) }])
  })

  it('of the people of a meeting takes anybody, also who is nowhere in the text', () => {
    const { meetings } = shown({
      kind: 'set',
      list: 'meetings',
      key: key(met),
      field: 'people',
      value: ['The Ambassador'],
    })
    expect(meetings[0]?.people).toMatchObject({ state: 'corrected', value: [{ name: 'The Ambassador', person: null }] })
  })
})

describe('the words of an outcome', () => {
  const draft = place(text, 'send the draft')
  const words = (value: readonly [number, number]): Edit => ({
    kind: 'set',
    list: 'outcomes',
    key: key(send),
    field: 'words',
    value,
  })

  it('are those selected, without the space around them', () => {
    const { outcomes, summary } = shown(words([draft[0] - 1, draft[1]]))
    expect(outcomes).toMatchObject([
      { key: key(send), text: 'send the draft', span: draft, words: { value: draft, state: 'corrected' } },
    ])
    expect(outcomes[0]?.meeting.value).toBe(key(met))
    expect(summary.map((sentence) => sentence.text)).not.toContain('send the draft')
  })

  it('stand where they are in the order of the text, and in the summary where nothing else says them', () => {
    const port = place(text, 'thanked the port')
    const other = place(text, 'Ven will')
    const { outcomes, summary } = shown(
      { kind: 'add', list: 'outcomes', span: other, outcome: 'decided', meeting: null },
      words(port),
    )
    expect(outcomes.map(({ text: printed }) => printed)).toEqual(['Ven will', 'thanked the port'])
    expect(summary.map((sentence) => sentence.text)).toContain('thanked the port')
  })

  it('are the person’s own whatever words report it in the next reading', () => {
    const wider: readonly [number, number] = [met[0], send[1]]
    const next = readingWith(text, { outcomes: [outcomeAt(text, wider, { kind: 'agreed' })] })
    const { outcomes } = correctedReading(next, edited(words(draft)))
    expect(outcomes).toMatchObject([{ text: 'send the draft', kind: { value: 'agreed' }, isRead: true }])
  })

  it.each<[string, readonly Edit[]]>([
    ['are as read again', [{ kind: 'take-back-field', list: 'outcomes', key: key(send), field: 'words' }]],
    ['are as read with all else of it', [{ kind: 'take-back-item', list: 'outcomes', key: key(send) }]],
    ['set to those read are those read', [words(send)]],
  ])('%s', (_, edits) => expect(edited(words(draft), ...edits)).toEqual({}))

  it.each<[string, readonly [number, number]]>([
    ['without a word', [4, 4]],
    ['of white space', [4, 5]],
    ['outside the text', [0, 1_000_000]],
  ])('are never a span %s', (_, span) => expect(edited(words(span))).toEqual({}))

  it('of one that was added are added too', () => {
    const { outcomes } = shown(
      { kind: 'add', list: 'outcomes', span: met, outcome: 'decided', meeting: null },
      { kind: 'set', list: 'outcomes', key: key(met), field: 'words', value: soo },
    )
    expect(outcomes[0]).toMatchObject({ text: 'Ilmar Soo', words: { state: 'added' } })
  })

  it('that nobody reads are none when they are taken back, as the schema wants it', () => {
    const { decisions } = edited(
      { kind: 'add', list: 'outcomes', span: met, outcome: 'decided', meeting: null },
      { kind: 'set', list: 'outcomes', key: key(met), field: 'words', value: soo },
      { kind: 'take-back-field', list: 'outcomes', key: key(met), field: 'words' },
    )
    expect(decisions?.outcomes[0]?.fields.words).toBeNull()
  })
})

describe('a topic', () => {
  const item = { list: 'topics', key: key(theDraft) } as const
  const talks: readonly [number, number] = [met[0], met[1] - 1]

  it('is shown as read, of its event, until somebody speaks of it', () => {
    expect(shown().topics).toMatchObject([
      { key: item.key, text: { value: 'the draft', state: 'certain' }, meeting: { value: key(met) }, span: theDraft },
    ])
  })

  it.each<[string, Edit, object]>([
    ['confirmed', { kind: 'confirm-item', ...item }, [{ text: { value: 'the draft', state: 'confirmed' } }]],
    [
      'called otherwise',
      { kind: 'set', ...item, field: 'text', value: 'ferry line' },
      [{ text: { value: 'ferry line', state: 'corrected' }, span: theDraft }],
    ],
    [
      'of no event',
      { kind: 'set', ...item, field: 'meeting', value: null },
      [{ meeting: { value: null, state: 'corrected' } }],
    ],
    [
      'of an event that is not there, left as it was',
      { kind: 'set', ...item, field: 'meeting', value: 'none' },
      [{ meeting: { value: key(met), state: 'likely' } }],
    ],
    ['removed', { kind: 'remove', ...item }, []],
  ])('can be %s', (_, edit, expected) => expect(shown(edit).topics).toMatchObject(expected))

  it('that was removed can be restored', () => {
    const { removed } = shown({ kind: 'remove', ...item })
    expect(removed).toEqual([{ ...item, text: 'the draft', spans: [theDraft] }])
    expect(edited({ kind: 'remove', ...item }, { kind: 'restore', ...item })).toEqual({})
  })

  it.each<[string, Edit]>([
    ['its words', { kind: 'set', ...item, field: 'text', value: 'x' }],
    ['its event', { kind: 'set', ...item, field: 'meeting', value: null }],
    ['its confirmation', { kind: 'confirm-item', ...item }],
  ])('is as read when %s are taken back', (_, edit) =>
    expect(edited(edit, { kind: 'take-back-item', ...item })).toEqual({}),
  )

  it('stays the person’s word, and that of its event, in another reading', () => {
    const corrections = edited({ kind: 'set', ...item, field: 'text', value: 'ferry line' })
    const next = readingWith(text, {
      meetings: [meetingAt(soo, { label: 'other' }), meetingAt(talks, { label: 'met Ilmar Soo of Estonia' })],
      topics: [{ text: 'draft', meeting: 1, span: [theDraft[0] + 4, theDraft[1]] }],
    })
    expect(correctedReading(next, corrections).topics).toMatchObject([
      { text: { value: 'ferry line' }, meeting: { value: key(talks) }, isRead: true },
    ])
  })

  it('is of no event when its event is removed', () => {
    expect(shown({ kind: 'remove', list: 'meetings', key: key(met) }).topics[0]?.meeting.value).toBeNull()
  })
})

describe('confirming', () => {
  it('a field keeps its value and its words', () => {
    const { people } = shown({ kind: 'confirm-field', list: 'people', key: key(soo), field: 'name' })
    expect(people[1]?.name).toEqual({ value: 'Ilmar Soo', state: 'confirmed', evidence: evidence(soo) })
  })

  it('an item confirms what it has and not what it lacks', () => {
    const { people } = shown({ kind: 'confirm-item', list: 'people', key: key(soo) })
    expect(people[1]).toMatchObject({
      name: { state: 'confirmed' },
      affiliation: { state: 'confirmed' },
      role: { state: 'likely' },
    })
  })

  it('all that is certain leaves what is only likely', () => {
    const now = shown({ kind: 'confirm-certain' })
    expect(now.head.place.state).toBe('confirmed')
    expect(now.head.title.state).toBe('likely')
    expect(now.people[0]?.name.state).toBe('confirmed')
    expect(now.meetings[0]?.label.state).toBe('likely')
  })

  it('a field of the head keeps the value for when another is read', () => {
    expect(edited({ kind: 'confirm-field', list: 'head', field: 'place' })).toEqual({
      place: 'BERN',
      confirmed: ['place'],
    })
  })
})

describe('a person with a mention that is theirs on likeness alone', () => {
  it('is asked about until somebody says so', () => {
    expect(shown().people[0]?.alike).toEqual(['Ven'])
    expect(shown({ kind: 'set', list: 'people', key: key(venn), field: 'role', value: 'x' }).people[0]?.alike).toEqual([
      'Ven',
    ])
    expect(shown({ kind: 'one-person', key: key(venn) }).people[0]).toMatchObject({ alike: [], aliases: ['Ven'] })
    expect(shown({ kind: 'confirm-item', list: 'people', key: key(venn) }).people[0]?.alike).toEqual([])
  })

  it('is two when they say no', () => {
    const { people } = shown({ kind: 'split', list: 'people', key: key(venn), spans: [alike] })
    expect(people.map(({ name, spans }) => [name.value, spans])).toEqual([
      ['Dara Venn', [venn, later]],
      ['Ilmar Soo', [soo]],
      ['Ven', [alike]],
    ])
    expect(people.flatMap((person) => person.alike)).toEqual([])
  })
})

describe('merging', () => {
  it('keeps the first one’s name and takes what only the second one had', () => {
    const { people, meetings } = shown({ kind: 'merge', list: 'people', into: key(venn), from: key(soo) })
    expect(people).toHaveLength(1)
    expect(people[0]).toMatchObject({
      name: { value: 'Dara Venn' },
      affiliation: { value: 'Estonia' },
      aliases: ['Ven', 'Ilmar Soo'],
    })
    expect(meetings[0]?.people.value.map(({ name }) => name)).toEqual(['Dara Venn'])
  })
})

describe('adding', () => {
  const port = place(text, ' the port')

  it.each<[string, Edit, object]>([
    [
      'an event',
      { kind: 'add', list: 'meetings', span: port },
      { meetings: [{}, { label: { value: 'the port', state: 'added' }, format: { value: 'other', state: 'added' } }] },
    ],
    [
      'a person',
      { kind: 'add', list: 'people', span: port },
      { people: [{}, {}, { name: { value: 'the port', state: 'added' } }] },
    ],
    [
      'an organisation',
      { kind: 'add', list: 'organisations', span: port },
      { organisations: [{ name: { value: 'the port' } }] },
    ],
    [
      'a topic of a meeting',
      { kind: 'add', list: 'topics', span: port, meeting: key(met) },
      { topics: [{}, { text: { value: 'the port', state: 'added' }, meeting: { value: key(met) } }] },
    ],
    [
      'a commitment of a meeting',
      { kind: 'add', list: 'outcomes', span: port, outcome: 'commitment', meeting: key(met) },
      {
        outcomes: [
          {},
          { text: 'the port', kind: { value: 'commitment', state: 'added' }, meeting: { value: key(met) } },
        ],
      },
    ],
  ])('%s takes the words without the space around them', (_, edit, expected) =>
    expect(shown(edit)).toMatchObject(expected),
  )

  it('a person from one of several mentions of another splits it off', () => {
    const { people } = shown({ kind: 'add', list: 'people', span: later })
    expect(people.map(({ spans }) => spans)).toEqual([[venn, alike], [soo], [later]])
  })

  it('a person who is there with just these words changes nothing', () => {
    expect(edited({ kind: 'add', list: 'people', span: soo })).toEqual({})
  })

  it('what was removed brings it back', () => {
    const { people, removed } = shown(
      { kind: 'remove', list: 'people', key: key(soo) },
      { kind: 'add', list: 'people', span: soo },
    )
    expect(people.map(({ name }) => name.value)).toContain('Ilmar Soo')
    expect(removed.flatMap(({ spans }) => spans)).toEqual([])
  })
})

describe('taking back', () => {
  it.each<[string, readonly Edit[]]>([
    [
      'a field of the head',
      [
        { kind: 'set', list: 'head', field: 'title', value: 'x' },
        { kind: 'take-back-field', list: 'head', field: 'title' },
      ],
    ],
    [
      'a field',
      [
        { kind: 'set', list: 'people', key: key(soo), field: 'role', value: 'x' },
        { kind: 'take-back-field', list: 'people', key: key(soo), field: 'role' },
      ],
    ],
    [
      'an item',
      [
        { kind: 'confirm-item', list: 'meetings', key: key(met) },
        { kind: 'take-back-item', list: 'meetings', key: key(met) },
      ],
    ],
    [
      'a removal',
      [
        { kind: 'remove', list: 'outcomes', key: key(send) },
        { kind: 'restore', list: 'outcomes', key: key(send) },
      ],
    ],
    [
      'a merge',
      [
        { kind: 'merge', list: 'people', into: key(venn), from: key(soo) },
        { kind: 'take-back-item', list: 'people', key: key(venn) },
      ],
    ],
    [
      'a split',
      [
        { kind: 'split', list: 'people', key: key(venn), spans: [alike] },
        { kind: 'take-back-item', list: 'people', key: key(alike) },
        { kind: 'take-back-item', list: 'people', key: key(venn) },
      ],
    ],
    [
      'what was added',
      [
        { kind: 'add', list: 'places', span: [0, 4] },
        { kind: 'take-back-item', list: 'places', key: '0-4' },
      ],
    ],
  ])('%s leaves nothing behind', (_, edits) => expect(edited(...edits)).toEqual({}))

  it('one field of two leaves the other', () => {
    const { people } = shown(
      { kind: 'set', list: 'people', key: key(soo), field: 'role', value: 'x' },
      { kind: 'set', list: 'people', key: key(soo), field: 'name', value: 'y' },
      { kind: 'take-back-field', list: 'people', key: key(soo), field: 'name' },
    )
    expect(people[1]).toMatchObject({ name: { value: 'Ilmar Soo', state: 'certain' }, role: { value: 'x' } })
  })

  it('the date of an added event empties it, and its label stays', () => {
    const words = place(text, 'thanked the port')
    const edits: readonly Edit[] = [
      { kind: 'add', list: 'meetings', span: words },
      { kind: 'set', list: 'meetings', key: key(words), field: 'date', value: '2025-01-01' },
      { kind: 'take-back-field', list: 'meetings', key: key(words), field: 'date' },
      { kind: 'take-back-field', list: 'meetings', key: key(words), field: 'label' },
    ]
    expect(shown(...edits).meetings[1]).toMatchObject({ date: { value: null }, label: { value: 'thanked the port' } })
  })
})

describe('an edit', () => {
  it('never changes the corrections it is given', () => {
    const before: Corrections = Object.freeze({ title: 'x' })
    const edit: Edit = { kind: 'confirm-certain' }
    expect(corrected(reading, before, edit)).not.toBe(before)
    expect(before).toEqual({ title: 'x' })
  })

  it('brings a removed item of a meeting back as it was corrected', () => {
    const { people } = shown(
      { kind: 'set', list: 'people', key: key(soo), field: 'role', value: 'minister' },
      { kind: 'remove', list: 'people', key: key(soo) },
      { kind: 'restore', list: 'people', key: key(soo) },
    )
    expect(people[1]?.role).toMatchObject({ value: 'minister', state: 'corrected' })
  })
})
