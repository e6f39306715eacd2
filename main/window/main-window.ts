// The app's window: sandboxed, isolated, on our own page. A page that crashes is replaced by a new window at the same place;
// what it was showing and half written comes back from the session that main keeps.
import { BrowserWindow, type Session, screen } from 'electron'
import type { Settings } from '../../domain/settings.ts'
import { startPage } from '../security/origin.ts'
import { openingBounds, smallestSize } from './bounds.ts'
import { isCrashLoop } from './crash-loop.ts'

export type MainWindowOptions = {
  readonly session: Session
  readonly preload: string
  readonly settings: () => Settings
  readonly darkColors: () => boolean
  readonly rememberWindow: (window: Settings['window']) => void
  /** Told when the page keeps crashing and is not opened again. */
  readonly giveUp: () => void
  readonly minimised: () => void
}

export type MainWindow = {
  readonly open: () => void
  /** Brings the window to the front; opens it if it was closed. */
  readonly focus: () => void
  /** Puts a new window with a new page at the place of the one that is there, and destroys that; a minimised one stays so. */
  readonly replace: () => void
  readonly contentsIds: () => ReadonlySet<number>
  readonly send: (channel: string, ...args: readonly unknown[]) => void
  readonly current: () => BrowserWindow | null
}

/** Makes the keeper of the one main window; nothing is shown before `open`. */
export function createMainWindow(options: MainWindowOptions): MainWindow {
  let window: BrowserWindow | null = null
  const crashes: number[] = []

  const open = (minimised = false) => {
    const opened = buildWindow(options, minimised)
    window = opened
    opened.on('closed', () => {
      if (window === opened) window = null
    })
    opened.webContents.on('render-process-gone', (_event, details) => {
      if (details.reason === 'clean-exit' || window !== opened) return
      crashes.push(Date.now())
      if (isCrashLoop(crashes)) return options.giveUp()
      open()
      opened.destroy()
    })
    void opened.loadURL(startPage)
  }

  return {
    open: () => open(),
    replace: () => {
      const former = window
      if (former === null) return
      open(former.isMinimized())
      former.destroy()
    },
    focus: () => (window === null ? open() : bringToFront(window)),
    contentsIds: () => new Set(window === null ? [] : [window.webContents.id]),
    send: (channel, ...args) => {
      if (window !== null && !window.webContents.isDestroyed()) window.webContents.send(channel, ...args)
    },
    current: () => window,
  }
}

function buildWindow(options: MainWindowOptions, minimised: boolean): BrowserWindow {
  const remembered = options.settings().window
  const window = new BrowserWindow({
    ...openingBounds(remembered.bounds, workAreas()),
    minWidth: smallestSize.width,
    minHeight: smallestSize.height,
    show: false,
    title: 'Aide-Mémoire',
    // The tokens' paper, so that nothing flashes before the page is drawn.
    backgroundColor: options.darkColors() ? '#16191e' : '#fbfaf7',
    webPreferences: {
      session: options.session,
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  })
  if (remembered.maximized) window.maximize()
  window.once('ready-to-show', () => (minimised ? window.minimize() : window.show()))
  window.on('minimize', options.minimised)
  rememberBounds(window, options.rememberWindow)
  return window
}

function workAreas(): readonly [Electron.Rectangle, ...Electron.Rectangle[]] {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id)
  return [primary.workArea, ...others.map((display) => display.workArea)]
}

function rememberBounds(window: BrowserWindow, remember: MainWindowOptions['rememberWindow']): void {
  const note = () => {
    if (window.isDestroyed() || window.isMinimized()) return
    remember({ bounds: window.getNormalBounds(), maximized: window.isMaximized() })
  }
  window.on('resize', note)
  window.on('move', note)
  window.on('maximize', note)
  window.on('unmaximize', note)
}

function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
