// Which elements of a page stand on lines of their own, and which are parted by a blank line, as browsers show them.
import type { Element } from './tree.ts'

/** The end of a line, or a blank line. */
export type Gap = 'line' | 'blank'

/** Elements that end the line before and after them. */
const lineTags: ReadonlySet<string> = new Set(
  'div li dt dd tr td th center details summary legend fieldset form caption tbody thead tfoot'.split(' '),
)
/** Elements with a blank line before and after them. */
const blankTags: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol dl menu table blockquote pre section article main header footer aside nav figure figcaption address hgroup hr body'.split(
    ' ',
  ),
)

/** What an element parts its words with from those before and after it; null for one within a line. In lists no line is left blank. */
export function gapAround(element: Element, isInList: boolean): Gap | null {
  const { tagName } = element
  if (lineTags.has(tagName) || isLoneTime(element)) return 'line'
  if (!blankTags.has(tagName)) return null
  return isInList ? 'line' : 'blank'
}

/** A date beside the author's name under a headline is a line of its own; one within a sentence is not. */
function isLoneTime({ tagName, parentNode }: Element): boolean {
  return tagName === 'time' && parentNode !== null && /^(?:div|header|section|article|span)$/u.test(parentNode.nodeName)
}
