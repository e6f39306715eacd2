// The parts of Electron that reach the desktop. None does here: the clipboard is this process's own, links and files
// are only named on stderr, the machine is never idle, and no keyring is claimed.
import { say } from './log.ts'
import { constructible, emitterWith, notProvided, provided } from './provided.ts'

type ClipboardData = Readonly<Record<string, unknown>>

const textOf = async (value: unknown): Promise<string> => {
  const settled = await value
  return settled instanceof Blob ? settled.text() : String(settled)
}

// Media types, and the system's own formats by their names.
const isKnownType = (type: string): boolean =>
  /^(?:text|image)\/[a-z]+$/.test(type) || /^electron application\/osclipboard;format="[^"]+"$/.test(type)

/** Makes `clipboard`, kept in memory, and `ClipboardItem`. */
export const createClipboard = () => {
  let content = new Map<string, string>()
  const itemOf = (data: ClipboardData) => {
    const unknown = Object.keys(data).find((type) => !isKnownType(type))
    if (unknown !== undefined) throw notProvided(`a ClipboardItem of ${unknown}`)
    return provided('ClipboardItem', {
      types: Object.keys(data),
      getType: async (type: string) => new Blob([await textOf(data[type])], { type }),
    })
  }
  type Item = ReturnType<typeof itemOf>
  const clipboard = provided('clipboard', {
    readText: async () => content.get('text/plain') ?? '',
    writeText: async (text: string) => {
      content = new Map([['text/plain', text]])
    },
    has: async (type: string) => content.has(type),
    write: async (items: readonly Item[]) => {
      const entries = items.flatMap((item) =>
        item.types.map(async (type) => [type, await (await item.getType(type)).text()] as const),
      )
      content = new Map(await Promise.all(entries))
    },
    read: async () => (content.size === 0 ? [] : [itemOf(Object.fromEntries(content))]),
    clear: () => content.clear(),
  })
  return { clipboard, ClipboardItem: constructible('ClipboardItem', (data: ClipboardData) => itemOf(data), {}) }
}

/** Makes `shell`. */
export const createShell = () =>
  provided('shell', {
    openExternal: async (url: string) => say(`shell.openExternal ${url}`),
    openPath: async (path: string) => {
      say(`shell.openPath ${path}`)
      return ''
    },
    showItemInFolder: (path: string) => say(`shell.showItemInFolder ${path}`),
    beep: () => undefined,
  } satisfies Partial<Electron.Shell>)

const powerEvents = [
  'suspend',
  'resume',
  'on-ac',
  'on-battery',
  'shutdown',
  'lock-screen',
  'unlock-screen',
  'user-did-become-active',
  'user-did-resign-active',
]

/** Makes `powerMonitor`. */
export const createPowerMonitor = () =>
  emitterWith('powerMonitor', powerEvents, {
    getSystemIdleTime: () => 0,
    getSystemIdleState: (_threshold: number) => 'active' as const,
    isOnBatteryPower: () => false,
  } satisfies Partial<Electron.PowerMonitor>)

const noKeyring = (): never => {
  throw new Error('Encryption is not available.')
}

/** Makes `safeStorage` on a machine without a keyring. */
export const createSafeStorage = () =>
  provided('safeStorage', {
    isEncryptionAvailable: () => false,
    isAsyncEncryptionAvailable: async () => false,
    getSelectedStorageBackend: () => 'basic_text' as const,
    encryptStringAsync: async () => noKeyring(),
    decryptStringAsync: async () => noKeyring(),
  } satisfies Partial<Electron.SafeStorage>)

/** Makes `nativeTheme`. The desktop counts as light; `onSource` hears of a choice of the app. */
export const createNativeTheme = (onSource: () => void) => {
  let source: Electron.NativeTheme['themeSource'] = 'system'
  const theme = emitterWith('nativeTheme', ['updated'], {
    get themeSource() {
      return source
    },
    set themeSource(value: Electron.NativeTheme['themeSource']) {
      if (value === source) return
      source = value
      onSource()
      theme.emit('updated')
    },
    get shouldUseDarkColors() {
      return source === 'dark'
    },
    shouldUseHighContrastColors: false,
    shouldUseInvertedColorScheme: false,
    inForcedColorsMode: false,
    prefersReducedTransparency: false,
  })
  return theme
}
