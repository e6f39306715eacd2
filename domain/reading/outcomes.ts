// What came out of the events: signed, adopted, decided, agreed, announced, and promises of a named actor. One for each sentence, in
// the sentence's own words. What was only stressed, welcomed or hoped for is no outcome (docs/decisions, readouts' rules).
import type { Analysis, Reviewed } from './analysis.ts'
import type { DayMention } from './day-mentions.ts'
import type { Event } from './event-made.ts'
import { eventUpTo } from './events.ts'
import { isLimit } from './limits.ts'
import { isItem, listKind } from './outcome-lists.ts'
import { decisiveVerb, type OutcomeVerb } from './outcome-verbs.ts'
import type { Evidence, OffsetPair, Outcome, OutcomeKind } from './reading.ts'
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

function outcomeOf(
  analysis: Analysis,
  reviewed: Reviewed,
  index: number,
  verb: OutcomeVerb,
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
function dueDay({ reportDate }: Analysis, { days, scan }: Reviewed, verb: OutcomeVerb): DayMention | null {
  const from = scan.tokens[verb.from]?.start ?? 0
  return (
    days.find(({ date, start }) => {
      if (date === null || start < from) return false
      return isLimit(scan, start) || (reportDate !== null && date > reportDate)
    }) ?? null
  )
}
