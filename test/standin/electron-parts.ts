// Builds every part of `electron` and says who gets what.
import { createApp } from './app.ts'
import type { Arguments } from './arguments.ts'
import { createBrowserWindows } from './browser-window.ts'
import { type Chromium, startChromium } from './chromium.ts'
import { createClipboard, createNativeTheme, createPowerMonitor, createSafeStorage, createShell } from './desktop.ts'
import { connectDevTools } from './devtools-connection.ts'
import { createDialog } from './dialog.ts'
import { createScreen, screenSize } from './display.ts'
import type { Host, LivePage } from './host.ts'
import { createIpc } from './ipc.ts'
import { say } from './log.ts'
import { createMenus } from './menu.ts'
import { createNativeImage } from './native-image.ts'
import { appEvent, provided } from './provided.ts'
import { createRoles } from './roles.ts'
import { createSessions } from './session.ts'
import { createTargets } from './targets.ts'

export type Identity = {
  readonly folder: string
  readonly name: string
  readonly version: string
  readonly executable: string
}

/** Makes all parts. `start` brings Chromium up and then tells the app that it is ready. */
export const createElectron = (given: Arguments, identity: Identity, argv: readonly string[]) => {
  let size: Electron.Size = { width: 1440, height: 900 }
  let numbers = 0
  let chromium: Chromium | null = null
  const switches = new Map(given.switches)
  const pages = new Set<LivePage>()
  const connected = Promise.withResolvers<Awaited<ReturnType<Host['chromium']>>>()
  const livePages = (): readonly LivePage[] => [...pages].filter((page) => !page.isGone())
  const eachPage = (action: (page: LivePage) => void): void => {
    for (const page of livePages()) action(page)
  }

  const sessions = createSessions()
  const ipc = createIpc()
  const nativeTheme = createNativeTheme(() => eachPage((page) => page.applyTheme()))
  const host: Host = {
    ipc,
    sessions,
    chromium: () => connected.promise,
    number: () => {
      numbers += 1
      return numbers
    },
    chords: () => menus.chords(),
    press: (index) => menus.press(index),
    colourScheme: () => (nativeTheme.themeSource === 'system' ? null : nativeTheme.themeSource),
    announceContents: (contents) => void running.app.emit('web-contents-created', appEvent({}), contents),
    register: (page) => void pages.add(page),
  }
  const windows = createBrowserWindows(
    host,
    () => size,
    (window) => void running.app.emit('browser-window-created', appEvent({}), window),
    () => {
      if (windows.entries().length === 0) running.allClosed()
    },
  )
  const running = createApp({
    ...identity,
    argv,
    userDataDir: given.userDataDir,
    switches,
    closeWindows: () => windows.entries().every((entry) => entry.requestClose()),
    destroyWindows: () => {
      for (const entry of windows.entries()) entry.window.destroy()
    },
    focusWindow: () => windows.entries()[0]?.window.focus(),
    end: async (exitCode) => {
      chromium?.end()
      await chromium?.ended(2_000)
      process.exit(exitCode)
    },
  })
  const menus = createMenus(
    createRoles(() => running.app.quit(), windows.focused),
    () => eachPage((page) => page.applyChords()),
    windows.focused,
  )

  const start = async (): Promise<void> => {
    // A second instance ends here and never needs Chromium.
    if (running.isQuitting()) return
    size = await screenSize(process.env.DISPLAY)
    chromium = await startChromium({ switches, announceIn: given.userDataDir })
    if (switches.has('remote-debugging-port')) say(`DevTools listening on ${chromium.address}`)
    const devtools = await connectDevTools(chromium.address)
    const { product } = await devtools.send('Browser.getVersion')
    Object.defineProperty(process, 'versions', {
      value: Object.freeze({ ...process.versions, chrome: product.split('/')[1] }),
    })
    await devtools.send('Browser.setDownloadBehavior', { behavior: 'deny' })
    const targets = await createTargets(devtools, chromium)
    targets.onUninvited((target) => {
      const opener =
        windows.entries().find(({ contents }) => contents.state.targetId === target.openerId) ?? windows.entries()[0]
      opener?.contents.askedToOpen(target.url, '', '')
    })
    connected.resolve({ devtools, targets })
    devtools.onClose(() => running.isQuitting() || running.allClosed())
    running.start()
  }
  const { clipboard, ClipboardItem } = createClipboard()
  const parts = {
    app: running.app,
    BrowserWindow: windows.BrowserWindow,
    clipboard,
    ClipboardItem,
    dialog: createDialog(),
    ipcMain: ipc.ipcMain,
    Menu: menus.Menu,
    MenuItem: menus.MenuItem,
    nativeImage: createNativeImage(),
    nativeTheme,
    powerMonitor: createPowerMonitor(),
    protocol: provided('protocol', {
      registerSchemesAsPrivileged: () => undefined,
      handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) =>
        sessions.module.defaultSession.protocol.handle(scheme, handler),
    }),
    safeStorage: createSafeStorage(),
    screen: createScreen(() => size),
    session: sessions.module,
    shell: createShell(),
    webContents: provided('webContents', {
      getAllWebContents: () => livePages().map((page) => page.contents),
      fromId: (id: number) => livePages().find((page) => page.contents.id === id)?.contents,
    }),
  }
  return { parts, start, quit: () => running.app.quit(), end: () => chromium?.end() }
}

export type Parts = ReturnType<typeof createElectron>['parts']
