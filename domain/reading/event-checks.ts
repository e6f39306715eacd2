// Whether words that may report an event do: not what will be, had been or was wished for, and not the mention of an event reported
// already.
import type { Taking } from './event-people.ts'
import type { Scan } from './scan.ts'
import type { Trigger } from './triggers.ts'
import type { Found } from './when-where.ts'

/** Days before the report after which an event is told as history. */
export const historyAfter = 60

/**
 * True for words of wish, plan or history just before the verb ("had met", "plans to hold", "last year"). An event to come counts
 * when its own day is named.
 */
export function isNotReported(scan: Scan, trigger: Trigger, date: Found | null): boolean {
  const { lexicon, tokens } = scan
  if (scan.historyFrom < trigger.from) return true
  if (isDescription(scan, trigger)) return true
  if (lexicon.order.verbLast === true && lexicon.notReported.at(tokens, trigger.to) !== null) return true
  if (trigger.by === 'future') return date === null || date.evidence.certainty === 'likely'
  for (let at = Math.max(trigger.start, trigger.from - 6); at < trigger.end; at += 1) {
    const match = lexicon.notReported.at(tokens, at)
    if (match === null) continue
    if (match.to >= trigger.from - 1 && at <= trigger.from) return true
    if (at >= trigger.to && at < trigger.to + 12 && lexicon.small.historyWords.has(tokens[at]?.folded ?? ''))
      return true
  }
  if (
    tokens
      .slice(Math.max(trigger.start, trigger.from - 14), trigger.from)
      .some(({ folded }) => lexicon.small.negations.has(folded))
  )
    return true
  return lexicon.small.unreal.has(tokens[trigger.from - 1]?.folded ?? '')
}

/** "…, который прибудет с визитом": a journey that only says more of a person. */
function isDescription({ lexicon, tokens }: Scan, { format, by, from }: Trigger): boolean {
  return (format === 'visit' || by === 'future') && lexicon.small.relativeSubjects.has(tokens[from - 1]?.folded ?? '')
}

/** True when the year or the day named with the event is long past. In: the event's ISO day, the report's. */
export function isHistory(scan: Scan, trigger: Trigger, day: string | null, reportDate: string | null): boolean {
  if (reportDate === null) return false
  if (day !== null && daysBetween(day, reportDate) > historyAfter) return true
  const year = Number(reportDate.slice(0, 4))
  return scan.tokens.slice(trigger.start, trigger.end).some((token, index, all) => {
    if (!/^(?:19|20)\d\d$/u.test(token.words) || Number(token.words) >= year) return false
    const before = [all[index - 1]?.folded ?? '', all[index - 2]?.folded ?? '']
    return before.some((word) => scan.lexicon.small.yearLinks.has(word)) && !/^\d/u.test(before[0] ?? '')
  })
}

function daysBetween(earlier: string, later: string): number {
  return (Date.parse(later) - Date.parse(earlier)) / 86_400_000
}

/** True when the words can be an event at all: somebody is met, something is attended, somewhere is visited. */
export function isWhole(scan: Scan, trigger: Trigger, taking: Taking): boolean {
  const { tokens } = scan
  const words = tokens
    .slice(trigger.from, trigger.to)
    .map(({ folded }) => folded)
    .join(' ')
  const somebody = taking.objects.length > 0 || taking.unnamed
  switch (trigger.format) {
    case 'meeting':
      if (isSumming(scan, trigger) && taking.objects.length === 0) return false
      if (trigger.by === 'noun') return taking.objects.length > 0
      if (words === 'met' && (isPassive(scan, trigger) || !isMetBySomebody(scan, trigger, taking))) return false
      if (words === 'met' || /(?:talks|meeting|negotiations|consultations)$/u.test(words)) return true
      if (/^welcomed/u.test(words) && isPassive(scan, trigger)) return false
      if (/^(?:welcomed|hosted)/u.test(words)) return taking.objects.some(({ lead }) => lead < trigger.to + 5)
      if (/^(?:received|granted)/u.test(words)) return isNear(taking, trigger, 12)
      return somebody || taking.subjects.length > 1 || taking.sides.length > 0 || scan.names.has(trigger.to)
    case 'call':
      return trigger.by === 'noun' ? taking.objects.length > 0 : isCall(words, scan, trigger, taking)
    case 'bilateral':
      return !isSumming(scan, trigger) || taking.objects.length > 0
    default:
      return true
  }
}

/** True for the bare mention of an event told before: "the conversation", "the talks were attended by". */
export function isOnlyNamed(scan: Scan, trigger: Trigger): boolean {
  const { tokens, lexicon } = scan
  if (trigger.format !== 'joined' && trigger.format !== 'held') return false
  if (lexicon.small.articles.size === 0) return trigger.format === 'joined' && isBareNoun(scan, trigger)
  const [from, to] = trigger.format === 'joined' ? [trigger.to, trigger.to + 3] : [trigger.start, trigger.from]
  const definite = tokens.slice(from, to).findIndex(({ folded }) => /^(?:the|this)$/u.test(folded))
  if (definite < 0) return false
  const at = from + definite + 1
  // "The next meeting will take place …" is another one.
  if (
    /^(?:next|following|\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/u.test(
      tokens[at]?.folded ?? '',
    )
  )
    return false
  const nouns = [at, at + 1].map(
    (index) => lexicon.eventNoun.at(tokens, index) ?? lexicon.multilateral.at(tokens, index),
  )
  const noun = nouns.find((match) => match !== null)
  if (noun === undefined || noun === null) return false
  return !/^(?:of|with|on|between|among|in)$/u.test(tokens[noun.to]?.folded ?? '')
}

/** Without articles: the noun of an event that begins its part of the sentence, with nothing before it ("Кездесуге … қатысты"). */
function isBareNoun({ tokens, lexicon }: Scan, { start, from }: Trigger): boolean {
  for (let at = start; at <= Math.min(start + 1, from - 1); at += 1) {
    const noun = lexicon.eventNoun.at(tokens, at) ?? lexicon.multilateral.at(tokens, at)
    if (noun !== null && noun.to < from) return at === start || tokens[start]?.words.length === 2
  }
  return false
}

/** "needs met by", "were met at the airport": nobody met anybody for talks. */
function isPassive({ tokens }: Scan, trigger: Trigger): boolean {
  return (
    tokens[trigger.to]?.folded === 'by' ||
    /^(?:be|been|was|were|is|are|being)$/u.test(tokens[trigger.from - 1]?.folded ?? '')
  )
}

/** "The ministers met in Bern" has somebody or somewhere beside it; "the road met the needs of the town" has not. */
function isMetBySomebody({ tokens, lexicon, names }: Scan, trigger: Trigger, taking: Taking): boolean {
  if (taking.objects.length > 0 || taking.subjects.length > 1 || taking.sides.length > 0 || taking.unnamed) return true
  const next = tokens[trigger.to]
  if (next === undefined || next.kind !== 'word' || names.has(trigger.to)) return true
  const before = tokens.slice(trigger.start, trigger.from)
  const side = before.some((_, at) => lexicon.side.at(tokens, trigger.start + at) !== null)
  return side || /^(?:in|on|at|for|again|with|today|yesterday|here)$/u.test(next.folded)
}

/** "held a number of meetings": a sum of events, each told elsewhere. */
function isSumming({ tokens, lexicon }: Scan, trigger: Trigger): boolean {
  const start = lexicon.order.verbLast === true ? Math.max(trigger.start, trigger.from - 4) : trigger.from
  return (
    tokens.slice(start, trigger.to + 8).some(({ folded }) => lexicon.small.sumWords.has(folded)) &&
    tokens.slice(start, trigger.to).some(({ folded }) => lexicon.small.sumNouns.has(folded))
  )
}

function isNear(taking: Taking, trigger: Trigger, within: number): boolean {
  return taking.unnamed || taking.objects.some(({ lead }) => lead < trigger.to + within)
}

const distant =
  /^(?:phone|telephone|telephonic|video|videoconference|videoconferencing|virtual|virtually|call|online|teleconference)$/u

/** "spoke with" is a call only beside a word for one, or where it says nothing else of how they met. */
function isCall(words: string, scan: Scan, trigger: Trigger, taking: Taking): boolean {
  if (!/^spoke(?: with| to)?$/u.test(words)) return true
  const beside = scan.tokens.slice(trigger.start, Math.min(trigger.end, trigger.to + 25))
  const [first] = taking.objects
  return (
    beside.some(({ folded }) => distant.test(folded)) || (first !== undefined && isSpokenTo(scan, trigger, first.lead))
  )
}

/** "spoke today with X": nothing but a day or an adverb between verb, "with" and name. */
function isSpokenTo({ tokens }: Scan, trigger: Trigger, lead: number): boolean {
  const between = tokens.slice(trigger.to - 1, lead).map(({ folded }) => folded)
  return between.length <= 6 && between.some((word) => word === 'with' || word === 'to') && !between.includes('about')
}

/** True when the trigger's words tell of a meeting over a distance. */
export function isDistant(scan: Scan, trigger: Trigger): boolean {
  return scan.tokens
    .slice(trigger.start, trigger.end)
    .some(
      ({ folded }, at, all) =>
        distant.test(folded) &&
        !/^(?:courtesy|farewell|paid|a)$/u.test(folded === 'call' ? (all[at - 1]?.folded ?? '') : ''),
    )
}
