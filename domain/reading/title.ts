// Whether a line is a headline. A headline names the text and is no sentence of it: it stands before the body and, unlike a sentence,
// has no full stop at its end.
import { onOneLine } from '../text/lines.ts'
import { handoutLines, label, salutation } from './data/head-words.ts'

/** Longest headline, in UTF-16 units. */
const longest = 260

/** True when a line could be a headline by its own look. What stands around it decides as well. */
export function looksLikeTitle(words: string): boolean {
  if (words.length > 2 * longest) return false
  const printed = onOneLine(words)
  if (printed.length > longest || !/\p{L}{2}/u.test(printed) || endsSentence(printed)) return false
  if (/^(?:[-–—•*·]\s|\(?\d{1,3}[.)]\s|\p{Ll})/u.test(printed)) return false
  return !salutation.test(printed) && !label.test(printed) && !isHandoutLine(printed)
}

/** True for lines such as PRESS RELEASE, a document symbol or a marking, which head a text without naming it. */
export function isHandoutLine(words: string): boolean {
  return handoutLines.some((form) => form.test(words))
}

/** How much of a line's end tells how it ends, in UTF-16 units: a line may hold a whole book. */
const longestEnd = 24

/** True when a line ends as sentences, list items and salutations end; "U.S." and "Jr." are abbreviations. */
export function endsSentence(words: string): boolean {
  const end = words.slice(-longestEnd)
  if (/(?:\p{Lu}\.){2,}$|\b(?:Jr|Sr|Inc|Ltd|Co|No|St|Mr|Dr)\.$/u.test(end)) return false
  return /[.;:,。；：，؛،…—–][\p{Pf}\p{Pe}"'’”]*$/u.test(end)
}

/** True when a headline goes on in the next line: it breaks before a small letter, after a small word, or both are in capitals. */
export function continuesTitle(words: string, next: string): boolean {
  if (!looksLikeTitle(words) || endsSentence(next)) return false
  if (/^\p{Ll}/u.test(next)) return true
  if (/(?:^|\s)(?:of|and|the|with|between|on|for|to|in|at|by|from|de|du|des|et|la|le|с|и|в|на|по|о)$/iu.test(words))
    return true
  return isInCapitals(words) && isInCapitals(next) && looksLikeTitle(next)
}

function isInCapitals(words: string): boolean {
  return /\p{Lu}{2}/u.test(words) && !/\p{Ll}/u.test(words)
}
