// What is printed at the top and the bottom of page after page: running heads, page numbers, marks. It belongs to the paper; what
// stands above the first page's text, a letterhead or a marking, is kept that once.
import type { Line } from './lines.ts'

/** How many lines at the top and at the bottom of a page are looked at. */
const edge = 3
/** Share of the pages on which a line must stand to be a running head, and the least number of them. */
const share = 0.5
const fewest = 2

/** The pages without what repeats at their edges. In: each page's lines. */
export function withoutRunningHeads(pages: readonly (readonly Line[])[]): readonly (readonly Line[])[] {
  const counts = new Map<string, number>()
  for (const lines of pages) {
    for (const key of new Set(edgesOf(lines).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const least = Math.max(fewest, pages.length * share)
  const repeats = (line: Line) => (counts.get(keyOf(line)) ?? 0) >= least
  return pages.map((lines, index) => {
    const edges = new Set(edgesOf(lines))
    const body = lines.filter((line) => !(edges.has(line) && (repeats(line) || isPageNumber(line, index))))
    return index === 0 ? [...topOf(lines).filter((line) => repeats(line) && !/\d/u.test(line.text)), ...body] : body
  })
}

function topOf(lines: readonly Line[]): readonly Line[] {
  return lines.toSorted((a, b) => b.base - a.base).slice(0, edge)
}

function edgesOf(lines: readonly Line[]): readonly Line[] {
  return [...topOf(lines), ...lines.toSorted((a, b) => a.base - b.base).slice(0, edge)]
}

/** Numbers count on from page to page, so that they are compared as one sign; the height counts, so that words may repeat elsewhere. */
function keyOf({ text, base }: Line): string {
  return `${text
    .replace(/\d+/gu, '#')
    .replace(/\b[ivxl]+\b/giu, '#')
    .toLowerCase()} ${Math.round(base / 8)}`
}

/** The page's own number, alone or with the word for page, on the first page as well. */
function isPageNumber({ text }: Line, index: number): boolean {
  const found =
    /^[-–—\s|]*(?:page|p\.|стр\.|с\.|бет|seite)?\s*(\d{1,4})(?:\s*(?:\/|of|из|de|sur|von)\s*\d{1,4})?[-–—\s|]*$/iu.exec(
      text,
    )
  return found !== null && Number(found[1]) === index + 1
}
