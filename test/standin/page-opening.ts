// Opens a page and leads its events to those who keep them: requests, frames, the preload script's world, webContents.
import type { PageState } from './contents-state.ts'
import type { Fields } from './devtools-connection.ts'
import { createFrames, type Frames } from './frames.ts'
import { type Host, inBackground } from './host.ts'
import type { Navigation } from './navigation.ts'
import { answerRequest, type Surroundings } from './network.ts'
import { createPageEvents } from './page-events.ts'
import type { Upward } from './page-world.ts'
import type { KnownEvents } from './provided.ts'
import type { SessionEntry } from './session.ts'
import type { Page } from './targets.ts'
import { linkWorlds, type WorldLink } from './world-link.ts'

export type Opening = {
  readonly host: Host
  readonly id: number
  readonly session: SessionEntry
  readonly contents: KnownEvents
  readonly state: PageState
  readonly preload: string | undefined
  readonly navigation: Navigation
  readonly hear: (message: Upward, frameId: string, context: number) => void
  /** Called whenever a new document stands. */
  readonly atDocument: () => void
  /** Handed out as soon as they are there, before the first document. */
  readonly onFrames: (frames: Frames) => void
  readonly onLink: (link: WorldLink) => void
}

/** The colour scheme that pages are to see, as parameters of `Emulation.setEmulatedMedia`. */
export const mediaParameters = (host: Host): Fields => ({
  features: [{ name: 'prefers-color-scheme', value: host.colourScheme() ?? '' }],
})

const enable = (page: Page, host: Host): Promise<unknown> =>
  Promise.all([
    page.send('Page.enable'),
    page.send('Inspector.enable'),
    page.send('Log.enable'),
    page.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    // Without a window manager no window would have the focus.
    page.send('Emulation.setFocusEmulationEnabled', { enabled: true }),
    page.send('Emulation.setEmulatedMedia', mediaParameters(host)),
  ])

/** Opens a page; resolves when its blank first document may begin. */
export const openPage = async (opening: Opening): Promise<Page> => {
  const { host, session, contents, state, navigation } = opening
  const { devtools, targets } = await host.chromium()
  return targets.open(async (page) => {
    state.targetId = page.targetId
    const frames = createFrames(page.targetId, opening.id)
    opening.onFrames(frames)
    const around: Surroundings = {
      session,
      contents: contents as unknown as Electron.WebContents,
      frameOf: frames.get,
      mainFrameId: page.targetId,
      requestNumber: host.number,
      browser: (method, params) => devtools.send(method, params),
      prevents: navigation.prevents,
    }
    const note = createPageEvents(contents, state, frames, opening.atDocument)
    let link: WorldLink | null = null
    page.onEvent(({ method, params, sessionId }) => {
      const send = (name: string, fields: Fields) => devtools.send(name, fields, sessionId)
      if (method === 'Fetch.requestPaused') inBackground(answerRequest(around, params, send))
      if (sessionId !== page.sessionId) return
      frames.note(method, params)
      link?.note(method, params)
      note(method, params)
    })
    page.onGone(() => {
      state.gone = true
      contents.emit('destroyed')
    })
    await enable(page, host)
    link = await linkWorlds(page, opening.preload, host.chords(), opening.hear)
    opening.onLink(link)
  })
}
