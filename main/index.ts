// The app's composition root: what is built, in which order, and who gets what. Everything before `ready` closes doors.
import { userInfo } from 'node:os'
import { basename, join } from 'node:path'
import { app, dialog, ipcMain, Menu, nativeTheme, protocol, type Session, session } from 'electron'
import { readText } from '../domain/reading/read.ts'
import { isFailure, type Result } from '../domain/result.ts'
import { announceChanges } from './contract/announce.ts'
import { createHandlers } from './contract/handlers.ts'
import { eventChannel, registerContract } from './contract/register.ts'
import { deviceOf } from './device.ts'
import { diskOf } from './library/disk.ts'
import { nodeFileSystem } from './library/file-system.ts'
import type { Library } from './library/library.ts'
import { menuTemplate } from './menu.ts'
import { failureText, messageText } from './messages.ts'
import { openWithDomain } from './open-with-domain.ts'
import { guardNavigation } from './security/navigation.ts'
import { cutNetwork, cutSession } from './security/network.ts'
import { scheme } from './security/origin.ts'
import { listPageFiles } from './security/page-files.ts'
import { pageHandler } from './security/page-protocol.ts'
import { denyPermissions } from './security/permissions.ts'
import { refusedSwitches } from './security/switches.ts'
import { settingsFile } from './settings-file.ts'
import { openSettings, type SettingsStore } from './settings-store.ts'
import { decodeText, readTextFile } from './text-files.ts'
import { addContextMenu } from './window/context-menu.ts'
import { createMainWindow, type MainWindow } from './window/main-window.ts'

const builtFolder = join(import.meta.dirname, '..')

const refused = app.isPackaged ? refusedSwitches(process.argv.slice(1)) : []
if (refused.length > 0) {
  console.error(messageText('start.refused-switches', { switches: refused.join(', ') }))
  app.exit(1)
} else {
  closeDoors()
  if (app.requestSingleInstanceLock()) void app.whenReady().then(start).catch(crash)
  else app.quit()
}

/** All that must stand before Electron is ready. */
function closeDoors(): void {
  app.enableSandbox()
  cutNetwork(app)
  guardNavigation(app)
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true } }])
}

async function start(): Promise<void> {
  const userData = app.getPath('userData')
  const settings = await openSettings(settingsFile(diskOf(nodeFileSystem), userData), report)
  nativeTheme.themeSource = settings.get().theme
  const page = await openPageSession()
  const library = await openAppLibrary(userData)
  const window = createMainWindow({
    session: page,
    preload: join(builtFolder, 'preload', 'index.cjs'),
    settings: settings.get,
    darkColors: () => nativeTheme.shouldUseDarkColors,
    rememberWindow: (bounds) => settings.change({ window: bounds }),
    giveUp,
  })
  registerContract(ipcMain, {
    handlers: createHandlers({
      library,
      settings,
      chooseFile: () => chooseFile(window),
      readTextFile: (path, encoding) => readTextFile(path, encoding),
      decodeText,
      readText,
    }),
    ourContents: window.contentsIds,
    report,
  })
  announce(library, settings, window)
  watchApp(library, settings, window)
  window.open()
}

/** The app's own library; a failure to open it is shown in the window, and nothing is made in its place. */
async function openAppLibrary(userData: string): Promise<Result<Library>> {
  return openWithDomain({
    folder: join(userData, 'library'),
    device: await deviceOf(diskOf(nodeFileSystem), userData),
    creator: userInfo().username,
    mode: 'read-write',
    createIfMissing: true,
    report,
  })
}

/** An in-memory session (nothing of the page is kept on disk) that serves our files and nothing else. */
async function openPageSession(): Promise<Session> {
  const page = session.fromPartition('aide-memoire')
  denyPermissions(page)
  await cutSession(page)
  page.protocol.handle(scheme, pageHandler(await listPageFiles(join(builtFolder, 'renderer'))))
  return page
}

/** Tells the window, the menu and the system's theme of what changed. */
function announce(library: Result<Library>, settings: SettingsStore, window: MainWindow): void {
  const send: Parameters<typeof announceChanges>[1] = (name, event) => window.send(eventChannel, name, event)
  const buildMenu = () =>
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(
        menuTemplate({
          platform: process.platform,
          label: messageText,
          readOnly: !library.ok || library.value.state().readOnly !== null,
          onCommand: (id) => send('command', { id }),
        }),
      ),
    )
  buildMenu()
  if (library.ok) {
    announceChanges(library.value, send)
    library.value.onChange((change) => {
      if (change.kind === 'state') buildMenu()
    })
  }
  settings.onChange((changed) => {
    nativeTheme.themeSource = changed.theme
    send('settings.changed', changed)
  })
}

function watchApp(library: Result<Library>, settings: SettingsStore, window: MainWindow): void {
  app.on('second-instance', () => window.focus())
  app.on('activate', () => window.focus())
  app.on('web-contents-created', (_event, contents) => addContextMenu(contents, messageText))
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', (event) => {
    event.preventDefault()
    void Promise.all([settings.flush(), library.ok ? library.value.close() : null])
      .catch(report)
      .finally(() => app.exit(0))
  })
}

async function chooseFile(window: MainWindow): Promise<{ readonly path: string; readonly name: string } | null> {
  const parent = window.current()
  const options: Electron.OpenDialogOptions = {
    title: messageText('dialog.open-text'),
    properties: ['openFile', 'dontAddToRecent'],
    filters: [
      { name: messageText('dialog.text-files'), extensions: ['txt', 'text', 'md'] },
      { name: messageText('dialog.all-files'), extensions: ['*'] },
    ],
  }
  const { canceled, filePaths } = await (parent === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(parent, options))
  const path = filePaths[0]
  return canceled || path === undefined ? null : { path, name: basename(path) }
}

function giveUp(): void {
  dialog.showErrorBox(messageText('crash.title'), messageText('crash.page-keeps-crashing'))
  app.quit()
}

/** What happens out of sight goes to standard error: failures in words, programming errors with their stack. */
function report(trouble: unknown): void {
  if (isFailure(trouble)) console.error(failureText(trouble))
  else console.error(trouble instanceof Error ? (trouble.stack ?? trouble.message) : trouble)
}

function crash(error: unknown): void {
  report(error)
  dialog.showErrorBox(messageText('crash.title'), messageText('crash.start-failed'))
  app.exit(1)
}
