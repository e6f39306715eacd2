import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Landing } from '../../../domain/anchoring/carry-over.ts'
import type { StoredNote } from '../../../domain/notes/note.ts'
import { carriedTo, type Decision, decided, reachedVersion } from '../../../domain/notes/place.ts'
import { noteOnVersion, shownNote } from '../../../domain/notes/shown-note.ts'
import { landing, neverAsked, noteOn, versionOf } from './support.ts'

const first = versionOf(1, 'Ministers welcomed the progress made.\n\nThey will meet again in June.')
const second = versionOf(2, 'A new line.\n\nMinisters took note of the progress made.\n\nThey will meet again in June.')
const third = versionOf(3, 'Nothing of it is left.')
const note = noteOn(first, 'They will meet again in June')
const reworded = noteOn(first, 'welcomed the progress')
const now = '2026-02-01T10:00:00.000Z'
const inSecond = (state: Landing['state'], words: string) => landing(state, words, second.text)
const pending = carriedTo(reworded, second, inSecond('reworded', 'took note of the progress'))

describe('a note carried to a new version', () => {
  it.each(['same', 'moved'] as const)(
    'is settled by rule where its words are %s, and remembers where it stood',
    (state) => {
      const carried = carriedTo(note, second, inSecond(state, 'They will meet again in June'))
      expect(shownNote(carried)).toMatchObject({ state, pending: false, version: 2, paragraph: 3 })
      expect(carried.history).toEqual([note.settled])
      expect(carried.settled.settled).toBe(second.created)
    },
  )

  it.each([
    ['reworded', 'took note of the progress'],
    ['ambiguous', 'progress made'],
    ['gone', 'not there'],
  ] as const)('%s waits for a person and keeps its own words', (state, words) => {
    const carried = carriedTo(reworded, second, inSecond(state, words))
    expect(carried.settled).toEqual(reworded.settled)
    expect(shownNote(carried)).toMatchObject({ state, pending: true, quote: 'welcomed the progress', version: 1 })
  })

  it('has no offsets when its words are gone', () => {
    expect(shownNote(carriedTo(note, second, inSecond('gone', '')))).toMatchObject({ start: null, end: null })
  })

  it('says the same on every device: its instants are the version’s', () => {
    expect(carriedTo(note, second, inSecond('same', 'They')).placed).toBe(second.created)
    expect(pending.placed).toBe(second.created)
  })

  it('keeps what was written of it as it is, its time of change too', () => {
    const { settled, carried, history, placed, ...content } = pending
    expect(reworded).toMatchObject(content)
  })

  it('on the whole briefing goes along without being looked for', () => {
    const whole = noteOn(first, 'They', { scope: 'briefing', settled: { ...note.settled, selectors: null } })
    expect(noteOnVersion(carriedTo(whole, second, neverAsked), 1)).toMatchObject({ state: 'same', version: 1 })
    expect(shownNote(carriedTo(whole, second, neverAsked))).toMatchObject({
      history: [],
      state: 'same',
      pending: false,
      start: null,
    })
  })

  it('that waits already is looked for again from the words it was settled on', () => {
    const again = carriedTo(pending, third, landing('gone', '', third.text))
    expect(shownNote(again)).toMatchObject({ state: 'gone', pending: true, quote: 'welcomed the progress', version: 1 })
    expect(reachedVersion(again)).toBe(3)
  })

  it('that a person left behind stays left, and nobody is asked again', () => {
    const left = decide(pending, { how: 'leave' })
    expect(shownNote(carriedTo(left, third, neverAsked))).toMatchObject({ state: 'gone', left: true, pending: false })
  })

  it('that a rule calls same without saying where is a mistake in the program', () => {
    expect(() => carriedTo(note, second, () => ({ state: 'same', span: null, score: 1, candidates: [] }))).toThrow()
  })
})

function decide(
  from: StoredNote,
  decision: Decision,
  carry = inSecond('reworded', 'took note of the progress'),
): StoredNote {
  const after = decided(from, decision, second, carry, now)
  if (after === null) throw new Error(`${decision.how} was refused`)
  return after
}

describe('a person’s decision', () => {
  it('to keep puts the note on the words found, and it is reworded for good', () => {
    const kept = shownNote(decide(pending, { how: 'keep' }))
    expect(kept).toMatchObject({ state: 'reworded', pending: false, quote: 'took note of the progress', version: 2 })
    expect(kept.history).toMatchObject([{ version: 1, quote: 'welcomed the progress' }])
  })

  it('to attach to other words is reworded, to the same words moved', () => {
    const words = 'They will meet again in June'
    const gone = carriedTo(note, second, inSecond('gone', ''))
    const start = second.text.indexOf(words)
    const at = (length: number) => ({ how: 'reattach', span: { start, end: start + length } }) as const
    expect(shownNote(decide(gone, at(words.length)))).toMatchObject({ state: 'moved', quote: words })
    expect(shownNote(decide(gone, at(4)))).toMatchObject({ state: 'reworded', quote: 'They' })
  })

  it('to leave keeps the note on its own version only', () => {
    const left = decide(pending, { how: 'leave' })
    expect(shownNote(left)).toMatchObject({ state: 'gone', left: true, start: null, quote: 'welcomed the progress' })
    expect(noteOnVersion(left, 1)).toMatchObject({ state: 'same', quote: 'welcomed the progress' })
    expect(noteOnVersion(left, 2)).toBeNull()
  })

  it.each([
    ['keep', { how: 'keep' }],
    ['leave', { how: 'leave' }],
    ['reattach', { how: 'reattach', span: { start: 0, end: 5 } }],
  ] as const)('to %s can be taken back: the note waits as before', (_, decision) => {
    const back = decide(decide(pending, decision), { how: 'reopen' })
    expect({ ...back, placed: '' }).toEqual({ ...pending, placed: '' })
  })

  it.each([
    ['keep of a settled note', note, { how: 'keep' }],
    ['keep of one that is gone', carriedTo(note, second, inSecond('gone', '')), { how: 'keep' }],
    ['leave of a settled note', note, { how: 'leave' }],
    ['reopen of a note that waits', pending, { how: 'reopen' }],
    ['reopen of a note made on the newest version', noteOn(second, 'A new line'), { how: 'reopen' }],
  ] as const)('makes no sense: %s', (_, from, decision) => {
    expect(decided(from, decision, second, neverAsked, now)).toBeNull()
  })

  it('to attach again within one version keeps the version before in its history, once', () => {
    const kept = decide(pending, { how: 'keep' })
    const again = decide(kept, { how: 'reattach', span: { start: 0, end: 5 } })
    expect(again.history).toEqual(kept.history)
  })
})

describe('an earlier version', () => {
  it('shows its notes as they were, whatever became of them', () => {
    const kept = decide(pending, { how: 'keep' })
    expect(noteOnVersion(kept, 1)).toMatchObject({ quote: 'welcomed the progress', state: 'same', start: 10, end: 31 })
    expect(noteOnVersion(kept, 2)).toMatchObject({ quote: 'took note of the progress', state: 'reworded' })
  })

  it('does not show notes that were made later', () => {
    expect(noteOnVersion(noteOn(second, 'A new line'), 1)).toBeNull()
  })
})

it('whatever people decide in whatever order, the settled words are always those of their version', () => {
  const decision = fc.oneof(
    fc.constantFrom<Decision>({ how: 'keep' }, { how: 'leave' }, { how: 'reopen' }),
    fc.nat(40).map((start): Decision => ({ how: 'reattach', span: { start, end: start + 5 } })),
  )
  fc.assert(
    fc.property(fc.array(decision, { maxLength: 12 }), (decisions) => {
      const carry = inSecond('reworded', 'took note of the progress')
      const end = decisions.reduce((at, one) => decided(at, one, second, carry, now) ?? at, pending)
      for (const { version, selectors } of [...end.history, end.settled]) {
        const { text } = version === 1 ? first : second
        expect(text.slice(selectors?.position.start, selectors?.position.end)).toBe(selectors?.quote.exact)
      }
      expect(end.history.length).toBe(end.settled.version - 1)
    }),
  )
})
