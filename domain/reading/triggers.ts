// The words of a sentence that may report an event, and the part of the sentence that belongs to each: "Yesterday X met A, and today
// he met B" has two. Four ways of saying it: a verb ("met with"), a verb that says nothing without its noun ("held brief talks"), a
// noun behind a preposition ("in a phone call on Monday"), and an event to come ("will travel to").
import type { EventFormat } from './language-data.ts'
import { isSign, type Scan } from './scan.ts'

export type Trigger = {
  readonly format: EventFormat
  readonly by: 'verb' | 'noun' | 'future'
  /** Tokens of the verb or noun. */
  readonly from: number
  readonly to: number
  /** Tokens of the part of the sentence that belongs to it. */
  readonly start: number
  readonly end: number
}

/** The triggers of one sentence, in order. Words inside quotation marks report nothing. */
export function triggersIn(scan: Scan): readonly Trigger[] {
  const found = wordsIn(scan)
  return found.map((trigger, index) => {
    const before = found[index - 1]
    const after = found[index + 1]
    const start = before === undefined ? 0 : boundary(scan, before.to, trigger.from)
    const end = after === undefined ? scan.tokens.length : boundary(scan, trigger.to, after.from)
    return { ...trigger, start, end }
  })
}

type Words = Omit<Trigger, 'start' | 'end'>

function wordsIn(scan: Scan): readonly Words[] {
  const found: Words[] = []
  let quoted = false
  for (let at = 0; at < scan.tokens.length; at += 1) {
    quoted = quotedAfter(scan, at, quoted)
    if (quoted) continue
    const words = futureAt(scan, at) ?? longer(verbAt(scan, at), supportedAt(scan, at)) ?? nounAt(scan, at)
    if (words === null) continue
    found.push(words)
    at = words.to - 1
  }
  return found
}

function quotedAfter({ tokens }: Scan, at: number, quoted: boolean): boolean {
  const sign = tokens[at]?.kind === 'sign' ? tokens[at]?.words : ''
  if (sign === '“' || sign === '«' || sign === '„') return true
  if (sign === '”' || sign === '»') return false
  return sign === '"' ? !quoted : quoted
}

function longer(one: Words | null, other: Words | null): Words | null {
  if (one === null || other === null) return one ?? other
  return other.to > one.to ? other : one
}

function verbAt(scan: Scan, at: number): Words | null {
  const match = scan.lexicon.eventVerb.at(scan.tokens, at)
  if (match === null || scan.lexicon.notReported.at(scan.tokens, at) !== null) return null
  if (isPartOfOutcome(scan, match.from, match.to) || isNounOf(scan, match.from, match.to)) return null
  return { format: match.value, by: 'verb', from: match.from, to: match.to }
}

/** "принял решение", "декларацияны қабылдады": the verb of an outcome, which says more than the event's. */
function isPartOfOutcome({ lexicon, tokens }: Scan, from: number, to: number): boolean {
  for (let at = Math.max(0, from - 3); at <= from; at += 1) {
    const outcome = lexicon.outcomeVerb.at(tokens, at)
    if (outcome !== null && outcome.to >= to && outcome.to - outcome.from > to - from) return true
  }
  return false
}

/** Where nouns are made of verbs by an ending, what is the noun of an event is no verb ("кездесуде"). */
function isNounOf({ lexicon, tokens }: Scan, from: number, to: number): boolean {
  return lexicon.order.verbLast === true && lexicon.eventNoun.at(tokens, from)?.to === to
}

/** Longest way, in tokens, from "held" to "talks". */
const nounWithin = 7

/** "held a series of brief bilateral meetings", "paid an official visit". */
function supportedAt(scan: Scan, at: number): Words | null {
  const support = scan.lexicon.supportVerb.at(scan.tokens, at)
  if (support === null) return null
  for (let noun = support.to; noun < support.to + nounWithin; noun += 1) {
    const match = scan.lexicon.eventNoun.at(scan.tokens, noun)
    if (match !== null) return { format: match.value, by: 'verb', from: support.from, to: match.to }
    const many = scan.lexicon.multilateral.at(scan.tokens, noun)
    if (many !== null) return { format: 'multilateral', by: 'verb', from: support.from, to: many.to }
    if (!isModifier(scan, noun)) return null
  }
  return null
}

/** Words that may stand between such a verb and its noun. */
function isModifier({ tokens, lexicon }: Scan, at: number): boolean {
  const token = tokens[at]
  if (token === undefined || token.kind === 'sign') return token?.words === '-' || token?.words === '–'
  if (token.kind !== 'word') return true
  if (lexicon.small.ofWords.has(token.folded)) return lexicon.small.seriesWords.has(tokens[at - 1]?.folded ?? '')
  return !lexicon.small.notModifiers.has(token.folded)
}

/** "will meet", "is expected to visit", "is to be opened". */
function futureAt(scan: Scan, at: number): Words | null {
  const form = scan.lexicon.futureForm.at(scan.tokens, at)
  if (form !== null) return { format: form.value, by: 'future', from: at, to: form.to }
  const marker = scan.lexicon.futureMarker.at(scan.tokens, at)
  if (marker === null) return null
  for (let verb = marker.to; verb < marker.to + 9; verb += 1) {
    const match = scan.lexicon.futureVerb.at(scan.tokens, verb) ?? supportedMatch(scan, verb)
    if (match !== null && isFutureOf(scan, marker.to, verb))
      return { format: match.value, by: 'future', from: at, to: match.to }
    const token = scan.tokens[verb]
    if (token?.kind === 'word' && scan.lexicon.outcomeVerb.at(scan.tokens, verb) !== null) return null
  }
  return null
}

/** "will pay an official visit": a verb with its noun, in the form a phrase is found in. */
function supportedMatch(scan: Scan, at: number): { readonly value: EventFormat; readonly to: number } | null {
  const words = supportedAt(scan, at)
  return words === null ? null : { value: words.format, to: words.to }
}

/** Between marker and verb only adverbs and days ("will today (Thursday 21 July) begin"). */
function isFutureOf({ tokens, lexicon }: Scan, from: number, to: number): boolean {
  return tokens
    .slice(from, to)
    .every(
      (token, index) =>
        token.kind !== 'word' ||
        /^(?:also|then|later|today|tomorrow|be|officially|jointly)$/u.test(token.folded) ||
        lexicon.calendarWord.at(tokens, from + index) !== null,
    )
}

/** "During the conversation on the sidelines with …", "In separate phone calls on Monday, …". */
function nounAt(scan: Scan, at: number): Words | null {
  const { lexicon, tokens } = scan
  const opens = at === 0 && lexicon.small.openings.has(tokens[0]?.folded ?? '') ? 1 : null
  const to = lexicon.during.at(tokens, at)?.to ?? opens
  if (to === null) return null
  for (let noun = to; noun < to + 5; noun += 1) {
    const match = lexicon.eventNoun.at(tokens, noun)
    if (match !== null) return isTalk(match.value) ? { format: match.value, by: 'noun', from: at, to: match.to } : null
    if (!isModifier(scan, noun)) return null
  }
  return null
}

/** Only talks are told by a noun alone: a visit or a ceremony there is the setting of something else. */
function isTalk(format: EventFormat): boolean {
  return format === 'meeting' || format === 'call'
}

/** Where the words of one trigger end and those of the next begin: at the last comma, semicolon or joining word between them. */
function boundary(scan: Scan, from: number, to: number): number {
  for (let at = to - 1; at >= from; at -= 1) {
    const aside = isSign(scan, at, ',') ? asideBefore(scan, at, from) : null
    if (aside !== null) return aside
    if (isSign(scan, at, ',;—–')) return at + 1
    if (scan.lexicon.small.partWords.has(scan.tokens[at]?.folded ?? '')) return at
  }
  return from
}

/** "…, and, today, he met": the joining word before a short aside between commas; or null. */
function asideBefore(scan: Scan, comma: number, from: number): number | null {
  for (let at = comma - 1; at > Math.max(from, comma - 6); at -= 1) {
    if (isSign(scan, at, ',') && scan.lexicon.small.asideJoints.has(scan.tokens[at - 1]?.folded ?? '')) return at - 1
  }
  return null
}
