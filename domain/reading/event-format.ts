// The format of an event, by its own words: a call, a visit, a ceremony; else by the noun that was attended or by how many sides met.
import { assertNever } from '../assert-never.ts'
import { isDistant } from './event-checks.ts'
import type { MeetingFormat, OffsetPair } from './reading.ts'
import type { Scan } from './scan.ts'
import type { Trigger } from './triggers.ts'
import { offsetsOf } from './when-where.ts'

export type Format = { readonly value: MeetingFormat; readonly span: OffsetPair; readonly sure: boolean }

/** Longest way, in tokens, from a verb to the noun that was attended. */
const nounWithin = 14

/** The format of a trigger's event; null when what was attended or held is no event. In: how many sides take part. */
export function formatOf(scan: Scan, trigger: Trigger, sides: number): Format | null {
  const verb = offsetsOf(scan, trigger.from, trigger.to)
  switch (trigger.format) {
    case 'meeting':
      if (isDistant(scan, trigger)) return { value: 'call', span: verb, sure: true }
      return bySides(scan, trigger, sides, verb)
    case 'joined':
      return byNoun(scan, trigger, sides, trigger.to, Math.min(trigger.end, trigger.to + nounWithin))
    case 'held':
      return byNoun(scan, trigger, sides, Math.max(trigger.start, trigger.from - nounWithin), trigger.from)
    case 'call':
    case 'visit':
    case 'ceremony':
    case 'other':
    case 'bilateral':
    case 'multilateral':
      return { value: trigger.format, span: verb, sure: true }
    default:
      return assertNever(trigger.format)
  }
}

function bySides(scan: Scan, trigger: Trigger, sides: number, verb: OffsetPair): Format {
  const many = multilateralIn(scan, trigger.from, Math.min(trigger.end, trigger.to + 6))
  if (many !== null) return { value: 'multilateral', span: many, sure: true }
  return { value: sides > 2 ? 'multilateral' : 'bilateral', span: verb, sure: sides >= 2 }
}

/** The format by the noun between two tokens. */
function byNoun(scan: Scan, trigger: Trigger, sides: number, from: number, to: number): Format | null {
  const { lexicon, tokens } = scan
  for (let at = from; at < to; at += 1) {
    const noun = lexicon.eventNoun.at(tokens, at)
    const many = lexicon.multilateral.at(tokens, at)
    if (noun !== null && noun.value !== 'meeting') {
      const { value } = noun
      if (value !== 'joined' && value !== 'held')
        return { value, span: offsetsOf(scan, noun.from, noun.to), sure: true }
    }
    if (many !== null) return { value: 'multilateral', span: offsetsOf(scan, many.from, many.to), sure: true }
    if (noun === null) continue
    const later = multilateralIn(scan, noun.to, Math.min(trigger.end, noun.to + 8))
    const span = offsetsOf(scan, noun.from, noun.to)
    if (later !== null) return { value: 'multilateral', span: later, sure: true }
    if (isDistant(scan, trigger)) return { value: 'call', span, sure: true }
    return { value: sides > 2 ? 'multilateral' : 'bilateral', span, sure: false }
  }
  return null
}

function multilateralIn(scan: Scan, from: number, to: number): OffsetPair | null {
  for (let at = from; at < to; at += 1) {
    const match = scan.lexicon.multilateral.at(scan.tokens, at)
    if (match !== null) return offsetsOf(scan, match.from, match.to)
  }
  return null
}
