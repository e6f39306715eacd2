// What belongs to this machine and person, not to a library: appearance and the shape of the window. Nothing confidential.

import { type BackupSchedule, usuallyKept } from './backups/schedule.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const locales = ['en', 'en-XA'] as const
/** `en-XA` is the pseudo-locale that lengthens every string and mirrors the layout, for tests. */
export type Locale = (typeof locales)[number]

/** Window bounds in device-independent pixels. */
export type Bounds = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** The last good backup of a library: when (ISO instant), under which name in which folder, and how much it holds. */
export type LastBackup = {
  readonly library: string
  readonly time: string
  readonly file: string
  readonly folder: string
  readonly bytes: number
  readonly briefings: number
}

export type BackupSettings = {
  readonly schedule: BackupSchedule
  /** The folder a person chose for backups, absolute; null until then. */
  readonly folder: string | null
  /** How many backups stay. */
  readonly kept: number
  readonly last: LastBackup | null
}

/** Minutes without a key or a movement of the mouse after which a sealed library can be locked. */
export const idleChoices = [1, 5, 10, 30, 60] as const

/** When a sealed library is locked by itself. */
export type LockSettings = {
  /** Minutes (`idleChoices`), or null: not for idleness. */
  readonly idle: (typeof idleChoices)[number] | null
  /** When the computer goes to sleep. */
  readonly suspend: boolean
  /** When the screen is locked, where the system says so. */
  readonly screen: boolean
  /** When the window is minimised. */
  readonly minimise: boolean
}

export type Settings = {
  readonly theme: Theme
  readonly locale: Locale
  /** Widths of the list and the notes pane, in CSS pixels. */
  readonly panes: { readonly list: number; readonly notes: number }
  readonly window: { readonly bounds: Bounds | null; readonly maximized: boolean }
  readonly backups: BackupSettings
  readonly lock: LockSettings
}

export const defaultSettings: Settings = {
  theme: 'system',
  locale: 'en',
  panes: { list: 336, notes: 308 },
  window: { bounds: null, maximized: false },
  backups: { schedule: 'off', folder: null, kept: usuallyKept, last: null },
  lock: { idle: 10, suspend: true, screen: true, minimise: false },
}
