// What was discussed: the words behind "discussed", "exchanged views on", up to where something else begins.
import type { Analysis, Reviewed } from './analysis.ts'
import { boundaryBefore } from './clauses.ts'
import type { Event } from './event-made.ts'
import { eventUpTo } from './events.ts'
import type { OffsetPair, Outcome, SummarySentence, Topic } from './reading.ts'
import { isSign } from './scan.ts'

/** Longest topic, in UTF-16 units. */
const longest = 400

/** The topics in the order of the text. */
export function topicsOf(analysis: Analysis, events: readonly Event[]): readonly Topic[] {
  return analysis.sentences.flatMap((reviewed, index) => {
    if (reviewed.sentence.role !== 'body') return []
    const meeting = eventUpTo(events, index)
    return spansIn(reviewed).map((span) => ({ text: analysis.text.slice(...span), meeting, span }))
  })
}

function spansIn({ scan }: Reviewed): readonly OffsetPair[] {
  const spans: OffsetPair[] = []
  for (let at = 0; at < scan.tokens.length; at += 1) {
    const verb = scan.lexicon.topicVerb.at(scan.tokens, at)
    if (verb === null) continue
    if (scan.lexicon.order.verbLast === true) {
      spans.push(...beforeVerb(scan, verb.from))
      at = verb.to - 1
      continue
    }
    // "reviewed progress in …": the noun belongs to what was discussed.
    const isCut = verb.to - verb.from > 1 && /^(?:in|of|after|towards)$/u.test(scan.tokens[verb.to]?.folded ?? '')
    const from = isCut ? verb.to - 1 : verb.to
    const to = endOf(scan.tokens.length, verb.to, (index) => isEnd(scan, index))
    const [first, last] = [scan.tokens[from], scan.tokens[to - 1]]
    at = Math.max(to - 1, at)
    if (first === undefined || last === undefined || last.end - first.start < 4 || last.end - first.start > longest)
      continue
    spans.push([first.start, last.end])
  }
  return spans
}

/** Where the verb stands last, what was discussed stands before it, behind who discussed it: "Тараптар … мәселелерін талқылады". */
function beforeVerb(scan: Reviewed['scan'], verb: number): readonly OffsetPair[] {
  const { lexicon, tokens } = scan
  let from = boundaryBefore(scan, verb)
  for (let at = from; at < verb; at += 1) {
    const lead = lexicon.actor.at(tokens, at) ?? lexicon.during.at(tokens, at)
    if (lead !== null) from = Math.max(from, lead.to)
  }
  const [first, last] = [tokens[from], tokens[verb - 1]]
  if (first === undefined || last === undefined || from >= verb || last.end - first.start > longest) return []
  return [[first.start, last.end]]
}

function endOf(length: number, from: number, isLast: (index: number) => boolean): number {
  let at = from
  while (at < length && !isLast(at)) at += 1
  return at
}

function isEnd(scan: Reviewed['scan'], index: number): boolean {
  if (isSign(scan, index, '.;:()')) return true
  const token = scan.tokens[index]
  if (token === undefined) return true
  if (token.folded === 'and' && scan.lexicon.topicVerb.at(scan.tokens, index + 1) !== null) return true
  if (isSign(scan, index, ','))
    return (
      /^(?:where|which|who|as|noting|stressing|with|while|and)$/u.test(scan.tokens[index + 1]?.folded ?? '') &&
      scan.lexicon.topicVerb.at(scan.tokens, index + 2) !== null
    )
  return (
    scan.lexicon.small.clauseEnds.has(token.folded) ||
    scan.lexicon.outcomeVerb.at(scan.tokens, index)?.value === 'agreed'
  )
}

/** The sentences that carry events and outcomes, in order, each once. */
export function summaryOf(
  text: string,
  sentences: readonly Reviewed[],
  events: readonly Event[],
  outcomes: readonly Outcome[],
): readonly SummarySentence[] {
  const starts = new Set([
    ...events.map(({ sentence }) => sentences[sentence]?.sentence.start),
    ...outcomes.map(({ span }) => span[0]),
  ])
  return sentences
    .filter(({ sentence }) => starts.has(sentence.start))
    .map(({ sentence }) => ({ text: text.slice(sentence.start, sentence.end), span: [sentence.start, sentence.end] }))
}
