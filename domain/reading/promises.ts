// Whether "will …" is a promise: somebody who can keep it, or a deadline, must stand beside it. A general wish is none.
import type { Reviewed } from './analysis.ts'
import type { PhraseMatch } from './phrases.ts'
import type { OutcomeKind } from './reading.ts'
import { isCapital, type Scan } from './scan.ts'

type Verb = PhraseMatch<OutcomeKind>

/**
 * A promise needs somebody who can keep it before its verb: a person, a country, a body, a side ("both sides", "the Kenyan Side"); or
 * it is reported of others with a deadline ("confirmed that the border posts will reopen by 31 December").
 */
export function isPromise(reviewed: Reviewed, verb: Verb, start: number): boolean {
  const { scan, mentions } = reviewed
  const { lexicon, names, tokens } = scan
  const framed = isFramed(scan, verb)
  const before = tokens[verb.from - 1]?.folded ?? ''
  if (lexicon.small.relativeSubjects.has(before) || (before === 'it' && !framed)) return false
  if (isConditional(scan, verb)) return false
  if (hasAgent(reviewed, verb) || (before === 'it' && framed)) return true
  if (isWould(scan, verb) && !framed) return false
  const smallOffices = lexicon.order.offices !== undefined
  for (let at = start; at < verb.from; at += 1) {
    if (lexicon.actor.at(tokens, at) !== null) return true
    const name = names.get(at)
    if (name !== undefined && (name.kind === 'country' || name.kind === 'body') && name.to >= verb.from - 2) return true
    const near = at >= verb.from - 4 || lexicon.order.verbLast === true
    const acting = lexicon.officeHead.at(tokens, at) ?? lexicon.side.at(tokens, at) ?? lexicon.bodyHead.at(tokens, at)
    if (near && acting !== null && (isCapital(scan, at) || smallOffices || tokens[at]?.folded === 'side')) return true
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

/** "If the talks succeed, …", "hoped that … will": a wish or a condition binds nobody. */
function isConditional({ tokens }: Scan, verb: Verb): boolean {
  return tokens
    .slice(0, verb.from)
    .some(({ folded }) => /^(?:if|unless|whether|provided|hoped|hopes|hope|wished)$/u.test(folded))
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
export function isLimit(text: string, start: number): boolean {
  return /\b(?:by|until|before|no later than|not later than)\s(?:the\s)?$/iu.test(
    text.slice(Math.max(0, start - 24), start),
  )
}
