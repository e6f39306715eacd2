// What came out of the events: signed, adopted, decided, agreed, announced, and promises of a named actor. One for each sentence, in
// the sentence's own words. What was only stressed, welcomed or hoped for is no outcome (docs/decisions, readouts' rules).
import type { Analysis, Reviewed } from './analysis.ts'
import { boundaryBefore, isQuoted } from './clauses.ts'
import type { DayMention } from './day-mentions.ts'
import { isHistory } from './event-checks.ts'
import type { Event } from './events.ts'
import type { PhraseMatch } from './phrases.ts'
import type { Evidence, OffsetPair, Outcome, OutcomeKind } from './reading.ts'
import type { Scan } from './scan.ts'
import { triggersIn } from './triggers.ts'
import { offsetsOf } from './when-where.ts'

/** The outcomes in the order of the text. In: the events they may belong to. */
export function outcomesOf(analysis: Analysis, events: readonly Event[]): readonly Outcome[] {
  return analysis.sentences.flatMap((reviewed, index) => {
    if (reviewed.sentence.role !== 'body') return []
    const verb = decisiveVerb(analysis, reviewed)
    return verb === null ? [] : [outcomeOf(analysis, reviewed, index, verb, events)]
  })
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
  if (isQuoted(scan, verb.from) && verb.value !== 'commitment') return false
  if (lexicon.futureMarker.at(tokens, verb.from) !== null && isEventToCome(scan, verb)) return false
  for (let at = 0; at < verb.from; at += 1) if (lexicon.background.at(tokens, at) !== null) return false
  const start = boundaryBefore(scan, verb.from)
  const part = {
    format: 'meeting',
    by: 'verb',
    from: verb.from,
    to: verb.to,
    start,
    end: Math.min(tokens.length, verb.to + 14),
  } as const
  if (isHistory(scan, part, dayBeside(scan, days, verb), reportDate)) return false
  for (let at = Math.max(start, verb.from - 3); at <= verb.from; at += 1) {
    const not = lexicon.notOutcome.at(tokens, at)
    if (not !== null && not.to >= verb.from) return false
  }
  return verb.value === 'commitment' ? isPromise(reviewed, verb, start) : isDone(scan, verb)
}

/** "will meet", "is to visit" tell an event, not a promise. */
function isEventToCome(scan: Scan, verb: Verb): boolean {
  return triggersIn(scan).some(({ by, from }) => by === 'future' && from === verb.from)
}

/** The printed day in the same part of the sentence. */
function dayBeside({ tokens }: Scan, days: readonly DayMention[], verb: Verb): string | null {
  const end = tokens[Math.min(tokens.length - 1, verb.to + 16)]?.end ?? 0
  const start = tokens[Math.max(0, verb.from - 16)]?.start ?? 0
  return days.find((day) => day.relation === 'printed' && day.start >= start && day.end <= end)?.date ?? null
}

/** "having been signed", "to be adopted", "the agreement signed in 2019" tell no outcome of this event. */
function isDone({ tokens }: Scan, verb: Verb): boolean {
  const before = tokens[verb.from - 1]?.folded ?? ''
  const earlier = tokens[verb.from - 2]?.folded ?? ''
  if (/^(?:to|be|being|not|never|previously|already|could|should|would|may|might|had|must)$/u.test(before)) return false
  return !(before === 'been' && /^(?:had|having)$/u.test(earlier)) && !(before === 'recently' && earlier !== 'have')
}

/** A promise needs somebody who can keep it: a person, a country, a body, or words such as "both sides" before it. */
function isPromise({ scan, mentions }: Reviewed, verb: Verb, start: number): boolean {
  const { lexicon, names } = scan
  for (let at = start; at < verb.from; at += 1) {
    if (lexicon.actor.at(scan.tokens, at) !== null) return true
    const name = names.get(at)
    if (name !== undefined && (name.kind === 'country' || name.kind === 'body') && name.to >= verb.from - 2) return true
    if (lexicon.officeHead.at(scan.tokens, at) !== null && at >= verb.from - 4) return true
  }
  return mentions.some(({ from, to }) => from >= start && to <= verb.from && to >= verb.from - 3)
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
    meeting: meetingOf(events, index),
    due: due?.date ?? null,
    span,
    evidence: { kind, due: due === null ? null : { span: [due.start, due.end], via: null, certainty: due.certainty } },
  }
}

/** The last event told up to the sentence. */
function meetingOf(events: readonly Event[], sentence: number): number | null {
  const last = events.findLastIndex((event) => event.sentence <= sentence)
  if (last < 0) return events.length > 0 ? 0 : null
  const same = events.findIndex((event) => event.sentence === events[last]?.sentence)
  return same >= 0 ? same : last
}

/** A day behind "by" or "until", or a day to come. */
function dueDay({ reportDate, text }: Analysis, { days, scan }: Reviewed, verb: Verb): DayMention | null {
  const from = scan.tokens[verb.from]?.start ?? 0
  return (
    days.find(({ date, start }) => {
      if (date === null || start < from) return false
      const before = text.slice(Math.max(0, start - 24), start)
      const limited = /\b(?:by|until|before|no later than|not later than)\s(?:the\s)?$/iu.test(before)
      return limited || (reportDate !== null && date > reportDate)
    }) ?? null
  )
}
