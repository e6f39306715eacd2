// The article of a saved page. The element that holds most running text (paragraphs, not links) is found by its density; from the
// headline above it to its end the blocks are taken, without the site's furniture. Readability does the same on a live DOM, which
// there is none of here (docs/decisions/0010-documents-in.md).
import { dateAlone } from '../../../domain/reading/dates.ts'
import { onOneLine } from '../../../domain/text/lines.ts'
import { type Block, blocksOf } from './blocks.ts'
import { isFurniture } from './furniture.ts'
import { type Measures, measure } from './measures.ts'
import { attribute, type Element, elementsOf, findElement, rawText } from './tree.ts'

/** The blocks of a page's article, headline first. For a page that is all article that is the whole page. */
export function articleOf(root: Element): readonly Block[] {
  const body = findElement(root, ({ tagName }) => tagName === 'body') ?? root
  const everything = measure(body)
  const pageLetters = everything.get(body)?.letters ?? 0
  const isLeftOut = (element: Element) => isFurniture(element, everything, pageLetters)
  const top = densest(body, measure(body, isLeftOut))
  const blocks = blocksOf(body, { isLeftOut, inside: top })
  const chosen = withoutLinkLists(fromHeadline(blocks))
  const whole = chosen.length > 0 ? chosen : blocks
  return withTitle(whole, titleOfPage(root))
}

/** Shortest run of words that counts as running text, in printing characters. */
const shortestProse = 25

/** The element with most running text below it, near above it. */
function densest(body: Element, measures: Measures): Element {
  const scores = new Map<Element, number>()
  scoreBelow(body, [], measures, scores)
  let best = body
  let most = 0
  for (const [element, score] of scores) {
    const { letters, linked } = measures.get(element) ?? { letters: 0, linked: 0 }
    const density = score * (1 - linked / Math.max(1, letters))
    if (density > most) [best, most] = [element, density]
  }
  return widened(best, parentsIn(body), measures)
}

function scoreBelow(
  element: Element,
  above: readonly Element[],
  measures: Measures,
  scores: Map<Element, number>,
): void {
  const measured = measures.get(element)
  if (measured === undefined) return
  if (measured.own >= shortestProse) {
    const prose = Math.max(0, 1 - measured.linked / Math.max(1, measured.letters))
    const worth = prose * (1 + Math.min(measured.own / 60, 8))
    const holders = [...above.slice(-3).toReversed()]
    if (element.tagName !== 'p') holders.unshift(element)
    for (const [distance, holder] of holders.slice(0, 3).entries()) {
      scores.set(holder, (scores.get(holder) ?? 0) + worth / (1 + distance))
    }
  }
  const path = [...above.slice(-3), element]
  for (const child of elementsOf(element)) scoreBelow(child, path, measures, scores)
}

function parentsIn(body: Element): ReadonlyMap<Element, Element> {
  const parents = new Map<Element, Element>()
  const visit = (element: Element) => {
    for (const child of elementsOf(element)) {
      parents.set(child, element)
      visit(child)
    }
  }
  visit(body)
  return parents
}

/** Share of new running text that makes the element around worth taking, and how much of it may be links. */
const worthWidening = 0.2
const mostLinked = 0.3

/** The article's own element around the densest one, or the next that holds a good deal more running text. */
function widened(start: Element, parents: ReadonlyMap<Element, Element>, measures: Measures): Element {
  for (let at: Element | undefined = start; at !== undefined; at = parents.get(at)) {
    if (isArticleElement(at)) return at
  }
  let best = start
  for (let at = parents.get(start); at !== undefined; at = parents.get(at)) {
    const [inner, outer] = [proseIn(best, measures), proseIn(at, measures)]
    const added = outer.prose - inner.prose
    const addedLinks = outer.linked - inner.linked
    if (added > inner.prose * worthWidening && addedLinks < (added + addedLinks) * mostLinked) best = at
  }
  return best
}

function proseIn(element: Element, measures: Measures): { readonly prose: number; readonly linked: number } {
  const { letters, linked } = measures.get(element) ?? { letters: 0, linked: 0 }
  return { prose: letters - linked, linked }
}

function isArticleElement(element: Element): boolean {
  if (element.tagName === 'article' || element.tagName === 'main') return true
  if (attribute(element, 'role') === 'main' || attribute(element, 'itemprop') === 'articleBody') return true
  return attribute(element, 'itemtype')?.endsWith('Article') === true
}

/** Blocks whose words are mostly links lead elsewhere. */
const isLink = ({ linked }: Block): boolean => linked > 0.6

/** From the headline, and a date right above it, to the end of the densest element. */
function fromHeadline(blocks: readonly Block[]): readonly Block[] {
  const first = blocks.findIndex(({ inside }) => inside)
  if (first === -1) return []
  const end = blocks.findLastIndex(({ inside }) => inside) + 1
  const within = blocks.findIndex(({ heading, inside }) => heading === 1 && inside)
  const above = blocks.slice(0, first).findLastIndex((block) => block.heading === 1 && !isLink(block))
  const headline = within !== -1 ? within : above
  const taken = (block: Block, index: number) =>
    index < headline
      ? isDate(block) || (block.inside && !isLink(block))
      : block.inside || (headline !== -1 && !isLink(block))
  return blocks.slice(0, end).filter(taken)
}

function isDate({ text }: Block): boolean {
  return dateAlone(text) !== null
}

/** Links that no sentence leads up to are a list of other pages; they go, with the heading or the label above them. */
function withoutLinkLists(blocks: readonly Block[]): readonly Block[] {
  const isDropped = (block: Block, index: number) =>
    isLink(block) && block.heading !== 1 && !isIntroduced(blocks, index)
  const dropped = blocks.map(isDropped)
  const labels = blocks.map((block, index) => isLabel(block) && dropped[index + 1] === true)
  return blocks.filter((_, index) => dropped[index] !== true && !(labels[index] === true && endsAfter(index)))

  /** True when nothing but links stands between a label and the next heading or the end. */
  function endsAfter(index: number): boolean {
    const next = blocks.findIndex((_, at) => at > index && dropped[at] !== true)
    return next === -1 || (blocks[next]?.heading ?? 0) > 0
  }
}

/** Longest label above a list of links, in UTF-16 units. */
const longestLabel = 40

function isLabel({ heading, text }: Block): boolean {
  return heading > 1 || (text.length <= longestLabel && /[:：]$/u.test(text))
}

/** True where the run of links that a block stands in follows words that end with a colon. */
function isIntroduced(blocks: readonly Block[], index: number): boolean {
  const lead = blocks.slice(0, index).findLast((block) => !isLink(block))
  return lead !== undefined && lead.heading === 0 && lead.text.length > longestLabel && /[:：]$/u.test(lead.text)
}

/** A page without a headline of its own begins with the title it gives itself, the site's name taken off. */
function withTitle(blocks: readonly Block[], title: string): readonly Block[] {
  const hasHeadline = blocks.slice(0, 4).some(({ heading }) => heading > 0)
  const known = blocks.slice(0, 4).some(({ text }) => text === title)
  if (title === '' || hasHeadline || known || blocks.length === 0) return blocks
  return [{ text: title, gap: 'blank', heading: 1, linked: 0, inside: true }, ...blocks]
}

function titleOfPage(root: Element): string {
  const graph = findElement(
    root,
    (element) => element.tagName === 'meta' && attribute(element, 'property') === 'og:title',
  )
  const given = graph === null ? '' : (attribute(graph, 'content') ?? '')
  if (given.trim() !== '') return onOneLine(given)
  const title = findElement(root, ({ tagName }) => tagName === 'title')
  return title === null ? '' : withoutSite(onOneLine(rawText(title)))
}

function withoutSite(title: string): string {
  const parts = title.split(/\s+(?:\||::|»|·|-|–|—)\s+/u)
  const [longest = ''] = parts.toSorted((a, b) => b.length - a.length)
  return parts.length < 2 || longest.length < 15 ? title : title.slice(0, title.indexOf(longest) + longest.length)
}
