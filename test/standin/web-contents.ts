// webContents: one page, its loading, its calls and its end. Everything is asked of Chromium; what must be known at
// once (address, title) is kept from its events.
import { toChromium, toElectron } from './addresses.ts'
import { nodeCodec } from './codec.ts'
import { type Command, contextParameters, createMembers, createZoom } from './contents-members.ts'
import { contentsEvents, newPageState, type PageState } from './contents-state.ts'
import type { Frames } from './frames.ts'
import { type Host, inBackground } from './host.ts'
import { createNavigation, type Navigation } from './navigation.ts'
import { mediaParameters, openPage } from './page-opening.ts'
import type { Upward } from './page-world.ts'
import { appEvent, emitterWith, type KnownEvents } from './provided.ts'
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
    else if (message.kind === 'context-menu') base.emit('context-menu', appEvent({}), contextParameters(message))
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
