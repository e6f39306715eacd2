// How many letters stand below each element of a page, and how many of them in links: counted once, asked often.
import { isSilent } from './shown.ts'
import { type Element, isElement } from './tree.ts'

export type Measure = {
  /** Printing characters below the element, and those of them in links. */
  readonly letters: number
  readonly linked: number
  /** Printing characters that stand right in the element or in parts of its sentences, such as links and stress. */
  readonly own: number
}
export type Measures = ReadonlyMap<Element, Measure>

/** Elements that are parts of a sentence. */
const inlineTags: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo big cite code data dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)

/** The measures of all elements below `root` that are shown. `isLeftOut` says of which nothing counts. */
export function measure(root: Element, isLeftOut: (element: Element) => boolean = () => false): Measures {
  const measures = new Map<Element, Measure>()
  const visit = (element: Element, inLink: boolean): Measure => {
    const counted = { letters: 0, linked: 0, own: 0 }
    const isLink = inLink || element.tagName === 'a'
    for (const child of element.childNodes) {
      if (isElement(child)) {
        if (isSilent(child) || isLeftOut(child)) continue
        const { letters, linked } = visit(child, isLink)
        counted.letters += letters
        counted.linked += linked
        if (inlineTags.has(child.tagName)) counted.own += letters
      } else if (child.nodeName === '#text' && 'value' in child) {
        const letters = child.value.replace(/\s+/gu, '').length
        counted.letters += letters
        counted.linked += isLink ? letters : 0
        counted.own += letters
      }
    }
    measures.set(element, counted)
    return counted
  }
  visit(root, false)
  return measures
}
