// Theme, direction and pane widths: settings that main keeps and the window follows.
import { type Settings, type Theme, themes } from '../../domain/settings.ts'
import type { App } from './app.ts'
import { notifyFailure } from './notice.ts'

/** Chooses a theme; main keeps it. A failure is said and leaves the theme as it was. */
export async function setTheme(app: App, theme: Theme): Promise<void> {
  await change(app, { theme })
}

/** System, light, dark, and round again. */
export async function nextTheme(app: App): Promise<void> {
  const { theme } = app.store.get().settings
  await setTheme(app, themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system')
}

/** Remembers pane widths, in CSS pixels. */
export async function setPanes(app: App, panes: Settings['panes']): Promise<void> {
  const { settings } = app.store.get()
  // Shown before main answers: the pane must not jump back between letting go of the splitter and the answer.
  app.store.dispatch({ slice: 'settings', settings: { ...settings, panes } })
  await change(app, { panes })
}

/** True when the window is to be dark. In: the chosen theme and whether the system is dark. */
export function isDark(theme: Theme, systemIsDark: boolean): boolean {
  return theme === 'system' ? systemIsDark : theme === 'dark'
}

async function change(app: App, settings: Partial<Pick<Settings, 'theme' | 'panes'>>): Promise<void> {
  const result = await app.client.call('settings.set', settings)
  if (result.ok) app.store.dispatch({ slice: 'settings', settings: result.value })
  else notifyFailure(app, result.failure)
}
