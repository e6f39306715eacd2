// The tree of a page as parse5 makes it, and the few questions that are asked of it. Nothing of the page is ever run or fetched.
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'
import { deepestPage } from '../limits.ts'

export type Element = DefaultTreeAdapterTypes.Element
export type Node = DefaultTreeAdapterTypes.ChildNode

/** Thrown by `parsePage` for a page whose elements are nested so deeply that reading it would take for ever. */
export class TooDeep extends Error {}

/** The root element of a page, made as browsers make it. In: any string. Throws `TooDeep`. */
export function parsePage(html: string): Element {
  let open = 0
  const document = parse(html, {
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush: () => {
        open++
        if (open > deepestPage) throw new TooDeep()
      },
      onItemPop: () => {
        open--
      },
    },
  })
  const root = document.childNodes.find(isElement)
  if (root === undefined) throw new Error('a parsed page has a root element')
  return root
}

/** True for an element, false for text, comments and the document type. */
export function isElement(node: DefaultTreeAdapterTypes.Node): node is Element {
  return 'tagName' in node
}

/** The elements right inside an element. */
export function elementsOf(element: Element): readonly Element[] {
  return element.childNodes.filter(isElement)
}

/** The value of an attribute; null when the element has none of that name. */
export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((candidate) => candidate.name === name)?.value ?? null
}

/** The first element below `element`, in the order of the page, that `accepts` accepts; null when there is none. */
export function findElement(element: Element, accepts: (candidate: Element) => boolean): Element | null {
  for (const child of elementsOf(element)) {
    const found = accepts(child) ? child : findElement(child, accepts)
    if (found !== null) return found
  }
  return null
}

/** All words below an element as they stand in the page, white space included. */
export function rawText(element: Element): string {
  return element.childNodes
    .map((node) => (isElement(node) ? rawText(node) : 'value' in node ? node.value : ''))
    .join('')
}
