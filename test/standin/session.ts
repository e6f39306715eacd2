// A session: the app's own schemes, its rules for requests and its answers about permissions.
import { createPermissions, type Grants } from './permissions.ts'
import { emitterWith, notProvided, provided } from './provided.ts'

type SchemeHandler = (request: Request) => Response | Promise<Response>
type BeforeRequest = Parameters<Electron.WebRequest['onBeforeRequest']>[0]
type BeforeListener = Extract<BeforeRequest, (...args: never[]) => void>
export type RequestDetails = Electron.OnBeforeRequestListenerDetails
/** A session of the app, and what the rest of the stand-in needs from it. */
export type SessionEntry = {
  readonly session: Electron.Session
  readonly handlerOf: (scheme: string) => SchemeHandler | undefined
  readonly schemes: () => readonly string[]
  /** Asks the app's listener for requests; resolves to true when the app cancels. Without a listener nothing is cancelled. */
  readonly cancels: (details: RequestDetails) => Promise<boolean>
  readonly grants: Grants
}

// Electron's match patterns, as far as they are needed: scheme, host and path with stars.
const matches = (pattern: string, url: string): boolean => {
  if (pattern === '<all_urls>') return true
  const source = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')
  return new RegExp(`^${source}$`).test(url)
}

const createProtocol = () => {
  const handlers = new Map<string, SchemeHandler>()
  const protocol = provided('session.protocol', {
    handle: (scheme: string, handler: SchemeHandler): void => {
      if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
      handlers.set(scheme, handler)
    },
    unhandle: (scheme: string): void => {
      if (!handlers.delete(scheme)) throw new Error(`Failed to unregister protocol: ${scheme}`)
    },
    isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
  })
  return { protocol, handlers }
}

const createWebRequest = () => {
  let current: { readonly urls: readonly string[]; readonly listener: BeforeListener } | null = null
  const onBeforeRequest = (
    filter: Electron.WebRequestFilter | BeforeListener | null,
    listener?: BeforeListener | null,
  ): void => {
    const urls = filter === null || typeof filter === 'function' ? ['<all_urls>'] : filter.urls
    const chosen = typeof filter === 'function' ? filter : listener
    // Only the last listener counts, as in Electron.
    current = chosen ? { urls, listener: chosen } : null
  }
  const cancels = (details: RequestDetails): Promise<boolean> =>
    new Promise((resolve) => {
      if (current === null || !current.urls.some((pattern) => matches(pattern, details.url))) return resolve(false)
      current.listener(details, (response) => {
        if (response.redirectURL !== undefined) throw notProvided('redirectURL in webRequest.onBeforeRequest')
        resolve(response.cancel === true)
      })
    })
  return { webRequest: provided('session.webRequest', { onBeforeRequest }), cancels }
}

// Nothing leaves the machine through the stand-in whatever the app sets, so these only remember.
const createSettings = () => {
  let spellChecker = true
  return {
    setProxy: async (_config: Electron.ProxyConfig): Promise<void> => undefined,
    resolveProxy: async (_url: string): Promise<string> => 'PROXY 127.0.0.1:9',
    enableNetworkEmulation: (_options: Electron.EnableNetworkEmulationOptions): void => undefined,
    disableNetworkEmulation: (): void => undefined,
    closeAllConnections: async (): Promise<void> => undefined,
    setSpellCheckerEnabled: (enabled: boolean): void => {
      spellChecker = enabled
    },
    isSpellCheckerEnabled: (): boolean => spellChecker,
    setSpellCheckerLanguages: (_languages: string[]): void => undefined,
    setSpellCheckerDictionaryDownloadURL: (_url: string): void => undefined,
    clearStorageData: async (): Promise<void> => undefined,
    clearCache: async (): Promise<void> => undefined,
    clearData: async (): Promise<void> => undefined,
    clearAuthCache: async (): Promise<void> => undefined,
    clearHostResolverCache: async (): Promise<void> => undefined,
    clearCodeCaches: async (): Promise<void> => undefined,
  }
}

const createSession = (partition: string): SessionEntry => {
  const { protocol, handlers } = createProtocol()
  const { webRequest, cancels } = createWebRequest()
  const { members, grants } = createPermissions()
  const persistent = partition === '' || partition.startsWith('persist:')
  const session = emitterWith(
    'session',
    [
      'will-download',
      'preconnect',
      'spellcheck-dictionary-initialized',
      'select-hid-device',
      'select-serial-port',
      'select-usb-device',
    ],
    {
      ...members,
      ...createSettings(),
      protocol,
      webRequest,
      isPersistent: () => persistent,
      storagePath: null,
    },
  )
  return {
    session: session as unknown as Electron.Session,
    handlerOf: (scheme) => handlers.get(scheme),
    schemes: () => [...handlers.keys()],
    cancels,
    grants,
  }
}

/** Makes the `session` module and the look-up from a session to what is behind it. */
export const createSessions = () => {
  const entries = new Map<string, SessionEntry>()
  const entryOf = (partition: string): SessionEntry => {
    const known = entries.get(partition) ?? createSession(partition)
    entries.set(partition, known)
    return known
  }
  const module = provided('session', {
    fromPartition: (partition: string): Electron.Session => entryOf(partition).session,
    get defaultSession(): Electron.Session {
      return entryOf('').session
    },
  } satisfies Partial<typeof Electron.Session>)
  /** What is behind a window's `session`, `partition` or neither. */
  const forWindow = (preferences: Electron.WebPreferences): SessionEntry => {
    const given = preferences.session
    if (given === undefined) return entryOf(preferences.partition ?? '')
    const found = [...entries.values()].find((entry) => entry.session === given)
    if (found === undefined) throw new Error('webPreferences.session is not a session')
    return found
  }
  return { module, entryOf, forWindow }
}

export type Sessions = ReturnType<typeof createSessions>
