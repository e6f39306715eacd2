// Where a page may go: the app is asked before a navigation that it did not begin, and before every new window.
import { toChromium, toElectron } from './addresses.ts'
import type { PageState } from './contents-state.ts'
import type { Fields } from './devtools-connection.ts'
import type { Frames } from './frames.ts'
import { say } from './log.ts'
import { appEvent, type KnownEvents, notProvided } from './provided.ts'

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0]
type Command = (method: string, params?: Fields) => Promise<Fields>

export type Navigation = {
  /** Loads an address of the app; resolves when it has loaded, rejects with Chromium's reason. */
  readonly loadURL: (url: string) => Promise<void>
  /** Asks the app about a navigation to an address of Electron's form; true when it was prevented. */
  readonly prevents: (url: string, frameId: string, redirected: boolean) => boolean
  /** The page wants to go to an address that Chromium itself would not load. */
  readonly askedToNavigate: (url: string) => void
  /** The page wants a new window. */
  readonly askedToOpen: (url: string, frameName: string, features: string) => void
  readonly setWindowOpenHandler: (handler: OpenHandler) => void
}

// As in Electron, loading in a window that is closed meanwhile neither ends nor fails.
const never = (): Promise<never> => new Promise(() => undefined)

/** Makes the navigation of one page. `serves` says whether the app answers for a scheme. */
export const createNavigation = (
  contents: KnownEvents,
  state: PageState,
  frames: () => Frames | null,
  command: Command,
  serves: (scheme: string) => boolean,
): Navigation => {
  let openHandler: OpenHandler | null = null

  const loadURL = async (url: string): Promise<void> => {
    const target = toChromium(url)
    state.expected = target.split('#')[0] ?? target
    const loaded = new Promise<void>((resolve) => void contents.once('did-finish-load', resolve))
    const { errorText } = await command('Page.navigate', { url: target }).catch(never)
    if (errorText !== undefined) {
      contents.emit('did-fail-load', appEvent({}), -2, errorText, url, true, 1, 1)
      throw Object.assign(new Error(`${errorText} loading '${url}'`), { code: errorText, url })
    }
    await loaded
    // The blank first page is nothing to go back to; where this comes too late, it is not served a second time.
    await command('Page.resetNavigationHistory').catch(() => undefined)
  }
  const prevents: Navigation['prevents'] = (url, frameId, redirected) => {
    const isMainFrame = frameId === state.targetId
    const ours = isMainFrame && state.expected !== null && toElectron(state.expected) === url
    if (isMainFrame) state.expected = null
    if (ours) return false
    const frame = frames()?.get(frameId) ?? null
    const event = appEvent({ url, isSameDocument: false, isMainFrame, frame, initiator: frame })
    const deprecated = [url, false, isMainFrame, 1, 1]
    contents.emit('will-frame-navigate', event)
    if (redirected) contents.emit('will-redirect', event, ...deprecated)
    else if (isMainFrame) contents.emit('will-navigate', event, ...deprecated)
    return event.defaultPrevented
  }
  const askedToNavigate = (url: string): void => {
    const target = toElectron(url)
    if (prevents(target, state.targetId, false)) return
    if (serves(new URL(target).protocol.slice(0, -1))) loadURL(target).catch(() => undefined)
    else say(`not cancelled by the app: ${target}`)
  }
  const askedToOpen: Navigation['askedToOpen'] = (url, frameName, features) => {
    const referrer = { url: state.url, policy: 'default' } as const
    const target = url || toElectron(state.lastOpened)
    const details = { url: target, frameName, features, disposition: 'new-window', referrer } as const
    const answer = openHandler?.(details) ?? { action: 'allow' }
    if (answer.action !== 'deny')
      say(`not denied by the app: window for ${target} (${notProvided('windows opened by a page').message})`)
  }
  return {
    loadURL,
    prevents,
    askedToNavigate,
    askedToOpen,
    setWindowOpenHandler: (handler) => {
      openHandler = handler
    },
  }
}
