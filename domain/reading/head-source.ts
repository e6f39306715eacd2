// Whose text it is, in this order: what a label says, what the dateline names, who is said to have reported it, the letterhead, the
// headline, the signature.
import { headLines, type Line, linesOf, onOneLine } from '../text/lines.ts'
import type { Placed } from './head-place.ts'
import type { Title } from './headline.ts'
import { attributedSource, isIssuerLine, labelledSource, sourceInTitle } from './source.ts'
import { endsSentence } from './title.ts'

type Parts = {
  readonly text: string
  readonly body: readonly Line[]
  readonly title: Title | null
  readonly placed: Placed | null
}

/** The source that a head names, or null. */
export function sourceOf({ text, body, title, placed }: Parts): string | null {
  const labelled = firstOf([...body.slice(0, headLines), ...lastLines(text)], labelledSource)
  const printed = placed?.printed.source ?? null
  const attributed = firstOf(body.filter((line) => endsSentence(line.words)).slice(0, 2), attributedSource)
  return (
    labelled ??
    printed ??
    attributed ??
    letterhead(body, title) ??
    (title && sourceInTitle(title.words)) ??
    signature(text)
  )
}

function letterhead(body: readonly Line[], title: Title | null): string | null {
  const titleStart = title?.lines[0]?.start ?? null
  const above = titleStart === null ? [] : body.filter((line) => line.start < titleStart)
  return above.find((line) => isIssuerLine(line.words))?.words ?? null
}

function signature(text: string): string | null {
  return lastLines(text).find((line) => isIssuerLine(line.words))?.words ?? null
}

function lastLines(text: string): readonly Line[] {
  const start = Math.max(0, text.length - 600)
  return linesOf(text.slice(start)).slice(1).slice(-3)
}

function firstOf(lines: readonly Line[], read: (words: string) => string | null): string | null {
  for (const line of lines) {
    const found = read(onOneLine(line.words))
    if (found !== null) return found
  }
  return null
}
