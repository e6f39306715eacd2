// Which verb of a sentence tells an outcome: done and not only spoken of, of these events and not of history.
import type { Analysis, Reviewed } from './analysis.ts'
import { boundaryBefore, isQuoted } from './clauses.ts'
import type { DayMention } from './day-mentions.ts'
import { isHistory } from './event-checks.ts'
import type { PhraseMatch } from './phrases.ts'
import { isPromise } from './promises.ts'
import type { OutcomeKind } from './reading.ts'
import type { Scan } from './scan.ts'

export type OutcomeVerb = PhraseMatch<OutcomeKind>

/** The first verb of the sentence that tells an outcome. */
export function decisiveVerb(analysis: Analysis, reviewed: Reviewed): OutcomeVerb | null {
  const { scan } = reviewed
  for (let at = 0; at < scan.tokens.length; at += 1) {
    const verb = scan.lexicon.outcomeVerb.at(scan.tokens, at) ?? promiseByEnding(scan, at)
    if (verb === null) continue
    if (!isPartOfEvent(scan, verb) && isOutcome(analysis, reviewed, verb)) return verb
    at = verb.to - 1
  }
  return null
}

/** "сенім грамоталарын тапсырды": the verb of an event, which says more than the outcome's. */
function isPartOfEvent({ tokens, lexicon }: Scan, { from, to }: OutcomeVerb): boolean {
  for (let at = Math.max(0, from - 3); at <= from; at += 1) {
    const event = lexicon.eventVerb.at(tokens, at)
    if (event !== null && event.to >= to && event.to - event.from > to - from) return true
  }
  return false
}

/** "livrera", "fourniront": where a language's future is told by an ending, any such verb may be a promise. */
function promiseByEnding({ tokens, lexicon }: Scan, at: number): OutcomeVerb | null {
  const token = tokens[at]
  const { futureEndings = [] } = lexicon.order
  if (token === undefined || token.shape !== 'lower' || futureEndings.length === 0) return null
  if (lexicon.notReported.at(tokens, at) !== null || lexicon.futureForm.at(tokens, at) !== null) return null
  return futureEndings.some((ending) => token.folded.length > ending.length + 2 && token.folded.endsWith(ending))
    ? { from: at, to: at + 1, value: 'commitment' }
    : null
}

function isOutcome({ reportDate }: Analysis, reviewed: Reviewed, verb: OutcomeVerb): boolean {
  const { scan, days } = reviewed
  const { lexicon, tokens } = scan
  if (
    verb.value !== 'commitment' &&
    (isQuoted(scan, verb.from) || tokens.some(({ folded }) => lexicon.small.firstPerson.has(folded)))
  )
    return false
  if (lacksThing(scan, verb)) return false
  const isFuture = lexicon.futureMarker.at(tokens, verb.from) ?? lexicon.futureForm.at(tokens, verb.from)
  if (isFuture !== null && verb.to - verb.from < 3 && isEventToCome(reviewed, verb)) return false
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

/** "одобрил" an idea, "выделил" no sum: some verbs tell an outcome only with a document or an amount beside them. */
function lacksThing({ lexicon, tokens }: Scan, { from, to }: OutcomeVerb): boolean {
  const needs = (list: Scan['lexicon']['document']) => list.at(tokens, from)?.to === to
  const has = (list: Scan['lexicon']['document']) => tokens.some((_, at) => list.at(tokens, at) !== null)
  if (needs(lexicon.needsDocument)) return !has(lexicon.document)
  return needs(lexicon.needsAmount) && !(has(lexicon.amountWord) && tokens.some(({ kind }) => kind === 'number'))
}

/** Where the subject's clause begins: behind "and" the subject may be the one before ("attaches importance and will continue"). */
function subjectStart(scan: Scan, from: number): number {
  const start = boundaryBefore(scan, from)
  return from - start <= 2 ? boundaryBefore(scan, Math.max(0, start - 1)) : start
}

/** "will meet", "is to visit" tell an event, not a promise. */
function isEventToCome({ triggers }: Reviewed, verb: OutcomeVerb): boolean {
  // "will visit … and will be received": the second verb goes with the first.
  return triggers.some(({ by, from }) => by === 'future' && from <= verb.from)
}

/** The printed day in the same part of the sentence. */
function dayBeside({ tokens }: Scan, days: readonly DayMention[], verb: OutcomeVerb): string | null {
  const end = tokens[Math.min(tokens.length - 1, verb.to + 16)]?.end ?? 0
  const start = tokens[Math.max(0, verb.from - 16)]?.start ?? 0
  return days.find((day) => day.relation === 'printed' && day.start >= start && day.end <= end)?.date ?? null
}

/** "having been signed", "to be adopted", "the agreement signed in 2019" tell no outcome of this event. */
function isDone(scan: Scan, verb: OutcomeVerb): boolean {
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
function isParticiple({ tokens }: Scan, verb: OutcomeVerb): boolean {
  if (verb.to - verb.from > 1) return false
  return (
    /^(?:at|in|by|during|under|last|as|between)$/u.test(tokens[verb.to]?.folded ?? '') &&
    tokens[verb.from - 1]?.kind === 'word' &&
    !/^(?:been|was|were|is|are|be)$/u.test(tokens[verb.from - 1]?.folded ?? '') &&
    tokens[verb.from - 1]?.shape === 'lower'
  )
}

/** "agreed that the talks were useful" decides nothing; "agreed that their ministers would meet" does. */
function isOpinion({ tokens }: Scan, verb: OutcomeVerb): boolean {
  const last = tokens[verb.to - 1]?.folded ?? ''
  if (last !== 'agreed' && last !== 'that') return false
  if (last === 'agreed' && !/^(?:the|that|it|this|these|there|a)$/u.test(tokens[verb.to]?.folded ?? '')) return false
  return !tokens.slice(verb.to).some(({ folded }) => /^(?:will|would|shall|to)$/u.test(folded))
}
