// How keys move a splitter.

/** CSS pixels an arrow key moves a splitter. */
const splitterStep = 16

/**
 * The width a key gives a pane, or null when the key does not move. In: the width and limits in CSS pixels, and whether
 * the pane grows to the right.
 */
export function movedWidth(
  width: number,
  key: string,
  growsRight: boolean,
  limits: { readonly least: number; readonly most: number },
): number | null {
  const right = growsRight ? splitterStep : -splitterStep
  const moves: Readonly<Record<string, number>> = {
    ArrowRight: width + right,
    ArrowLeft: width - right,
    Home: limits.least,
    End: limits.most,
  }
  const moved = moves[key]
  return moved === undefined ? null : Math.min(Math.max(moved, limits.least), limits.most)
}
