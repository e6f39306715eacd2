// The words of a sentence that may report an event, and the part of the sentence that belongs to each: "Yesterday X met A, and today
// he met B" has two.
import type { EventFormat } from './language-data.ts'
import { isSign, type Scan } from './scan.ts'

export type Trigger = {
  readonly format: EventFormat
  readonly by: 'verb' | 'noun'
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
    const words = verbAt(scan, at) ?? nounAt(scan, at)
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

function verbAt(scan: Scan, at: number): Words | null {
  const match = scan.lexicon.eventVerb.at(scan.tokens, at)
  if (match === null || scan.lexicon.notReported.at(scan.tokens, at) !== null) return null
  return { format: match.value, by: 'verb', from: match.from, to: match.to }
}

/** "During the conversation on the sidelines with …": a noun behind a word like "during". */
function nounAt(scan: Scan, at: number): Words | null {
  const during = scan.lexicon.during.at(scan.tokens, at)
  if (during === null) return null
  for (let noun = during.to; noun < during.to + 5; noun += 1) {
    const match = scan.lexicon.eventNoun.at(scan.tokens, noun)
    if (match !== null)
      return isTalk(match.value) ? { format: match.value, by: 'noun', from: during.from, to: match.to } : null
  }
  return null
}

/** Only talks are told by a noun behind "during": a visit or a ceremony there is the setting of something else. */
function isTalk(format: EventFormat): boolean {
  return format === 'meeting' || format === 'call'
}

/** Where the words of one trigger end and those of the next begin: at the last comma, semicolon or joining word between them. */
function boundary(scan: Scan, from: number, to: number): number {
  for (let at = to - 1; at >= from; at -= 1) {
    if (isSign(scan, at, ',;—–')) return at + 1
    if (/^(?:and|while|before|after|then|but|where|which|who|и|а|et)$/u.test(scan.tokens[at]?.folded ?? '')) return at
  }
  return from
}
