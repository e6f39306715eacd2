// What came out of the events: signed, adopted, decided, agreed, announced, and promises of a named actor. One for each sentence, in
// the sentence's own words. What was only stressed, welcomed or hoped for is no outcome (docs/decisions, readouts' rules).
import type { Analysis, Reviewed } from './analysis.ts'
import { boundaryBefore, isQuoted } from './clauses.ts'
import type { DayMention } from './day-mentions.ts'
import { isHistory } from './event-checks.ts'
import { type Event, eventUpTo } from './events.ts'
import type { PhraseMatch } from './phrases.ts'
import type { Evidence, OffsetPair, Outcome, OutcomeKind } from './reading.ts'
import { isCapital, type Scan } from './scan.ts'
import { offsetsOf } from './when-where.ts'

/** The outcomes in the order of the text. In: the events they may belong to. */
export function outcomesOf(analysis: Analysis, events: readonly Event[]): readonly Outcome[] {
  let list: OutcomeKind | null = null
  return analysis.sentences.flatMap((reviewed, index) => {
    if (reviewed.sentence.role !== 'body') return []
    const words = analysis.text.slice(reviewed.sentence.start, reviewed.sentence.end)
    const item = isItem(words)
    if (list !== null && item) return [itemOf(analysis, reviewed, index, list, events)]
    list = words.endsWith(':') ? listKind(reviewed) : null
    const verb = decisiveVerb(analysis, reviewed)
    return verb === null ? [] : [outcomeOf(analysis, reviewed, index, verb, events)]
  })
}

/** "(a)", "(iv)", "2)", "–": the items of a list that a sentence with a colon opens. */
function isItem(words: string): boolean {
  return /^(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[).]|[-–—•*])\s/u.test(words)
}

/** What the items are that follow "The parties commit to the following:" or "witnessed the exchange of the following documents:". */
function listKind({ scan }: Reviewed): OutcomeKind | null {
  const { lexicon, tokens } = scan
  for (let at = 0; at < tokens.length; at += 1) {
    const verb = lexicon.outcomeVerb.at(tokens, at)
    if (verb !== null) return verb.value
    if (
      tokens[at]?.folded === 'exchange' &&
      tokens.some(({ folded }) => /^(?:documents|agreements|instruments|memoranda)$/u.test(folded))
    )
      return 'signed'
  }
  return null
}

/** One item of such a list, without its number. */
function itemOf(
  analysis: Analysis,
  reviewed: Reviewed,
  index: number,
  kind: OutcomeKind,
  events: readonly Event[],
): Outcome {
  const { sentence, scan } = reviewed
  const number = /^\S+\s+/u.exec(analysis.text.slice(sentence.start, sentence.end))?.[0].length ?? 0
  const first = scan.tokens.findIndex(({ start }) => start >= sentence.start + number)
  const verb = { from: Math.max(0, first), to: Math.max(0, first) + 1, value: kind }
  const outcome = outcomeOf(analysis, reviewed, index, verb, events)
  const span: OffsetPair = [sentence.start + number, sentence.end]
  return { ...outcome, span, text: analysis.text.slice(...span) }
}

type Verb = PhraseMatch<OutcomeKind>

/** The first verb of the sentence that tells an outcome. */
function decisiveVerb(analysis: Analysis, reviewed: Reviewed): Verb | null {
  const { scan } = reviewed
  for (let at = 0; at < scan.tokens.length; at += 1) {
    const verb = scan.lexicon.outcomeVerb.at(scan.tokens, at)
    if (verb === null) continue
    if (isOutcome(analysis, reviewed, verb)) return verb
    at = verb.to - 1
  }
  return null
}

function isOutcome({ reportDate }: Analysis, reviewed: Reviewed, verb: Verb): boolean {
  const { scan, days } = reviewed
  const { lexicon, tokens } = scan
  if (
    verb.value !== 'commitment' &&
    (isQuoted(scan, verb.from) || tokens.some(({ folded }) => lexicon.small.firstPerson.has(folded)))
  )
    return false
  if (lexicon.futureMarker.at(tokens, verb.from) !== null && verb.to - verb.from < 3 && isEventToCome(reviewed, verb))
    return false
  if (scan.historyFrom < verb.from) return false
  const start = subjectStart(scan, verb.from)
  const part = {
    format: 'meeting',
    by: 'verb',
    from: verb.from,
    to: verb.to,
    start,
    end: Math.min(tokens.length, verb.to + 14),
  } as const
  if (verb.value !== 'commitment' && isHistory(scan, part, dayBeside(scan, days, verb), reportDate)) return false
  for (let at = Math.max(start, verb.from - 3); at <= verb.from; at += 1) {
    const not = lexicon.notOutcome.at(tokens, at)
    if (not !== null && not.to >= verb.from) return false
  }
  if (
    tokens
      .slice(Math.max(start, verb.from - 4), verb.from)
      .some(({ folded }) => /^(?:no|not|never|nor|nothing)$/u.test(folded))
  )
    return false
  return verb.value === 'commitment' ? isPromise(reviewed, verb, start) : isDone(scan, verb)
}

/** Where the subject's clause begins: behind "and" the subject may be the one before ("attaches importance and will continue"). */
function subjectStart(scan: Scan, from: number): number {
  const start = boundaryBefore(scan, from)
  return from - start <= 2 ? boundaryBefore(scan, Math.max(0, start - 1)) : start
}

/** "will meet", "is to visit" tell an event, not a promise. */
function isEventToCome({ triggers }: Reviewed, verb: Verb): boolean {
  // "will visit … and will be received": the second verb goes with the first.
  return triggers.some(({ by, from }) => by === 'future' && from <= verb.from)
}

/** The printed day in the same part of the sentence. */
function dayBeside({ tokens }: Scan, days: readonly DayMention[], verb: Verb): string | null {
  const end = tokens[Math.min(tokens.length - 1, verb.to + 16)]?.end ?? 0
  const start = tokens[Math.max(0, verb.from - 16)]?.start ?? 0
  return days.find((day) => day.relation === 'printed' && day.start >= start && day.end <= end)?.date ?? null
}

/** "having been signed", "to be adopted", "the agreement signed in 2019" tell no outcome of this event. */
function isDone(scan: Scan, verb: Verb): boolean {
  const { tokens } = scan
  if (isParticiple(scan, verb) || isOpinion(scan, verb)) return false
  const before = tokens[verb.from - 1]?.folded ?? ''
  const earlier = tokens[verb.from - 2]?.folded ?? ''
  if (
    /^(?:newly|recently|duly|is|are|to|be|being|not|never|previously|already|could|should|would|may|might|had|must)$/u.test(
      before,
    )
  )
    return false
  return !(before === 'been' && /^(?:had|having)$/u.test(earlier)) && !(before === 'recently' && earlier !== 'have')
}

/** "the agenda announced at the summit": a participle behind its noun, before "at", "in" or "by". */
function isParticiple({ tokens }: Scan, verb: Verb): boolean {
  if (verb.to - verb.from > 1) return false
  return (
    /^(?:at|in|by|during|under|last|as|between)$/u.test(tokens[verb.to]?.folded ?? '') &&
    tokens[verb.from - 1]?.kind === 'word' &&
    !/^(?:been|was|were|is|are|be)$/u.test(tokens[verb.from - 1]?.folded ?? '') &&
    tokens[verb.from - 1]?.shape === 'lower'
  )
}

/** "agreed that the talks were useful" decides nothing; "agreed that their ministers would meet" does. */
function isOpinion({ tokens }: Scan, verb: Verb): boolean {
  const last = tokens[verb.to - 1]?.folded ?? ''
  if (last !== 'agreed' && last !== 'that') return false
  if (last === 'agreed' && !/^(?:the|that|it|this|these|there|a)$/u.test(tokens[verb.to]?.folded ?? '')) return false
  return !tokens.slice(verb.to).some(({ folded }) => /^(?:will|would|shall|to)$/u.test(folded))
}

/**
 * A promise needs somebody who can keep it before its verb: a person, a country, a body, a side ("both sides", "the Kenyan Side"); or
 * it is reported of others with a deadline ("confirmed that the border posts will reopen by 31 December").
 */
function isPromise(reviewed: Reviewed, verb: Verb, start: number): boolean {
  const { scan, mentions } = reviewed
  const { lexicon, names, tokens } = scan
  const framed = isFramed(scan, verb)
  const before = tokens[verb.from - 1]?.folded ?? ''
  if (lexicon.small.relativeSubjects.has(before) || (before === 'it' && !framed)) return false
  if (hasAgent(reviewed, verb) || (before === 'it' && framed)) return true
  if (isWould(scan, verb) && !framed) return false
  for (let at = start; at < verb.from; at += 1) {
    if (lexicon.actor.at(tokens, at) !== null) return true
    const name = names.get(at)
    if (name !== undefined && (name.kind === 'country' || name.kind === 'body') && name.to >= verb.from - 2) return true
    const near = at >= verb.from - 4
    const acting = lexicon.officeHead.at(tokens, at) ?? lexicon.side.at(tokens, at) ?? lexicon.bodyHead.at(tokens, at)
    if (near && acting !== null && (isCapital(scan, at) || tokens[at]?.folded === 'side')) return true
  }
  if (mentions.some(({ from, to }) => from >= start && to <= verb.from && to >= verb.from - 3)) return true
  const named = isCapital(scan, verb.from - 1) && lexicon.notName.at(tokens, verb.from - 1) === null
  return named || (framed && hasLimit(reviewed, verb))
}

/** "will be made by the Presidents": the passive names who binds itself. */
function hasAgent({ scan, mentions }: Reviewed, verb: Verb): boolean {
  const { tokens, lexicon } = scan
  if (tokens[verb.to]?.folded !== 'be') return false
  const by = tokens.findIndex(({ folded }, index) => index > verb.to && index < verb.to + 8 && folded === 'by')
  if (by < 0) return false
  const first = /^(?:the|both)$/u.test(tokens[by + 1]?.folded ?? '') ? by + 2 : by + 1
  const office = lexicon.officeHead.at(tokens, first) ?? lexicon.side.at(tokens, first)
  return office !== null || scan.names.has(first) || mentions.some(({ lead }) => lead === first)
}

function isWould({ tokens }: Scan, verb: Verb): boolean {
  return tokens[verb.from]?.folded === 'would'
}

/** "confirmed to his counterpart that …": a reporting verb with "that" between it and the promise. */
function isFramed({ tokens, lexicon }: Scan, verb: Verb): boolean {
  for (let at = Math.max(0, verb.from - 24); at < verb.from; at += 1)
    if (lexicon.promiseFrame.at(tokens, at) !== null) return true
  return false
}

function hasLimit({ days, scan }: Reviewed, verb: Verb): boolean {
  const from = scan.tokens[verb.from]?.start ?? 0
  return days.some(({ start }) => start > from && isLimit(scan.text, start))
}

/** True when the words before a day make it a deadline. */
function isLimit(text: string, start: number): boolean {
  return /\b(?:by|until|before|no later than|not later than)\s(?:the\s)?$/iu.test(
    text.slice(Math.max(0, start - 24), start),
  )
}

function outcomeOf(
  analysis: Analysis,
  reviewed: Reviewed,
  index: number,
  verb: Verb,
  events: readonly Event[],
): Outcome {
  const span: OffsetPair = [reviewed.sentence.start, reviewed.sentence.end]
  const due = dueDay(analysis, reviewed, verb)
  const kind: Evidence = {
    span: offsetsOf(reviewed.scan, verb.from, verb.to),
    via: null,
    certainty: verb.value === 'commitment' ? 'likely' : 'certain',
  }
  return {
    kind: verb.value,
    text: analysis.text.slice(...span),
    meeting: eventUpTo(events, index) ?? (events.length > 0 ? 0 : null),
    due: due?.date ?? null,
    span,
    evidence: { kind, due: due === null ? null : { span: [due.start, due.end], via: null, certainty: due.certainty } },
  }
}

/** A day behind "by" or "until", or a day to come. */
function dueDay({ reportDate, text }: Analysis, { days, scan }: Reviewed, verb: Verb): DayMention | null {
  const from = scan.tokens[verb.from]?.start ?? 0
  return (
    days.find(({ date, start }) => {
      if (date === null || start < from) return false
      return isLimit(text, start) || (reportDate !== null && date > reportDate)
    }) ?? null
  )
}
