// This machine's settings: in memory for reading, on disk soon after a change. What can't be read gives defaults for that
// run and is not overwritten until something is changed.
import { z } from 'zod'
import { backupSchedules, fewestKept, mostKept } from '../domain/backups/schedule.ts'
import { defaultSettings, idleChoices, locales, type Settings, themes } from '../domain/settings.ts'

const pixels = z.int().min(-100_000).max(100_000)
const lastBackup = z.object({
  library: z.uuid(),
  time: z.iso.datetime(),
  file: z.string().max(255),
  folder: z.string().max(4_096),
  bytes: z.int().min(0),
  briefings: z.int().min(0),
})
const schema = z.object({
  theme: z.enum(themes).catch(defaultSettings.theme),
  locale: z.enum(locales).catch(defaultSettings.locale),
  panes: z.object({ list: pixels, notes: pixels }).catch(defaultSettings.panes),
  window: z
    .object({
      bounds: z.object({ x: pixels, y: pixels, width: pixels, height: pixels }).nullable(),
      maximized: z.boolean(),
    })
    .catch(defaultSettings.window),
  backups: z
    .object({
      schedule: z.enum(backupSchedules),
      folder: z.string().min(1).max(4_096).nullable(),
      kept: z.int().min(fewestKept).max(mostKept),
      last: lastBackup.nullable().catch(null),
    })
    .catch(defaultSettings.backups),
  lock: z
    .object({
      idle: z.literal(idleChoices).nullable().catch(defaultSettings.lock.idle),
      suspend: z.boolean().catch(defaultSettings.lock.suspend),
      screen: z.boolean().catch(defaultSettings.lock.screen),
      minimise: z.boolean().catch(defaultSettings.lock.minimise),
    })
    .catch(defaultSettings.lock),
})

/** Changes to settings; keys that are absent or undefined stay as they are. */
export type SettingsChange = { readonly [Key in keyof Settings]?: Settings[Key] | undefined }

export type SettingsStore = {
  readonly get: () => Settings
  readonly change: (changes: SettingsChange) => Settings
  readonly onChange: (listener: (settings: Settings) => void) => () => void
  /** Resolves when everything changed so far is on disk or has failed. */
  readonly flush: () => Promise<void>
}

/** Where settings are kept; `write` rejects when it can't. */
export type SettingsFile = {
  readonly read: () => Promise<unknown>
  readonly write: (settings: Settings) => Promise<void>
}

/** Milliseconds a change waits for the next before it is written: moving a window makes many. */
const writeDelay = 300

/** Settings from what a file held, each unreadable part by its default. In: any JSON value. */
export function settingsFrom(value: unknown): Settings {
  const parsed = schema.safeParse(value)
  return parsed.success ? parsed.data : defaultSettings
}

/** Opens the settings. A failing write is reported and costs nothing but the memory of a window's place. */
export async function openSettings(file: SettingsFile, report: (error: unknown) => void): Promise<SettingsStore> {
  let settings = settingsFrom(await file.read().catch(() => null))
  let timer: NodeJS.Timeout | null = null
  let writing: Promise<void> = Promise.resolve()
  const listeners = new Set<(settings: Settings) => void>()

  const flush = (): Promise<void> => {
    if (timer !== null) {
      clearTimeout(timer)
      timer = null
      const snapshot = settings
      writing = writing.then(() => file.write(snapshot)).catch(report)
    }
    return writing
  }
  return {
    get: () => settings,
    change: (changes) => {
      settings = merged(settings, changes)
      timer ??= setTimeout(() => void flush(), writeDelay)
      for (const listener of listeners) listener(settings)
      return settings
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    flush,
  }
}

function merged(settings: Settings, changes: SettingsChange): Settings {
  return {
    theme: changes.theme ?? settings.theme,
    locale: changes.locale ?? settings.locale,
    panes: changes.panes ?? settings.panes,
    window: changes.window ?? settings.window,
    backups: changes.backups ?? settings.backups,
    lock: changes.lock ?? settings.lock,
  }
}
