// Parts of a sentence: where the clause around a verb begins, and what stands inside quotation marks.
import { isSign, type Scan } from './scan.ts'

/** Longest clause, in tokens: what stands farther back is not looked at, so that a sentence without end takes no longer. */
const longestClause = 120

/** First token of the clause that a token stands in: after the last comma that a new subject follows, or a joining word. */
export function boundaryBefore(scan: Scan, from: number): number {
  const first = Math.max(0, from - longestClause)
  for (let at = from - 1; at >= first; at -= 1) {
    if (isSign(scan, at, ';:—–')) return at + 1
    if (scan.lexicon.small.clauseWords.has(scan.tokens[at]?.folded ?? '') && from - at > 1) return at + 1
  }
  return first
}

/** True when a token stands inside quotation marks. */
export function isQuoted({ tokens }: Scan, index: number): boolean {
  let depth = 0
  let straight = false
  for (const token of tokens.slice(0, index)) {
    if (token.kind !== 'sign') continue
    if (token.words === '“' || token.words === '«') depth += 1
    else if (token.words === '”' || token.words === '»') depth = Math.max(0, depth - 1)
    else if (token.words === '"') straight = !straight
  }
  return depth > 0 || straight
}
