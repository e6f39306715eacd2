// What the preload script puts into the window, and the two parts of the platform that the type library does not know yet.
import type { Bridge } from '../domain/contract.ts'

declare global {
  interface Window {
    readonly aideMemoire: Bridge
  }
  interface HighlightRegistry {
    /** CSS Custom Highlight API, Chromium 140 and later. Coordinates in CSS pixels of the window. */
    highlightsFromPoint(
      x: number,
      y: number,
    ): { readonly highlight: Highlight; readonly ranges: readonly AbstractRange[] }[]
  }
}
