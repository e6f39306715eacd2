// A new meeting, outcome or topic from selected words. What the reading already has in those words is held apart from it, so that the new one
// never takes the place of another in the same sentence.

import { equals } from '../../equals.ts'
import type { Corrections } from '../corrections.ts'
import type { OffsetPair, OutcomeKind, Reading } from '../reading.ts'
import { allClaims, type Desk, deciding, decisionOn, entriesOf, type LooseDecision } from './decide.ts'
import { printed } from './mention-entries.ts'
import { sameSpan, shared } from './overlap.ts'
import { referenceTo } from './workings.ts'

/** The words at a span without white space around them, or null for a span outside the text or without words. */
export function selectedWords({ text }: Pick<Reading, 'text'>, [start, end]: OffsetPair): OffsetPair | null {
  const isWithin = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length
  const words = isWithin ? text.slice(start, end) : ''
  const trimmed = words.trim()
  if (trimmed === '') return null
  const first = start + (words.length - words.trimStart().length)
  return [first, first + trimmed.length]
}

/** A new meeting, called by the words themselves. */
export function addMeeting(desk: Desk, span: OffsetPair): Corrections {
  const fields = { label: printed(desk.reading, span), format: 'other', date: null, place: null, people: [] }
  return addEvent(desk, 'meetings', { verdict: 'added', spans: [span], settled: ['label'], fields, read: null })
}

/** A new outcome. `meeting` is a meeting's key; one that is not there counts as none. */
export function addOutcome(desk: Desk, span: OffsetPair, kind: OutcomeKind, meeting: string | null): Corrections {
  const found = desk.workings.meetings.find(({ key, isHidden }) => key === meeting && !isHidden)
  const fields = { kind, due: null, meeting: found === undefined ? null : referenceTo(found), words: null }
  const settled = found === undefined ? ['kind'] : ['kind', 'meeting']
  return addEvent(desk, 'outcomes', { verdict: 'added', spans: [span], settled, fields, read: null })
}

/** A new topic, called by the words themselves. `meeting` is a meeting's key; one that is not there counts as none. */
export function addTopic(desk: Desk, span: OffsetPair, meeting: string | null): Corrections {
  const found = desk.workings.meetings.find(({ key, isHidden }) => key === meeting && !isHidden)
  const fields = { text: printed(desk.reading, span), meeting: found === undefined ? null : referenceTo(found) }
  const settled = found === undefined ? ['text'] : ['text', 'meeting']
  return addEvent(desk, 'topics', { verdict: 'added', spans: [span], settled, fields, read: null })
}

const naming = { meetings: 'label', outcomes: 'kind', topics: 'text' } as const

function addEvent(desk: Desk, list: keyof typeof naming, added: LooseDecision): Corrections {
  const [span] = added.spans
  if (span === undefined) return desk.corrections
  const entries = entriesOf(desk.workings, list)
  const here = entries.filter(({ spans }) => spans.some((own) => sameSpan(own, span)))
  const name = naming[list]
  // Pressing the key twice adds one.
  const isThere = here.some(({ isHidden, fields }) => !isHidden && equals(fields[name]?.value, added.fields[name]))
  if (isThere) return desk.corrections
  const undecided = entries.filter(({ at, spans }) => at === null && spans.some((own) => shared(own, span) > 0))
  const apart = undecided.reduce(
    (corrections, entry) => deciding(corrections, list, null, decisionOn(entry, allClaims(list, entry))),
    desk.corrections,
  )
  return deciding(apart, list, null, added)
}
