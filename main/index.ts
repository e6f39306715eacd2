// The app's composition root: what is built, in which order, and who gets what. Everything before `ready` closes doors.
import { hostname } from 'node:os'
import { join } from 'node:path'
import {
  app,
  ClipboardItem,
  clipboard,
  ipcMain,
  Menu,
  nativeTheme,
  powerMonitor,
  protocol,
  type Session,
  session,
} from 'electron'
import { eventChannel } from '../domain/channels.ts'
import type { CommandId } from '../domain/commands.ts'
import { isFailure, type Result } from '../domain/result.ts'
import { type AppBackups, appBackups } from './backup/app-backups.ts'
import { watchOpenedBackups } from './backup/opened-backups.ts'
import { announceChanges, type SendEvent } from './contract/announce.ts'
import { createHandlers } from './contract/handlers.ts'
import { registerContract } from './contract/register.ts'
import { creatorName } from './creator.ts'
import { deviceOf } from './device.ts'
import { readElsewhere } from './elsewhere.ts'
import { createConverter } from './import/converter.ts'
import { createManyImport, type ManyImport } from './import/import-many.ts'
import { createImporter } from './import/import-text.ts'
import { diskOf } from './library/disk.ts'
import { nodeFileSystem } from './library/file-system.ts'
import type { Library } from './library/library.ts'
import { type ConvertOptions, convertLibrary } from './library/sealing/convert.ts'
import { deriveElsewhere } from './library/sealing/derive-elsewhere.ts'
import { deriveHere } from './library/sealing/key-derivation.ts'
import { holdLibrary, type LibraryHolder, type Opening } from './library-holder.ts'
import { conversionProgress, createConversion } from './locking/conversion.ts'
import { createGate } from './locking/gate.ts'
import { watchForLock } from './locking/lock-watch.ts'
import { createLocker, type Locker } from './locking/locker.ts'
import { createTries } from './locking/tries.ts'
import { menuTemplate } from './menu.ts'
import { failureText, messageText } from './messages.ts'
import { openWithDomain } from './open-with-domain.ts'
import { closeBeforeQuit } from './quitting.ts'
import { createReadHere } from './read-here.ts'
import { createCopyText } from './security/clipboard.ts'
import { guardNavigation } from './security/navigation.ts'
import { cutNetwork, cutSession } from './security/network.ts'
import { removeNetworkGlobals } from './security/network-globals.ts'
import { scheme } from './security/origin.ts'
import { listPageFiles } from './security/page-files.ts'
import { pageHandler } from './security/page-protocol.ts'
import { denyPermissions } from './security/permissions.ts'
import { refusedSwitches } from './security/switches.ts'
import { seenGenerations } from './seen-generations.ts'
import { settingsFile } from './settings-file.ts'
import { openSettings, type SettingsStore } from './settings-store.ts'
import { libraryIn } from './user-data.ts'
import { addContextMenu } from './window/context-menu.ts'
import {
  chooseAnnotationFile,
  chooseAnnotationTarget,
  chooseBackup,
  chooseBackupFolder,
  chooseTextFile,
  chooseTextFiles,
  showEnd,
} from './window/dialogs.ts'
import { createMainWindow, type MainWindow } from './window/main-window.ts'

const builtFolder = join(import.meta.dirname, '..')
const disk = diskOf(nodeFileSystem)
/** Where texts are read again without holding up the window. */
const elsewhere = readElsewhere({
  worker: new URL('reading-worker.js', import.meta.url),
  readHere: createReadHere(),
  report,
})

/** Backups that were opened with the app, before it is ready too. */
const openedBackups = watchOpenedBackups(app, process.argv.slice(1))
/** Where a passphrase becomes a key, likewise. */
const derive = deriveElsewhere({ worker: new URL('key-worker.js', import.meta.url), deriveHere, report })

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
  removeNetworkGlobals()
  cutNetwork(app)
  guardNavigation(app)
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true } }])
}

async function start(): Promise<void> {
  const userData = app.getPath('userData')
  const settings = await openSettings(settingsFile(disk, userData), report)
  nativeTheme.themeSource = settings.get().theme
  // A window that minimises before there is anything to lock is nobody's business.
  let minimised = () => {}
  const window = createMainWindow({
    session: await openPageSession(),
    preload: join(builtFolder, 'preload', 'index.cjs'),
    settings: settings.get,
    darkColors: () => nativeTheme.shouldUseDarkColors,
    rememberWindow: (bounds) => settings.change({ window: bounds }),
    giveUp,
    minimised: () => minimised(),
  })
  const send: SendEvent = (name, event) => window.send(eventChannel, name, event)
  // On macOS the menu is there without a window; a command then opens one.
  const onCommand = (id: CommandId) => (window.current() === null ? window.focus() : send('command', { id }))
  const library = await holdLibrary(
    (opening) => openAppLibrary(userData, opening),
    (opened) => followLibrary(opened, send, onCommand),
  )
  if (!library.current().ok) showMenu(null, onCommand)
  const imports = createManyImport((event) => {
    // A file's name is nothing for a locked window.
    if (library.current().ok) send('import.progress', event)
  })
  const stopWork = () => {
    imports.cancel()
    return elsewhere.close()
  }
  const progress = conversionProgress()
  const backups = appBackups({
    disk,
    settings,
    library,
    folder: libraryIn(userData),
    derive,
    chooseFolder: () => chooseBackupFolder(window.current()),
    chooseFile: () => chooseBackup(window.current()),
    send,
    report,
  })
  const gate = createGate(
    library,
    createTries(() => performance.now()),
    progress,
  )
  const locker = createLocker({
    library,
    gate,
    askPage: () => {
      send('gate.leaving', {})
      return window.current() !== null
    },
    replaceWindow: window.replace,
    stopWork,
    report,
  })
  const conversion = createConversion({
    library,
    gate,
    progress,
    convert: (secret, wanted, onProgress, signal) =>
      convertLibrary({ ...convertingIn(userData), onProgress, signal }, secret, wanted),
    replaceWindow: window.replace,
    stopWork,
    tell: (state) => send('gate.told', state),
    report,
  })
  registerContract(ipcMain, {
    handlers: createHandlers({
      library,
      gate,
      locker,
      conversion,
      settings,
      chooseFile: () => chooseTextFile(window.current()),
      chooseFiles: () => chooseTextFiles(window.current()),
      chooseTarget: (name) => chooseAnnotationTarget(window.current(), name),
      chooseAnnotations: () => chooseAnnotationFile(window.current()),
      imports,
      importer: createImporter(createConverter({ worker: new URL('convert-worker.js', import.meta.url), report })),
      readText: elsewhere.read,
      backups,
      copyText: createCopyText({
        clipboard,
        itemOf: (payloads) => new ClipboardItem(payloads),
        platform: process.platform,
      }),
    }),
    ourContents: window.contentsIds,
    report,
  })
  settings.onChange((changed) => {
    if (nativeTheme.themeSource !== changed.theme) nativeTheme.themeSource = changed.theme
    send('settings.changed', changed)
  })
  minimised = lockBySelf(library, settings, locker)
  watchApp(library, settings, window, imports, backups)
  openedBackups.listen(backups.restoring.offer)
  window.open()
}

/** Sends what happens in an open library to the window and keeps the menu right; the returned function stops that. */
function followLibrary(opened: Library, send: SendEvent, onCommand: (id: CommandId) => void): () => void {
  const stops = [
    announceChanges(opened, send),
    opened.onChange((change) => {
      if (change.kind === 'state') showMenu(opened, onCommand)
    }),
  ]
  showMenu(opened, onCommand)
  return () => {
    for (const stop of stops) stop()
    showMenu(null, onCommand)
  }
}

/** Locks the library when the settings say so; gives what is to be called when the window was minimised. */
function lockBySelf(library: LibraryHolder, settings: SettingsStore, locker: Locker): () => void {
  const watch = watchForLock({
    power: powerMonitor,
    settings: () => settings.get().lock,
    isOpen: () => {
      const open = library.current()
      return open.ok && open.value.keys !== null
    },
    lock: () => void locker.lock().catch(report),
  })
  return watch.minimised
}

/** The app's own library; a failure to open it is shown in the window, and nothing is made in its place. */
async function openAppLibrary(userData: string, opening: Opening): Promise<Result<Library>> {
  return openWithDomain({
    ...opening,
    derive,
    readElsewhere: elsewhere.read,
    folder: libraryIn(userData),
    device: await deviceOf(disk, userData),
    creator: creatorName(process.env),
    mode: 'read-write',
    seen: seenGenerations(disk, userData, report),
    report,
  })
}

/** What converting the app's own library takes; it has to be closed. */
function convertingIn(userData: string): ConvertOptions {
  return {
    folder: libraryIn(userData),
    derive,
    fileSystem: nodeFileSystem,
    now: () => new Date(),
    host: hostname(),
    pid: process.pid,
    seen: seenGenerations(disk, userData, report),
    report,
  }
}

/** An in-memory session (nothing of the page is kept on disk) that serves our files and nothing else. */
async function openPageSession(): Promise<Session> {
  const page = session.fromPartition('aide-memoire')
  denyPermissions(page)
  await cutSession(page)
  page.protocol.handle(scheme, pageHandler(await listPageFiles(join(builtFolder, 'renderer'))))
  return page
}

/** Shows the menu; what writes is grey while no library is open for writing. */
function showMenu(library: Library | null, onCommand: (id: CommandId) => void): void {
  const template = menuTemplate({
    platform: process.platform,
    label: messageText,
    readOnly: library === null || library.state().readOnly !== null,
    onCommand,
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

function watchApp(
  library: LibraryHolder,
  settings: SettingsStore,
  window: MainWindow,
  imports: Pick<ManyImport, 'cancel'>,
  { restoring }: AppBackups,
): void {
  const { isQuitting } = closeBeforeQuit(
    app,
    async () => {
      imports.cancel()
      await Promise.all([settings.flush(), restoring.close(), library.close()])
    },
    report,
  )
  const show = () => {
    if (!isQuitting()) window.focus()
  }
  app.on('second-instance', show)
  app.on('activate', show)
  app.on('web-contents-created', (_event, contents) => addContextMenu(contents, messageText))
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
}

function giveUp(): void {
  showEnd('crash.page-keeps-crashing')
  app.quit()
}

/** What happens out of sight goes to standard error: failures in words, programming errors with their stack. */
function report(trouble: unknown): void {
  if (isFailure(trouble)) console.error(failureText(trouble))
  else console.error(trouble instanceof Error ? (trouble.stack ?? trouble.message) : trouble)
}

function crash(error: unknown): void {
  report(error)
  showEnd('crash.start-failed')
  app.exit(1)
}
