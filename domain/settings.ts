// What belongs to this machine and person, not to a library: appearance and the shape of the window. Nothing confidential.

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const locales = ['en', 'en-XA'] as const
/** `en-XA` is the pseudo-locale that lengthens every string and mirrors the layout, for tests. */
export type Locale = (typeof locales)[number]

/** Window bounds in device-independent pixels. */
export type Bounds = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export type Settings = {
  readonly theme: Theme
  readonly locale: Locale
  /** Widths of the list and the notes pane, in CSS pixels. */
  readonly panes: { readonly list: number; readonly notes: number }
  readonly window: { readonly bounds: Bounds | null; readonly maximized: boolean }
}

export const defaultSettings: Settings = {
  theme: 'system',
  locale: 'en',
  panes: { list: 336, notes: 308 },
  window: { bounds: null, maximized: false },
}
