// Lists: what stands before each item.
import { attribute, type Element } from './tree.ts'

/** An open list; `next` counts on with each numbered item. */
export type List = { readonly ordered: boolean; readonly letters: boolean; next: number }

/** The list that an `ol`, `ul` or `menu` begins. */
export function listOf(element: Element): List {
  const start = Number.parseInt(attribute(element, 'start') ?? '1', 10)
  const letters = /^a$/iu.test(attribute(element, 'type') ?? '')
  return { ordered: element.tagName === 'ol', letters, next: Number.isSafeInteger(start) ? start : 1 }
}

/** What stands before an item of the innermost of the open lists, two spaces further in for each list around it. Counts on. */
export function markOf(lists: readonly List[], item: Element): string {
  const list = lists.at(-1)
  const indent = '  '.repeat(Math.max(0, lists.length - 1))
  if (list === undefined || !list.ordered) return `${indent}• `
  const given = Number.parseInt(attribute(item, 'value') ?? '', 10)
  const number = Number.isSafeInteger(given) ? given : list.next
  list.next = number + 1
  const isLetter = list.letters && number >= 1 && number <= 26
  return `${indent}${isLetter ? String.fromCharCode(96 + number) : number}. `
}
