// Which lines of a head are its headline, and which only stand above it: dates, places, letterheads, labels, handout lines.
import { headLines, type Line, onOneLine } from '../text/lines.ts'
import { isBrokenAtMargin } from '../text/margin.ts'
import { subjectLabel } from './data/head-words.ts'
import { datelineAtStart, type IsCity, placeAndDateAlone } from './dateline.ts'
import { isDatelinePlace, isKnownCity } from './dateline-places.ts'
import { dateAlone } from './dates.ts'
import { isIssuerLine, labelledSource } from './source.ts'
import { continuesTitle, endsSentence, isHandoutLine, looksLikeTitle } from './title.ts'

/** Whether words are, from end to end, the name of a body: letterheads print nothing else. */
export type IsBody = (words: string) => boolean

/** The headline on one line, and the lines that print it. */
export type Title = { readonly words: string; readonly lines: readonly Line[] }

/** The headline: the first line that is one, before anything of the body; null for a text without. In: the lines of its head. */
export function headlineOf(lines: readonly Line[], isBody: IsBody, isCity: IsCity): Title | null {
  for (const [index, line] of lines.slice(0, headLines).entries()) {
    const subject = subjectLabel.exec(line.words)
    if (subject !== null) return { words: line.words.slice(subject[0].length).trim(), lines: [line] }
    if (isBesideTitle(lines, index, isBody, isCity)) continue
    return titleAt(lines, index)
  }
  return null
}

/** Lines that stand above a headline without being it: dates, places, letterheads, labels, handout lines. */
function isBesideTitle(lines: readonly Line[], index: number, isBody: IsBody, isCity: IsCity): boolean {
  const words = lines[index]?.words ?? ''
  const next = lines[index + 1]?.words ?? ''
  if (isHandoutLine(words) || dateAlone(words) !== null || placeAndDateAlone(words, isCity) !== null) return true
  if (/^(?:to|from|through|cc|ref|reference|classification|copy|кому|от|de|à|para)\b[^:]{0,20}[:：]/iu.test(words))
    return true
  if (isDatelinePlace(words, 'none') && dateAlone(next) !== null) return true
  if (!/\p{L}{3}/u.test(words)) return true
  const heading = isIssuerLine(words) || isBody(words) || isKnownCity(words)
  return labelledSource(words) !== null || (heading && looksLikeTitleAbove(lines, index + 1, isBody))
}

/** A letterhead is one only where a headline follows; alone, an office's name is the headline. */
function looksLikeTitleAbove(lines: readonly Line[], index: number, isBody: IsBody): boolean {
  return lines
    .slice(index, index + 6)
    .some(
      (line) =>
        !isIssuerLine(line.words) &&
        !isBody(line.words) &&
        !isKnownCity(line.words) &&
        dateAlone(line.words) === null &&
        looksLikeTitle(line.words),
    )
}

function titleAt(lines: readonly Line[], index: number): Title | null {
  const first = lines[index]
  if (first === undefined || !looksLikeTitle(first.words) || datelineAtStart(first.words) !== null) return null
  const block = blockFrom(lines, index)
  if (isBrokenAtMargin(block.map((line) => line.words)) && block.some((line) => endsSentence(line.words))) return null
  const own = [first, ...continuation(lines, index)]
  const words = onOneLine(own.map((line) => line.words).join(' '))
  return looksLikeTitle(words) && hasBody(lines.slice(index + own.length)) ? { words, lines: own } : null
}

function blockFrom(lines: readonly Line[], index: number): readonly Line[] {
  const end = lines.findIndex((line, at) => at > index && line.afterBlank)
  return lines.slice(index, end === -1 ? undefined : end)
}

function continuation(lines: readonly Line[], index: number): readonly Line[] {
  const own: Line[] = []
  for (let at = index; at < index + 4; at++) {
    const [line, next] = [lines[at], lines[at + 1]]
    if (line === undefined || next === undefined || next.afterBlank || !continuesTitle(line.words, next.words)) break
    own.push(next)
  }
  return own
}

/** A headline stands over something: a sentence, a list or a long paragraph. */
function hasBody(lines: readonly Line[]): boolean {
  return lines.some(
    (line) =>
      endsSentence(line.words) ||
      /[!?！？؟]$/u.test(line.words) ||
      line.words.length > 100 ||
      /^[-–•*]\s/u.test(line.words),
  )
}
