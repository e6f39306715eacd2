// A tree of elements as the blocks a reader sees: paragraphs, headings, list items, rows of tables, one after the other. What
// browsers show as line and paragraph breaks stays; fonts, links and pictures go.
import { type Gap, gapAround } from './gaps.ts'
import { gridLines, isGrid, type Line } from './grid.ts'
import { type List, listOf, markOf } from './lists.ts'
import { isBackReference, isSilent } from './shown.ts'
import { type Element, elementsOf, isElement, type Node } from './tree.ts'

/** One line of text or more, set apart from what stands before it. */
export type Block = {
  readonly text: string
  /** What parts it from the block before: the end of a line, or a blank line. */
  readonly gap: Gap
  /** 1 to 6 for a heading, 0 for anything else. */
  readonly heading: number
  /** How much of its words stands in links, 0 to 1. */
  readonly linked: number
  /** True below the element given as `inside`. */
  readonly inside: boolean
}

export type BlockOptions = {
  /** Elements of which nothing is taken. */
  readonly isLeftOut: (element: Element) => boolean
  /** The element whose blocks are marked `inside`; null marks all. */
  readonly inside: Element | null
}

type State = {
  readonly blocks: Block[]
  readonly options: BlockOptions
  /** Words of the block being read; how many of their letters stand in links. */
  words: string
  linkedLetters: number
  gap: Gap
  mark: string
  heading: number
  links: number
  inside: boolean
  preformatted: boolean
  readonly lists: List[]
}

/** The blocks below an element in the order of the page; none is empty. */
export function blocksOf(root: Element, options: BlockOptions): readonly Block[] {
  const state = startingState(options)
  readElement(state, root)
  endBlock(state, 'blank')
  return state.blocks
}

function startingState(options: BlockOptions): State {
  return {
    blocks: [],
    options,
    words: '',
    linkedLetters: 0,
    gap: 'blank',
    mark: '',
    heading: 0,
    links: 0,
    inside: options.inside === null,
    preformatted: false,
    lists: [],
  }
}

function readNode(state: State, node: Node): void {
  if (isElement(node)) readElement(state, node)
  else if (node.nodeName === '#text' && 'value' in node) addWords(state, node.value)
}

function readElement(state: State, element: Element): void {
  if (isSilent(element) || isBackReference(element) || state.options.isLeftOut(element)) return
  const gap = gapAround(element, state.lists.length > 0)
  const before = state.inside
  if (gap !== null) endBlock(state, gap)
  if (element === state.options.inside) state.inside = true
  if (element.tagName === 'br') breakLine(state)
  else readContent(state, element)
  if (gap !== null) endBlock(state, gap)
  state.inside = before
}

function readContent(state: State, element: Element): void {
  const level = /^h([1-6])$/u.exec(element.tagName)?.[1]
  if (level !== undefined) within(state, 'heading', Number(level), element)
  else (contentReaders.get(element.tagName) ?? readChildren)(state, element)
}

const preformatted = (state: State, element: Element) => within(state, 'preformatted', true, element)

/** How the elements are read that mean more than their place on the page. */
const contentReaders: ReadonlyMap<string, (state: State, element: Element) => void> = new Map([
  ['ul', readList],
  ['ol', readList],
  ['menu', readList],
  ['li', readItem],
  ['table', (state, element) => (isGrid(element) ? readGrid(state, element) : readChildren(state, element))],
  ['pre', preformatted],
  ['xmp', preformatted],
  ['listing', preformatted],
  ['a', (state, element) => within(state, 'links', state.links + 1, element)],
  ['q', readQuotation],
])

function readItem(state: State, element: Element): void {
  state.mark = markOf(state.lists, element)
  readChildren(state, element)
}

function readQuotation(state: State, element: Element): void {
  addWords(state, '“')
  readChildren(state, element)
  addWords(state, '”')
}

function within<Key extends 'preformatted' | 'links' | 'heading'>(
  state: State,
  key: Key,
  value: State[Key],
  element: Element,
): void {
  const before = state[key]
  state[key] = value
  readChildren(state, element)
  if (key !== 'links') endBlock(state, 'blank')
  state[key] = before
}

function readChildren(state: State, element: Element): void {
  for (const child of element.childNodes) readNode(state, child)
}

function addWords(state: State, words: string): void {
  state.words += state.preformatted ? words : words.replace(/[ \t\n\r\f]+/gu, ' ')
  if (state.links > 0) state.linkedLetters += lettersIn(words)
}

/** `<br>`: the end of a line; a second one in a row leaves a blank line. */
function breakLine(state: State): void {
  const isEmpty = state.words.trim() === '' && state.mark === ''
  endBlock(state, isEmpty ? 'blank' : 'line')
}

function endBlock(state: State, gap: Gap): void {
  const { preformatted, words, mark } = state
  const text = preformatted ? words.replace(/^\n+|\s+$/gu, '') : trimmed(words)
  if (text !== '') {
    const letters = lettersIn(text)
    const { heading, inside } = state
    const linked = Math.min(1, state.linkedLetters / Math.max(1, letters))
    state.blocks.push({ text: mark + text, gap: state.gap, heading, linked, inside })
    state.gap = gap
    state.mark = ''
  } else if (gap === 'blank') state.gap = 'blank'
  state.words = ''
  state.linkedLetters = 0
}

/** Runs of spaces as one; a single no-break space stays, as it belongs in “5 June” and before French punctuation. */
function trimmed(words: string): string {
  return words
    .replace(/[ \u00A0]{2,}/gu, ' ')
    .replace(/ *\n */gu, '\n')
    .trim()
    .replace(/^\| | [|·]$/gu, '')
}

function readList(state: State, element: Element): void {
  state.lists.push(listOf(element))
  readChildren(state, element)
  endBlock(state, 'line')
  state.lists.pop()
}

/** The words of an element on one line, and how many of its letters stand in links. */
function lineOf(element: Element, isLeftOut: BlockOptions['isLeftOut']): Line {
  const blocks = blocksOf(element, { isLeftOut, inside: null })
  const words = blocks.map(({ text }) => text).join(' ')
  const linkedLetters = blocks.reduce((sum, { linked, text }) => sum + linked * lettersIn(text), 0)
  return { words: words.replace(/\s*\n\s*/gu, ' '), linkedLetters }
}

function readGrid(state: State, table: Element): void {
  const caption = elementsOf(table).find(({ tagName }) => tagName === 'caption')
  if (caption !== undefined) readElement(state, caption)
  for (const { words, linkedLetters } of gridLines(table, (cell) => lineOf(cell, state.options.isLeftOut))) {
    endBlock(state, 'line')
    state.words = words
    state.linkedLetters = linkedLetters
    endBlock(state, 'line')
  }
}

function lettersIn(text: string): number {
  return text.replace(/\s+/gu, '').length
}
