// webContents: one page, its loading, its calls and its end. Everything is asked of Chromium; what must be known at
// once (address, title) is kept from its events.
import { toChromium, toElectron } from './addresses.ts'
import { nodeCodec } from './codec.ts'
import { createFrames, type Frames } from './frames.ts'
import { type Host, inBackground } from './host.ts'
import { say } from './log.ts'
import { imageOf } from './native-image.ts'
import { answerRequest } from './network.ts'
import { createPageEvents } from './page-events.ts'
import { pdfParameters } from './pdf.ts'
import type { Upward } from './page-world.ts'
import { type AppEvent, appEvent, emitterWith, type KnownEvents, notProvided } from './provided.ts'
import type { SessionEntry } from './session.ts'
import type { Page } from './targets.ts'
import { linkWorlds, type WorldLink } from './world-link.ts'

const events = [
  'did-finish-load', 'did-fail-load', 'did-start-loading', 'did-stop-loading', 'dom-ready', 'did-navigate', 'did-navigate-in-page',
  'will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview', 'did-create-window', 'render-process-gone',
  'unresponsive', 'responsive', 'destroyed', 'before-input-event', 'console-message', 'preload-error', 'page-title-updated', 'context-menu',
  'will-prevent-unload', 'did-start-navigation', 'did-attach-webview', 'focus', 'blur', 'select-bluetooth-device', 'login', 'certificate-error',
] // prettier: one list

export type PageState = {
  url: string
  title: string
  loading: boolean
  crashed: boolean
  gone: boolean
  zoom: number
  /** Address that the app itself asked for, until its request is seen. */
  expected: string | null
}
type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0]
export type Contents = {
  readonly contents: Electron.WebContents
  readonly events: KnownEvents
  readonly state: PageState
  readonly page: Promise<Page>
  /** The page asked for a new window; the app's handler is asked, and its yes is more than the stand-in has. */
  readonly askedToOpen: (url: string, name: string, features: string) => void
  /** The protocol's id of the page, empty before it is open. */
  readonly targetId: () => string
  /** Told when the page itself changed its size. */
  readonly onResize: (listener: () => void) => void
}

/** Opens a page with a window's web preferences. */
export const createContents = (host: Host, session: SessionEntry, preferences: Electron.WebPreferences): Contents => {
  const id = host.number()
  const codec = nodeCodec()
  const state: PageState = { url: '', title: '', loading: false, crashed: false, gone: false, zoom: 1, expected: null }
  let openHandler: OpenHandler | null = null
  let mainFrameId = ''
  let lastOpened = ''
  let frames: Frames | null = null
  let link: WorldLink | null = null
  let resized: () => void = () => undefined

  const page = openPage()
  inBackground(page)
  const command = async (method: string, params: object = {}) => (await page).send(method, params)

  const loaded = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const done = (): void => {
        contents.off('did-finish-load', finish)
        contents.off('destroyed', gone)
      }
      const finish = (): void => {
        done()
        resolve()
      }
      const gone = (): void => {
        done()
        reject(new Error('The page was closed while it loaded.'))
      }
      contents.on('did-finish-load', finish)
      contents.on('destroyed', gone)
    })
  const loadURL = async (url: string): Promise<void> => {
    await page
    const target = toChromium(url)
    state.expected = target.split('#')[0] ?? target
    const finished = loaded()
    inBackground(finished)
    const { errorText } = await command('Page.navigate', { url: target })
    if (errorText !== undefined) {
      contents.emit('did-fail-load', appEvent({}), -2, errorText, url, true, 1, 1)
      throw Object.assign(new Error(`${errorText} loading '${url}'`), { code: errorText, url })
    }
    await finished
    if (state.url === url) await command('Page.resetNavigationHistory')
  }
  const evaluate = async (code: string, userGesture = false): Promise<unknown> => {
    const answer = await command('Runtime.evaluate', { expression: code, awaitPromise: true, returnByValue: true, userGesture })
    if (answer.exceptionDetails === undefined) return answer.result.value
    throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text)
  }
  const applyZoom = (): Promise<unknown> =>
    command('Runtime.evaluate', { expression: `document.documentElement.style.zoom = ${state.zoom === 1 ? "''" : state.zoom}` })

  const members = {
    id,
    session: session.session,
    hostWebContents: null as unknown as Electron.WebContents,
    get mainFrame() {
      if (frames === null) throw new Error('The page is not open yet.')
      return frames.top()
    },
    getType: () => 'window' as const,
    getURL: () => state.url,
    getTitle: () => state.title,
    isDestroyed: () => state.gone,
    isCrashed: () => state.crashed,
    isLoading: () => state.loading,
    isLoadingMainFrame: () => state.loading,
    isFocused: () => !state.gone,
    isDevToolsOpened: () => false,
    loadURL,
    reload: () => {
      state.expected = toChromium(state.url)
      inBackground(command('Page.reload'))
    },
    send: (channel: string, ...args: unknown[]) => {
      const text = codec.encode(args)
      if (link !== null) inBackground(link.send({ kind: 'event', channel, args: text }))
    },
    executeJavaScript: evaluate,
    forcefullyCrashRenderer: () => inBackground(command('Page.crash')),
    setWindowOpenHandler: (handler: OpenHandler) => {
      openHandler = handler
    },
    capturePage: async () => imageOf(Buffer.from((await command('Page.captureScreenshot', { format: 'png' })).data, 'base64')),
    printToPDF: async (options: Electron.PrintToPDFOptions) => Buffer.from((await command('Page.printToPDF', pdfParameters(options))).data, 'base64'),
    openDevTools: () => undefined,
    closeDevTools: () => undefined,
    focus: () => inBackground(command('Page.bringToFront')),
    setZoomFactor: (factor: number) => {
      state.zoom = factor
      inBackground(applyZoom())
    },
    getZoomFactor: () => state.zoom,
    setZoomLevel: (level: number) => members.setZoomFactor(1.2 ** level),
    getZoomLevel: () => Math.log(state.zoom) / Math.log(1.2),
    setVisualZoomLevelLimits: async () => undefined,
    setIgnoreMenuShortcuts: () => undefined,
    setBackgroundThrottling: () => undefined,
    insertText: async (text: string) => void (await command('Input.insertText', { text })),
    close: () => inBackground(page.then((opened) => opened.close())),
  } satisfies Partial<Electron.WebContents>
  const contents = emitterWith('webContents', events, members)
  const electronContents = contents as unknown as Electron.WebContents

  const prevents = (url: string, frameId: string, redirected: boolean): boolean => {
    const isMainFrame = frameId === mainFrameId
    const ours = isMainFrame && state.expected !== null && toElectron(state.expected) === url
    if (isMainFrame) state.expected = null
    if (ours) return false
    const frame = frames?.get(frameId) ?? null
    const event = appEvent({ url, isSameDocument: false, isMainFrame, frame, initiator: frame }) as AppEvent
    const old = [url, false, isMainFrame, 1, 1]
    contents.emit('will-frame-navigate', event)
    if (redirected) contents.emit('will-redirect', event, ...old)
    else if (isMainFrame) contents.emit('will-navigate', event, ...old)
    return event.defaultPrevented
  }
  const askedToOpen: Contents['askedToOpen'] = (url, frameName, features) => {
    const details = { url: url || toElectron(lastOpened), frameName, features, disposition: 'new-window', referrer: { url: state.url, policy: 'default' } } as const
    const answer = openHandler?.(details) ?? { action: 'allow' }
    if (answer.action !== 'deny') say(`not denied by the app: window for ${details.url} (${notProvided('windows opened by a page').message})`)
  }
  const askedToNavigate = (url: string): void => {
    const target = toElectron(url)
    if (prevents(target, mainFrameId, false)) return
    if (session.handlerOf(new URL(target).protocol.slice(0, -1)) !== undefined) inBackground(loadURL(target))
    else say(`not cancelled by the app: ${target}`)
  }

  const answer = async (call: Extract<Upward, { kind: 'invoke' }>, frameId: string, context: number): Promise<void> => {
    const event = appEvent({ type: 'frame', processId: id, frameId: 1, sender: electronContents, senderFrame: frames?.get(frameId) ?? null })
    await link?.send(await host.ipc.answer(event as unknown as Electron.IpcMainInvokeEvent, call), context)
  }
  const showTitle = (title: string): void => {
    if (title === '' || title === state.title) return
    state.title = title
    contents.emit('page-title-updated', appEvent({}), title, true)
  }
  const hear = (message: Upward, frameId: string, context: number): void => {
    if (message.kind === 'invoke') inBackground(answer(message, frameId, context))
    else if (message.kind === 'chord') host.press(message.index)
    else if (message.kind === 'open') askedToOpen(toElectron(message.url), message.name, message.features)
    else if (message.kind === 'navigate') askedToNavigate(message.url)
    else if (message.kind === 'resize') resized()
    else if (message.kind === 'title') showTitle(message.title)
    else contents.emit('preload-error', appEvent({}), preferences.preload ?? '', Object.assign(new Error(message.message), { stack: message.stack }))
  }
  const applyTheme = (): void =>
    inBackground(command('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: host.colourScheme() ?? '' }] }))

  async function openPage(): Promise<Page> {
    const { devtools, targets } = await host.chromium()
    return targets.open(async (opened) => {
      mainFrameId = opened.targetId
      const known = createFrames(opened.targetId, id)
      frames = known
      const around = {
        session,
        contents: electronContents,
        frameOf: known.get,
        mainFrameId: opened.targetId,
        requestNumber: host.number,
        browser: (method: string, params: object) => devtools.send(method, params),
        prevents,
      }
      const note = createPageEvents(contents, state, known, () => inBackground(applyZoom()))
      opened.onEvent(({ method, params, sessionId }) => {
        if (method === 'Page.windowOpen') lastOpened = params.url
        if (method === 'Fetch.requestPaused') inBackground(answerRequest(around, params, (name, fields) => devtools.send(name, fields, sessionId)))
        if (sessionId !== opened.sessionId) return
        known.note(method, params)
        link?.note(method, params)
        note(method, params)
      })
      opened.onGone(() => {
        state.gone = true
        contents.emit('destroyed')
      })
      await Promise.all([
        opened.send('Page.enable'),
        opened.send('Inspector.enable'),
        opened.send('Log.enable'),
        opened.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
        opened.send('Emulation.setFocusEmulationEnabled', { enabled: true }),
        opened.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: host.colourScheme() ?? '' }] }),
      ])
      link = await linkWorlds(opened, preferences.preload, host.chords(), hear)
    })
  }

  host.register({
    contents: electronContents,
    applyTheme,
    applyChords: () => link !== null && inBackground(link.send({ kind: 'chords', chords: host.chords() })),
    isGone: () => state.gone,
  })
  host.announceContents(electronContents)
  return {
    contents: electronContents,
    events: contents,
    state,
    page,
    askedToOpen,
    targetId: () => mainFrameId,
    onResize: (listener) => {
      resized = listener
    },
  }
}
