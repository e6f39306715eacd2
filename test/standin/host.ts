// What the parts of the stand-in share: the way to Chromium, the app's windows, and what holds for all pages.

import type { Chord } from './accelerator.ts'
import type { DevTools } from './devtools-connection.ts'
import type { Ipc } from './ipc.ts'
import type { Sessions } from './session.ts'
import type { Targets } from './targets.ts'

export type Host = {
  readonly ipc: Ipc
  readonly sessions: Sessions
  /** Resolves once Chromium is there. */
  readonly chromium: () => Promise<{ readonly devtools: DevTools; readonly targets: Targets }>
  /** A number that no other page, window or request got. */
  readonly number: () => number
  /** Keys of the application menu; `press` runs the item with that index. */
  readonly chords: () => readonly Chord[]
  readonly press: (index: number) => void
  /** The scheme that pages shall see, or null for the system's. */
  readonly colourScheme: () => 'light' | 'dark' | null
  /** Tells the app of a page, as `web-contents-created`. */
  readonly announceContents: (contents: Electron.WebContents) => void
  /** Told of each page, so that the menu and the theme can reach it. */
  readonly register: (page: LivePage) => void
}

/** What the rest of the stand-in asks of a page that is open. */
export type LivePage = {
  readonly contents: Electron.WebContents
  readonly applyTheme: () => void
  readonly applyChords: () => void
  readonly isGone: () => boolean
}

/** Leaves a promise to itself; its failure means that Chromium or the page went away, which is told elsewhere. */
export const inBackground = (work: Promise<unknown>): void => {
  work.catch(() => undefined)
}
