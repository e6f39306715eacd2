// Where the bar beside a selection stands: above its first line, else below its last, else nowhere near it. Numbers only.

/** Edges in CSS pixels of the window. */
export type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
export type Size = { readonly width: number; readonly height: number }

/** CSS pixels between the bar and the words, and between the bar and the edges of what is in view. */
export const barGap = 8

/**
 * The bar's upper left corner, in CSS pixels of the window; null when it has room neither above nor below the words within the view: it
 * then stands outside the text. In: the first and the last line of the words, the part of the window in which the text is seen, the
 * bar's size, and whether the first line runs from right to left. The bar is never on the words and never outside the view.
 */
export function barPlace(
  first: Box,
  last: Box,
  view: Box,
  bar: Size,
  rightToLeft: boolean,
): { readonly left: number; readonly top: number } | null {
  const above = first.top - bar.height - barGap
  const below = last.bottom + barGap
  const isAbove = above >= view.top && first.top <= view.bottom
  const isBelow = below + bar.height <= view.bottom && last.bottom >= view.top
  if (!isAbove && !isBelow) return null
  const wanted = rightToLeft ? first.right - bar.width : first.left
  const most = view.right - bar.width - barGap
  return { left: Math.max(view.left + barGap, Math.min(wanted, most)), top: isAbove ? above : below }
}
