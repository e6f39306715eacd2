// BrowserWindow: a Chromium window without tabs, whose size and state are kept here and given on to Chromium.

import { type Host, inBackground } from './host.ts'
import { say } from './log.ts'
import { createPlacement } from './placement.ts'
import { type AppEvent, appEvent, constructible, emitterWith, notProvided } from './provided.ts'
import { type Contents, createContents } from './web-contents.ts'

const events =
  'ready-to-show show hide close closed resize resized will-resize move moved maximize unmaximize minimize restore focus blur enter-full-screen leave-full-screen page-title-updated unresponsive responsive session-end query-session-end always-on-top-changed'.split(
    ' ',
  )
const options =
  'width height x y minWidth minHeight maxWidth maxHeight useContentSize center show title icon backgroundColor autoHideMenuBar resizable frame titleBarStyle minimizable maximizable closable fullscreen paintWhenInitiallyHidden webPreferences darkTheme accessibleTitle'.split(
    ' ',
  )
const preferences =
  'preload sandbox contextIsolation nodeIntegration nodeIntegrationInWorker nodeIntegrationInSubFrames session partition spellcheck webSecurity allowRunningInsecureContent devTools webviewTag navigateOnDragDrop disableDialogs safeDialogs enableWebSQL images textAreasAreResizable webgl plugins experimentalFeatures backgroundThrottling defaultEncoding autoplayPolicy v8CacheOptions enablePreferredSizeMode additionalArguments defaultFontFamily minimumFontSize zoomFactor'.split(
    ' ',
  )
// Values that the stand-in cannot give: it must not look safer or weaker than what was asked for.
const required: { readonly [name: string]: boolean } = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  experimentalFeatures: false,
}

const refuseUnknown = (label: string, given: object, known: readonly string[]): void => {
  const unknown = Object.keys(given).find((key) => !known.includes(key))
  if (unknown !== undefined) throw notProvided(`${label}.${unknown}`)
}
const refuseWeaker = (given: Electron.WebPreferences): void => {
  for (const [name, value] of Object.entries(given)) {
    if (name in required && value !== required[name]) throw notProvided(`webPreferences.${name}: ${value}`)
  }
}

export type WindowEntry = {
  readonly window: Electron.BrowserWindow
  readonly contents: Contents
  /** Asks to close, as the user would; false when the app prevented it. */
  readonly requestClose: () => boolean
}

/** Makes `BrowserWindow`. `onClosed` is told when a window is gone. */
export const createBrowserWindows = (
  host: Host,
  screen: () => Electron.Size,
  onCreated: (window: Electron.BrowserWindow) => void,
  onClosed: () => void,
) => {
  const open = new Map<number, WindowEntry>()
  let focused: Electron.BrowserWindow | null = null

  const create = (given: Electron.BrowserWindowConstructorOptions = {}): Electron.BrowserWindow => {
    refuseUnknown('BrowserWindow options', given, options)
    const web = given.webPreferences ?? {}
    refuseUnknown('webPreferences', web, preferences)
    refuseWeaker(web)
    const id = host.number()
    const contents = createContents(host, host.sessions.forWindow(web), web)
    const placement = createPlacement(given, screen, contents.page, host, (name) => window.emit(name, appEvent({})))
    let visible = false
    let closed = false
    let title = given.title ?? 'Electron'

    const gone = (): void => {
      if (closed) return
      closed = true
      visible = false
      if (focused === electronWindow) focused = null
      open.delete(id)
      window.emit('closed')
      onClosed()
    }
    const shut = (): void => inBackground(contents.page.then((page) => page.close()))
    const requestClose = (): boolean => {
      if (closed) return true
      const event = appEvent({}) as AppEvent
      window.emit('close', event)
      if (event.defaultPrevented) return false
      destroy()
      return true
    }
    const destroy = (): void => {
      shut()
      contents.state.gone = true
      gone()
    }
    const setVisible = (now: boolean): void => {
      if (closed || visible === now) return
      visible = now
      window.emit(now ? 'show' : 'hide')
    }
    const focus = (): void => {
      if (closed) return
      if (focused !== electronWindow) focused?.emit('blur', appEvent({}))
      focused = electronWindow
      contents.contents.focus()
      window.emit('focus', appEvent({}))
    }
    const members = {
      id,
      webContents: contents.contents,
      loadURL: (url: string) => contents.contents.loadURL(url),
      reload: () => contents.contents.reload(),
      ...placement.members,
      show: () => {
        setVisible(true)
        focus()
      },
      showInactive: () => setVisible(true),
      hide: () => setVisible(false),
      focus,
      blur: () => undefined,
      moveTop: () => undefined,
      close: () => void requestClose(),
      destroy: () => {
        if (!closed) destroy()
      },
      isDestroyed: () => closed,
      isVisible: () => visible && !placement.members.isMinimized(),
      isFocused: () => focused === electronWindow,
      setTitle: (text: string) => {
        title = text
      },
      getTitle: () => title,
      capturePage: () => contents.contents.capturePage(),
      setBackgroundColor: () => undefined,
      setMenuBarVisibility: () => undefined,
      setAutoHideMenuBar: () => undefined,
      setMenu: () => undefined,
      removeMenu: () => undefined,
      setIcon: () => undefined,
      setContentProtection: () => undefined,
      setDocumentEdited: () => undefined,
      setRepresentedFilename: () => undefined,
      setProgressBar: () => undefined,
      flashFrame: () => undefined,
    }
    const window = emitterWith('BrowserWindow', events, members)
    const electronWindow = window as unknown as Electron.BrowserWindow

    contents.events.on('destroyed', () => {
      if (!closed) window.emit('close', appEvent({}))
      gone()
    })
    contents.events.once('did-finish-load', () => window.emit('ready-to-show'))
    contents.events.on('page-title-updated', (event, text: string) => {
      window.emit('page-title-updated', event, text, true)
      if (!(event as AppEvent).defaultPrevented) title = text
    })
    contents.onResize(placement.lookAgain)
    contents.page.catch((error) => say(`window ${id} did not open: ${error.message}`))
    open.set(id, { window: electronWindow, contents, requestClose })
    onCreated(electronWindow)
    if (given.show !== false) queueMicrotask(members.show)
    return electronWindow
  }

  const entries = (): readonly WindowEntry[] => [...open.values()]
  const BrowserWindow = constructible('BrowserWindow', create, {
    getAllWindows: () => entries().map((entry) => entry.window),
    getFocusedWindow: () => focused,
    fromId: (id: number) => open.get(id)?.window ?? null,
    fromWebContents: (contents: Electron.WebContents) =>
      entries().find((entry) => entry.contents.contents === contents)?.window ?? null,
  } satisfies Partial<typeof Electron.BrowserWindow>)
  return { BrowserWindow, entries, focused: () => focused ?? entries()[0]?.window ?? null }
}
