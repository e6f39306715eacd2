// webContents: one page, its loading, its calls and its end. Everything is asked of Chromium; what must be known at
// once (address, title) is kept from its events.
import { toChromium, toElectron } from './addresses.ts'
import { nodeCodec } from './codec.ts'
import { contentsEvents, newPageState, type PageState } from './contents-state.ts'
import type { Fields } from './devtools-connection.ts'
import type { Frames } from './frames.ts'
import { type Host, inBackground } from './host.ts'
import { imageOf } from './native-image.ts'
import { createNavigation, type Navigation } from './navigation.ts'
import { mediaParameters, openPage } from './page-opening.ts'
import type { Upward } from './page-world.ts'
import { pdfParameters } from './pdf.ts'
import { appEvent, emitterWith, type KnownEvents, provided } from './provided.ts'
import type { SessionEntry } from './session.ts'
import type { Page } from './targets.ts'
import type { WorldLink } from './world-link.ts'

export type Contents = {
  readonly contents: Electron.WebContents
  readonly events: KnownEvents
  readonly state: PageState
  readonly page: Promise<Page>
  readonly askedToOpen: Navigation['askedToOpen']
  /** Told when the page's size was changed from outside. */
  readonly onResize: (listener: () => void) => void
}
type Command = (method: string, params?: Fields) => Promise<Fields>

const evaluate = async (command: Command, expression: string, userGesture: boolean): Promise<unknown> => {
  const answer = await command('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true, userGesture })
  if (answer.exceptionDetails === undefined) return answer.result.value
  throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text)
}
const bytesOf = async (answer: Promise<Fields>): Promise<Buffer> => Buffer.from((await answer).data, 'base64')

// Electron's zoom is the browser's; the page's own is the nearest thing that the protocol reaches.
const createZoom = (state: PageState, command: Command) => {
  const apply = (): void => {
    const value = state.zoom === 1 ? '' : String(state.zoom)
    inBackground(command('Runtime.evaluate', { expression: `document.documentElement.style.zoom = '${value}'` }))
  }
  const setZoomFactor = (factor: number): void => {
    state.zoom = factor
    apply()
  }
  return {
    apply,
    members: {
      setZoomFactor,
      getZoomFactor: () => state.zoom,
      setZoomLevel: (level: number) => setZoomFactor(1.2 ** level),
      getZoomLevel: () => Math.log(state.zoom) / Math.log(1.2),
      setVisualZoomLevelLimits: async () => undefined,
    },
  }
}

const createMembers = (
  id: number,
  session: SessionEntry,
  state: PageState,
  navigation: Navigation,
  command: Command,
) => ({
  id,
  session: session.session,
  hostWebContents: null as unknown as Electron.WebContents,
  getType: () => 'window' as const,
  getURL: () => state.url,
  getTitle: () => state.title,
  isDestroyed: () => state.gone,
  isCrashed: () => state.crashed,
  isLoading: () => state.loading,
  isLoadingMainFrame: () => state.loading,
  isFocused: () => !state.gone,
  isDevToolsOpened: () => false,
  loadURL: navigation.loadURL,
  setWindowOpenHandler: navigation.setWindowOpenHandler,
  executeJavaScript: (code: string, userGesture = false) => evaluate(command, code, userGesture),
  insertText: async (text: string) => void (await command('Input.insertText', { text })),
  capturePage: async () => imageOf(await bytesOf(command('Page.captureScreenshot', { format: 'png' }))),
  printToPDF: (options: Electron.PrintToPDFOptions) => bytesOf(command('Page.printToPDF', pdfParameters(options))),
  forcefullyCrashRenderer: () => inBackground(command('Page.crash')),
  focus: () => inBackground(command('Page.bringToFront')),
  openDevTools: () => undefined,
  closeDevTools: () => undefined,
  setIgnoreMenuShortcuts: () => undefined,
  setBackgroundThrottling: () => undefined,
})

const contextOf = ({ x, y, selectionText, isEditable }: Extract<Upward, { kind: 'context-menu' }>) => {
  const canCopy = selectionText !== ''
  const editFlags = { canCut: isEditable && canCopy, canCopy, canPaste: isEditable, canSelectAll: true }
  return provided('context-menu parameters', { x, y, selectionText, isEditable, editFlags })
}

/** Opens a page with a window's web preferences. */
export const createContents = (host: Host, session: SessionEntry, preferences: Electron.WebPreferences): Contents => {
  const id = host.number()
  const codec = nodeCodec()
  const state = newPageState()
  let frames: Frames | null = null
  let link: WorldLink | null = null
  let resized: () => void = () => undefined

  const command: Command = async (method, params = {}) => (await page).send(method, params)
  // The emitter must exist before those who emit on it, and has their members.
  const base = emitterWith('webContents', contentsEvents, {})
  const navigation = createNavigation(
    base,
    state,
    () => frames,
    command,
    (scheme) => session.handlerOf(scheme) !== undefined,
  )
  const zoom = createZoom(state, command)
  const members = {
    ...createMembers(id, session, state, navigation, command),
    ...zoom.members,
    reload: () => {
      state.expected = toChromium(state.url)
      inBackground(command('Page.reload'))
    },
    close: () => inBackground(page.then((opened) => opened.close())),
    send: (channel: string, ...args: unknown[]) => {
      const text = codec.encode(args)
      if (link !== null) inBackground(link.send({ kind: 'event', channel, args: text }))
    },
  } satisfies Partial<Electron.WebContents>
  Object.assign(base, members)
  Object.defineProperty(base, 'mainFrame', { get: () => frames?.top() })
  const contents = base as unknown as Electron.WebContents

  const answer = async (call: Extract<Upward, { kind: 'invoke' }>, frameId: string, context: number): Promise<void> => {
    const senderFrame = frames?.get(frameId) ?? null
    const event = appEvent({ type: 'frame', processId: id, frameId: 1, sender: contents, senderFrame })
    await link?.send(await host.ipc.answer(event as unknown as Electron.IpcMainInvokeEvent, call), context)
  }
  const showTitle = (title: string): void => {
    if (title === '' || title === state.title) return
    state.title = title
    base.emit('page-title-updated', appEvent({}), title, true)
  }
  const preloadFailed = (message: string, stack: string): void =>
    void base.emit(
      'preload-error',
      appEvent({}),
      preferences.preload ?? '',
      Object.assign(new Error(message), { stack }),
    )
  const hear = (message: Upward, frameId: string, context: number): void => {
    if (message.kind === 'invoke') inBackground(answer(message, frameId, context))
    else if (message.kind === 'chord') host.press(message.index)
    else if (message.kind === 'open') navigation.askedToOpen(toElectron(message.url), message.name, message.features)
    else if (message.kind === 'navigate') navigation.askedToNavigate(message.url)
    else if (message.kind === 'resize') resized()
    else if (message.kind === 'title') showTitle(message.title)
    else if (message.kind === 'context-menu') base.emit('context-menu', appEvent({}), contextOf(message))
    else preloadFailed(message.message, message.stack)
  }
  const page = openPage({
    host,
    id,
    session,
    contents: base,
    state,
    preload: preferences.preload,
    navigation,
    hear,
    atDocument: zoom.apply,
    onFrames: (known) => {
      frames = known
    },
    onLink: (made) => {
      link = made
    },
  })
  inBackground(page)
  host.register({
    contents,
    applyTheme: () => inBackground(command('Emulation.setEmulatedMedia', mediaParameters(host))),
    applyChords: () => link !== null && inBackground(link.send({ kind: 'chords', chords: host.chords() })),
    isGone: () => state.gone,
  })
  host.announceContents(contents)
  return {
    contents,
    events: base,
    state,
    page,
    askedToOpen: navigation.askedToOpen,
    onResize: (listener) => {
      resized = listener
    },
  }
}
