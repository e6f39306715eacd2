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
      return scan.lexicon.order.verbLast === true
        ? byNoun(scan, trigger, sides, Math.max(trigger.start, trigger.from - nounWithin), trigger.from)
        : byNoun(scan, trigger, sides, trigger.to, Math.min(trigger.end, trigger.to + nounWithin))
    case 'held':
      return (
        byNoun(scan, trigger, sides, Math.max(trigger.start, trigger.from - nounWithin), trigger.from) ??
        behindVerb(scan, trigger, sides)
      )
    case 'present':
      return null
    case 'call':
      return spokenWith(scan, trigger, verb)
    case 'multilateral':
      if (sides <= 2 && bilateralIn(scan, trigger.from, Math.min(trigger.end, trigger.to + 8))) {
        return { value: 'bilateral', span: verb, sure: true }
      }
      return { value: 'multilateral', span: verb, sure: true }
    case 'visit':
    case 'ceremony':
    case 'other':
    case 'bilateral':
      return { value: trigger.format, span: verb, sure: true }
    default:
      return assertNever(trigger.format)
  }
}

/** "spoke with X on the margins of the summit" was no call. */
function spokenWith(scan: Scan, trigger: Trigger, verb: OffsetPair): Format {
  const { lexicon, tokens } = scan
  const met = tokens
    .slice(trigger.start, trigger.end)
    .some((_, index) => lexicon.sidelines.at(tokens, trigger.start + index) !== null)
  if (met && !isDistant(scan, trigger)) return { value: 'bilateral', span: verb, sure: false }
  return { value: 'call', span: verb, sure: true }
}

function bySides(scan: Scan, trigger: Trigger, sides: number, verb: OffsetPair): Format {
  const many = multilateralIn(scan, trigger.from, Math.min(trigger.end, trigger.to + 6))
  if (many !== null) return { value: 'multilateral', span: many, sure: true }
  if (countedSides(scan, trigger) > 2) return { value: 'multilateral', span: verb, sure: true }
  return { value: sides > 2 ? 'multilateral' : 'bilateral', span: verb, sure: sides >= 2 }
}

const numbers = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** "the foreign ministers of the four lake states": the number before the sides, where one stands; else 0. */
function countedSides({ tokens, lexicon }: Scan, trigger: Trigger): number {
  for (let at = trigger.start; at < trigger.from; at += 1) {
    const number = numbers.indexOf(tokens[at]?.folded ?? '') + 2
    const counts =
      number >= 2 &&
      [at + 1, at + 2, at + 3].some(
        (noun) => isSideNoun(tokens[noun]?.folded) || lexicon.side.at(tokens, noun) !== null,
      )
    if (counts) return number
  }
  return 0
}

function isSideNoun(folded: string | undefined): boolean {
  return /^(?:states|countries|nations|members|republics|governments)$/u.test(folded ?? '')
}

/** The format by the noun between two tokens: behind "attended" the first, before "was held" the last. */
function byNoun(scan: Scan, trigger: Trigger, sides: number, from: number, to: number): Format | null {
  const indexes = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
  const ordered = to <= trigger.from ? indexes.toReversed() : indexes
  for (const at of ordered) {
    if (trigger.format === 'held' && isSettingNoun(scan, at)) continue
    const found = nounFormat(scan, trigger, sides, at)
    if (found !== null) return found
  }
  return isOpening(scan, trigger)
    ? { value: 'ceremony', span: offsetsOf(scan, trigger.from, trigger.to), sure: false }
    : null
}

/** "состоялась встреча", "s'est tenue la session": what was held, behind its verb. */
function behindVerb(scan: Scan, trigger: Trigger, sides: number): Format | null {
  if (scan.lexicon.order.nounBehindVerb !== true) return null
  for (let at = trigger.to; at < Math.min(trigger.end, trigger.to + nounWithin); at += 1) {
    const found = nounFormat(scan, trigger, sides, at)
    if (found !== null) return found
  }
  return null
}

/** "кездесуде": the noun in the ending of a place is where something was, not what was held. */
function isSettingNoun({ lexicon, tokens }: Scan, at: number): boolean {
  const last = tokens[(lexicon.eventNoun.at(tokens, at)?.to ?? at + 1) - 1]?.folded ?? ''
  return (lexicon.order.placeEndings ?? []).some((ending) => last.endsWith(ending))
}

/** "opened an exhibition": whatever is opened by somebody is opened with a ceremony. */
function isOpening({ tokens }: Scan, trigger: Trigger): boolean {
  return (
    tokens[trigger.from]?.folded === 'opened' &&
    /^(?:the|a|an|its|his|her|new)$/u.test(tokens[trigger.to]?.folded ?? '')
  )
}

function nounFormat(scan: Scan, trigger: Trigger, sides: number, at: number): Format | null {
  const { lexicon, tokens } = scan
  const noun = lexicon.eventNoun.at(tokens, at)
  const many = lexicon.multilateral.at(tokens, at)
  if (noun === null && many === null) return null
  const span = offsetsOf(scan, at, (noun ?? many)?.to ?? at + 1)
  const own = noun?.value ?? 'multilateral'
  if (noun !== null && own !== 'meeting' && own !== 'joined' && own !== 'held' && own !== 'present') {
    return { value: own, span, sure: true }
  }
  const after = Math.min(trigger.end, at + 10)
  const before = scan.lexicon.order.verbLast === true ? Math.max(trigger.start, at - 8) : at
  if (sides <= 2 && bilateralIn(scan, before, after)) return { value: 'bilateral', span, sure: true }
  if (many !== null) return { value: 'multilateral', span, sure: true }
  if (noun === null) return null
  if (isDistant(scan, trigger)) return { value: 'call', span, sure: true }
  const later = multilateralIn(scan, noun.to, Math.min(trigger.end, noun.to + 8))
  if (later !== null || isOfMany(scan, noun.to)) return { value: 'multilateral', span: later ?? span, sure: true }
  return { value: sides > 2 ? 'multilateral' : 'bilateral', span, sure: false }
}

/** "the joint commission", "political consultations": by their name between two. */
function bilateralIn({ lexicon, tokens }: Scan, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (lexicon.eventNoun.at(tokens, at)?.value === 'bilateral') return true
  return false
}

/** "meeting of defence ministers": an office in the plural behind "of". */
function isOfMany({ lexicon, tokens }: Scan, at: number): boolean {
  if (tokens[at]?.folded !== 'of') return false
  for (let next = at + 1; next < at + 6; next += 1) {
    const head = lexicon.officeHead.at(tokens, next)
    if (head !== null) return lexicon.isPlural(tokens[head.to - 1]?.folded ?? '')
  }
  return false
}

function multilateralIn(scan: Scan, from: number, to: number): OffsetPair | null {
  for (let at = from; at < to; at += 1) {
    const match = scan.lexicon.multilateral.at(scan.tokens, at)
    if (match !== null) return offsetsOf(scan, match.from, match.to)
  }
  return null
}
