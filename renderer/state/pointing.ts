// What points at what between a summary and its text: a line at its words, words at the lines they support. Kept apart from the
// rest of the state, as it changes with every movement of the pointer.
import { assertNever } from '../../domain/assert-never.ts'

export type Pointing = {
  /** The line that the tab key goes to; null for the first. */
  readonly stop: string | null
  /** The line pointed at, by the pointer or by having the focus. */
  readonly pointed: string | null
  /** The line whose words were gone to last: they stay lit until something else is pointed at or let go. */
  readonly held: string | null
  /** Lines whose words in the text are pointed at. */
  readonly lit: ReadonlySet<string>
}

export type PointingAction =
  | { readonly type: 'pointed'; readonly key: string | null }
  | { readonly type: 'focused'; readonly key: string }
  | { readonly type: 'went'; readonly key: string }
  | { readonly type: 'let-go' }
  | { readonly type: 'words-pointed'; readonly keys: readonly string[] }

/** Nothing is pointed at. */
export const pointingNowhere: Pointing = { stop: null, pointed: null, held: null, lit: new Set() }

/** What is pointed at after an action; the same object when nothing changes. */
export function reducePointing(state: Pointing, action: PointingAction): Pointing {
  switch (action.type) {
    case 'pointed':
      return state.pointed === action.key ? state : { ...state, pointed: action.key }
    case 'focused':
      return state.pointed === action.key && state.stop === action.key
        ? state
        : { ...state, stop: action.key, pointed: action.key }
    case 'went':
      return { ...state, stop: action.key, pointed: null, held: action.key }
    case 'let-go':
      return state.held === null && state.pointed === null ? state : { ...state, held: null, pointed: null }
    case 'words-pointed':
      return sameKeys(state.lit, action.keys) ? state : { ...state, lit: new Set(action.keys) }
    default:
      return assertNever(action)
  }
}

/** The line whose words are lit, or null. */
export function lineShown({ pointed, held }: Pointing): string | null {
  return pointed ?? held
}

function sameKeys(known: ReadonlySet<string>, keys: readonly string[]): boolean {
  return known.size === keys.length && keys.every((key) => known.has(key))
}

/** A line as the arrow keys see it: rows one under another, things in a row beside each other. */
export type PlacedLine = { readonly key: string; readonly row: number }

/**
 * The line an arrow key leads to, or null when the key does not move or there is none. In: lines in the order they are drawn in, the
 * current one, and whether the arrows go round (right to left).
 */
export function movedLine(
  lines: readonly PlacedLine[],
  current: string | null,
  key: string,
  rightToLeft: boolean,
): string | null {
  const at = Math.max(
    0,
    lines.findIndex((line) => line.key === current),
  )
  const row = lines[at]?.row ?? 0
  const forward = rightToLeft ? 'ArrowLeft' : 'ArrowRight'
  const startOf = (wanted: number | undefined) => lines.find((line) => line.row === wanted)?.key ?? null
  if (key === 'ArrowDown') return startOf(lines.find((line) => line.row > row)?.row)
  if (key === 'ArrowUp') return startOf(lines.findLast((line) => line.row < row)?.row)
  if (key === 'ArrowRight' || key === 'ArrowLeft') return lines[at + (key === forward ? 1 : -1)]?.key ?? null
  if (key === 'Home') return lines[0]?.key ?? null
  return key === 'End' ? (lines.at(-1)?.key ?? null) : null
}
