// A text that annotations are placed on: counted and prepared once for all of them, and bounded, since a file may hold any number.
import type { Landing, ParagraphedText } from '../anchoring/carry-over.ts'
import { type Described, resolve } from '../anchoring/resolve.ts'
import { type CodePoints, codePointsOf } from './code-points.ts'

/** `resolve` finds words that have been reworded, or says that they are gone. */
export type PlacingText = {
  readonly text: string
  readonly points: CodePoints
  readonly resolve: (words: Described) => Landing
}

/** How much text is gone through in search of what reworded quotes became, in UTF-16 units: some twenty seconds' work. */
const mostSearched = 100_000_000

/**
 * A text with the domain's own way of finding what has been reworded. The same quote is searched for once; when a file has used up
 * what can be searched, further quotes that do not stand in the text are gone, and a person re-attaches them.
 */
export function placingTextOf({ text, paragraphs }: ParagraphedText): PlacingText {
  const known = new Map<string, Landing>()
  let searched = 0
  return {
    text,
    points: codePointsOf(text),
    resolve: (words) => {
      const key = JSON.stringify(words.quote)
      const before = known.get(key)
      if (before !== undefined) return before
      searched += text.length
      const landing = searched > mostSearched ? gone : withoutReason(resolve(text, paragraphs, words))
      known.set(key, landing)
      return landing
    },
  }
}

const gone: Landing = { state: 'gone', span: null, score: 0, candidates: [] }

function withoutReason({ state, span, score, candidates }: Landing): Landing {
  return { state, span, score, candidates }
}
