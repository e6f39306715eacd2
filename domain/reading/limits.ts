// Words before a day that make it a limit and not the day of an event: "by 30 May", "d'ici au 30 mai", "до 30 мая".
import type { Scan } from './scan.ts'

/** True when something is to be done by a day. In: the day's UTF-16 offset. */
export function isLimit(scan: Scan, start: number): boolean {
  return isBehind(scan, start, scan.lexicon.small.untilWords)
}

/** True for a day by or since which something is so. */
export function isDeadline(scan: Scan, start: number): boolean {
  return isLimit(scan, start) || isBehind(scan, start, scan.lexicon.small.sinceWords)
}

/** A word directly before the day, or before its article. */
function isBehind({ tokens, lexicon }: Scan, start: number, words: ReadonlySet<string>): boolean {
  let at = tokens.findIndex((token) => token.start >= start) - 1
  if (at < 0) return false
  while (at > 0 && lexicon.small.limitLinks.has(tokens[at]?.folded ?? '')) at -= 1
  return words.has(tokens[at]?.folded ?? '')
}
