// The `app` module: names, folders, the command line, and the order in which an app starts and ends.
import { mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { passedOn } from './chromium-profile.ts'
import { type AppEvent, appEvent, emitterWith, notProvided, provided } from './provided.ts'
import { createInstanceLock } from './single-instance.ts'

const events =
  'ready will-finish-launching window-all-closed activate second-instance before-quit will-quit quit web-contents-created browser-window-created browser-window-focus browser-window-blur render-process-gone child-process-gone open-file open-url certificate-error select-client-certificate login continue-activity accessibility-support-changed session-created gpu-info-update'.split(
    ' ',
  )

export type AppOptions = {
  readonly folder: string
  readonly name: string
  readonly version: string
  readonly executable: string
  readonly argv: readonly string[]
  readonly userDataDir: string | null
  readonly switches: Map<string, string>
  /** Asks each window to close; false when one refused. */
  readonly closeWindows: () => boolean
  readonly destroyWindows: () => void
  readonly focusWindow: () => void
  /** Ends Chromium and this process. */
  readonly end: (exitCode: number) => Promise<void>
}

const createCommandLine = (switches: Map<string, string>, started: () => boolean) =>
  provided('app.commandLine', {
    appendSwitch: (name: string, value = ''): void => {
      if (started() && passedOn.has(name)) throw new Error(`--${name} comes too late: Chromium is running`)
      switches.set(name, value)
    },
    appendArgument: (_value: string): void => undefined,
    hasSwitch: (name: string): boolean => switches.has(name),
    getSwitchValue: (name: string): string => switches.get(name) ?? '',
    removeSwitch: (name: string): void => void switches.delete(name),
  } satisfies Electron.CommandLine)

const createFolders = (options: AppOptions, name: () => string) => {
  const home = homedir()
  const appData = process.env.XDG_CONFIG_HOME || join(home, '.config')
  const set = new Map<string, string>()
  const paths: { readonly [name: string]: () => string } = {
    home: () => home,
    appData: () => appData,
    userData: () => options.userDataDir ?? join(appData, name()),
    sessionData: () => getPath('userData'),
    logs: () => join(getPath('userData'), 'logs'),
    crashDumps: () => join(getPath('userData'), 'Crashpad'),
    temp: () => tmpdir(),
    exe: () => options.executable,
    documents: () => join(home, 'Documents'),
    downloads: () => join(home, 'Downloads'),
    desktop: () => join(home, 'Desktop'),
  }
  const getPath = (key: string): string => {
    const path = set.get(key) ?? paths[key]?.()
    if (path === undefined) throw notProvided(`app.getPath('${key}')`)
    if (key === 'userData') mkdirSync(path, { recursive: true })
    return path
  }
  return { getPath, setPath: (key: string, path: string): void => void set.set(key, path) }
}

const localeOf = (): string =>
  (process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '').split('.')[0]?.replace('_', '-') ?? ''
const usable = (locale: string): string => (locale === '' || locale === 'C' || locale === 'POSIX' ? 'en-US' : locale)

/** Makes `app`, and what the stand-in does with it: announcing that Chromium is there, and quitting. */
export const createApp = (options: AppOptions) => {
  let name = options.name
  let ready = false
  let quitting = false
  let exitCode = 0
  const { promise: whenReady, resolve: becomeReady } = Promise.withResolvers<void>()
  const lock = createInstanceLock((start) =>
    app.emit('second-instance', appEvent({}), start.argv, start.folder, start.data),
  )
  const folders = createFolders(options, () => name)

  const end = async (): Promise<void> => {
    app.emit('quit', appEvent({}), exitCode)
    await lock.told()
    await options.end(exitCode)
  }
  const asks = (event: 'before-quit' | 'will-quit'): boolean => {
    const asked = appEvent({}) as AppEvent
    app.emit(event, asked)
    return !asked.defaultPrevented
  }
  const quitNow = (): void => {
    quitting = asks('before-quit') && options.closeWindows() && asks('will-quit')
    if (quitting) void end()
  }
  const quit = (): void => {
    if (quitting) return
    quitting = true
    // As in Electron, the caller goes on first.
    setImmediate(quitNow)
  }
  const exit = (code = 0): void => {
    exitCode = code
    quitting = true
    options.destroyWindows()
    void end()
  }
  const requestSingleInstanceLock = (data?: unknown): boolean =>
    lock.request(folders.getPath('userData'), { argv: [...options.argv], folder: process.cwd(), data })

  const members = {
    ...folders,
    quit,
    exit,
    whenReady: () => whenReady,
    isReady: () => ready,
    isPackaged: false,
    getAppPath: () => options.folder,
    getVersion: () => options.version,
    getName: () => name,
    setName: (value: string) => {
      name = value
    },
    get name() {
      return name
    },
    set name(value: string) {
      name = value
    },
    requestSingleInstanceLock,
    releaseSingleInstanceLock: lock.release,
    hasSingleInstanceLock: lock.has,
    // Chromium's sandbox is on for every page, except for root; nothing here turns it off.
    enableSandbox: () => undefined,
    disableHardwareAcceleration: () => void options.switches.set('disable-gpu', ''),
    getLocale: () => options.switches.get('lang') || usable(localeOf()),
    getSystemLocale: () => usable(localeOf()),
    getPreferredSystemLanguages: () => [usable(localeOf())],
    focus: options.focusWindow,
    commandLine: createCommandLine(options.switches, () => ready),
    setAppUserModelId: (_id: string) => undefined,
    setAboutPanelOptions: (_options: object) => undefined,
    showAboutPanel: () => undefined,
    addRecentDocument: (_path: string) => undefined,
    clearRecentDocuments: () => undefined,
    isAccessibilitySupportEnabled: () => true,
    setAccessibilitySupportEnabled: (_enabled: boolean) => undefined,
  }
  const app = emitterWith('app', events, members)

  return {
    app,
    /** Chromium is there: the app may open windows. */
    start: (): void => {
      ready = true
      app.emit('will-finish-launching')
      becomeReady()
      app.emit('ready', appEvent({}), {})
    },
    /** The last window is gone; without a listener the app ends, as in Electron. */
    allClosed: (): void => {
      if (quitting) return
      if (app.listenerCount('window-all-closed') === 0) quit()
      else app.emit('window-all-closed')
    },
    isQuitting: () => quitting,
  }
}
