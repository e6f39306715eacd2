// Pieces of text on a page, put together into the lines a reader sees.

/** A piece of text as pdfjs gives it: its words, its place (a matrix in points), its width and height in points. */
export type Piece = {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
  readonly fontName: string
}

/** A printed line. Places are in points from the page's left and lower edge, as its text is turned. */
export type Line = {
  readonly text: string
  readonly left: number
  readonly right: number
  /** Height of the baseline. */
  readonly base: number
  /** Size of its letters. */
  readonly size: number
  readonly font: string
  /** True when wide gaps part it into cells. */
  readonly isRow: boolean
  /** From 0. */
  readonly page: number
}

type Placed = {
  readonly words: string
  readonly left: number
  readonly right: number
  readonly base: number
  readonly size: number
  readonly font: string
}

/** Gap between cells of a row, in sizes of letters; between words, where the document prints no space; between lines. */
const cellGap = 2
const wordGap = 0.2
const sameLine = 0.5

/** The lines of a page in the order in which it prints them. Text that is turned otherwise than most of it (stamps) is left out. */
export function linesOf(pieces: readonly Piece[], page: number): readonly Line[] {
  const turn = mainTurn(pieces)
  const lines: Placed[][] = []
  for (const piece of pieces) {
    if (piece.str.trim() === '' || turnOf(piece) !== turn) continue
    const placed = place(piece, turn)
    const current = lines.at(-1)
    const last = current?.at(-1)
    if (current !== undefined && last !== undefined && isSameLine(last, placed)) current.push(placed)
    else lines.push([placed])
  }
  return lines.map((placed) => lineOf(placed, page))
}

/** Quarter turns of a piece's baseline, 0 to 3; anything between is none of them. */
function turnOf({ transform: [a = 0, b = 0] }: Piece): number {
  const quarters = Math.atan2(b, a) / (Math.PI / 2)
  return Math.abs(quarters - Math.round(quarters)) > 0.05 ? -1 : (Math.round(quarters) + 4) % 4
}

function mainTurn(pieces: readonly Piece[]): number {
  const letters = [0, 0, 0, 0]
  for (const piece of pieces) {
    const turn = turnOf(piece)
    if (turn !== -1) letters[turn] = (letters[turn] ?? 0) + piece.str.length
  }
  return letters.indexOf(Math.max(...letters))
}

function place({ str, transform, width, fontName }: Piece, turn: number): Placed {
  const [a = 0, b = 0, , , x = 0, y = 0] = transform
  const [left, base] = [
    [x, y],
    [y, -x],
    [-x, -y],
    [-y, x],
  ][turn] ?? [x, y]
  const start = left ?? 0
  return { words: str, left: start, right: start + width, base: base ?? 0, size: Math.hypot(a, b), font: fontName }
}

/** Raised and lowered signs belong to the line; words that begin further left do not. */
function isSameLine(last: Placed, next: Placed): boolean {
  const size = Math.max(last.size, next.size)
  return Math.abs(last.base - next.base) < size * sameLine && next.left > last.left - size * wordGap
}

function lineOf(placed: readonly Placed[], page: number): Line {
  const main = placed.toSorted((a, b) => b.words.length - a.words.length)[0]
  let text = ''
  let isRow = false
  for (const [index, piece] of placed.entries()) {
    const gap = piece.left - (placed[index - 1]?.right ?? piece.left)
    const isCell = index > 0 && gap > piece.size * cellGap
    isRow ||= isCell
    text += isCell ? ' | ' : gap > piece.size * wordGap && !/\s$/u.test(text) ? ' ' : ''
    text += piece.words
  }
  return {
    text: text.replace(/\s+/gu, ' ').trim(),
    left: Math.min(...placed.map(({ left }) => left)),
    right: Math.max(...placed.map(({ right }) => right)),
    base: main?.base ?? 0,
    size: main?.size ?? 0,
    font: main?.font ?? '',
    isRow,
    page,
  }
}
