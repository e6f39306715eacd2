// Which DevTools session belongs to which window. Everything that Chromium opens is held until the stand-in has looked
// at it: windows of the app are prepared, frames and workers get the same network, anything else is closed.
import { setImmediate } from 'node:timers/promises'
import { blankAddress } from './addresses.ts'
import type { Chromium } from './chromium.ts'
import type { DevTools, Fields, ProtocolEvent } from './devtools-connection.ts'
import { say } from './log.ts'

/** One page of Chromium. */
export type Page = {
  readonly targetId: string
  readonly sessionId: string
  readonly send: (method: string, params?: Fields) => Promise<Fields>
  /** Events of the page, and those of its frames and workers, which carry another session id. */
  readonly onEvent: (listener: (event: ProtocolEvent) => void) => void
  /** Called once when the page is gone: closed, or its Chromium ended. */
  readonly onGone: (listener: () => void) => void
  readonly close: () => Promise<unknown>
}
type Prepare = (page: Page) => Promise<void>
type Entry = { readonly page: Page; readonly events: ((event: ProtocolEvent) => void)[]; readonly gone: (() => void)[] }

export type Targets = {
  /** Opens a window; `prepare` is done before its first document begins. */
  readonly open: (prepare: Prepare) => Promise<Page>
  /** Told of pages that no window asked for, before they are closed. */
  readonly onUninvited: (listener: (target: Fields) => void) => void
}

const attach = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }
const onlyPages = [{ type: 'browser', exclude: true }, { type: 'tab', exclude: true }, {}]

/** Watches Chromium's targets from now on. */
export const createTargets = async (devtools: DevTools, chromium: Chromium): Promise<Targets> => {
  const awaited = new Map<string, { readonly prepare: Prepare; readonly resolve: (page: Page) => void }>()
  const pages = new Map<string, Entry>()
  const owners = new Map<string, string>()
  let uninvited: (target: Fields) => void = () => undefined
  const opening = new Set<Promise<Page>>()
  let opened = 0

  const entryOf = (sessionId: string | undefined): Entry | undefined =>
    sessionId === undefined ? undefined : pages.get(owners.get(sessionId) ?? sessionId)

  const addPage = (sessionId: string, targetId: string): Page => {
    const events: Entry['events'] = []
    const gone: Entry['gone'] = []
    // A window that takes this one's place must be there first, or ChromeDriver believes that the app has ended.
    const close = async (): Promise<void> => {
      await setImmediate()
      await Promise.allSettled(opening)
      await devtools.send('Target.closeTarget', { targetId }).catch(() => undefined)
    }
    const page: Page = {
      targetId,
      sessionId,
      send: (method, params) => devtools.send(method, params, sessionId),
      onEvent: (listener) => void events.push(listener),
      onGone: (listener) => void gone.push(listener),
      close,
    }
    pages.set(sessionId, { page, events, gone })
    return page
  }
  const release = (sessionId: string) =>
    devtools.send('Runtime.runIfWaitingForDebugger', {}, sessionId).catch(() => undefined)

  const attachPage = async (sessionId: string, target: Fields): Promise<void> => {
    const window = awaited.get(target.url)
    if (window === undefined) {
      uninvited(target)
      await devtools.send('Target.closeTarget', { targetId: target.targetId }).catch(() => undefined)
      return
    }
    awaited.delete(target.url)
    const page = addPage(sessionId, target.targetId)
    await page.send('Target.setAutoAttach', attach)
    await window.prepare(page)
    await release(sessionId)
    window.resolve(page)
  }
  // Frames of other processes and workers: same network rules, nothing else.
  const attachInner = async (sessionId: string, parent: string | undefined): Promise<void> => {
    if (parent !== undefined) owners.set(sessionId, owners.get(parent) ?? parent)
    await devtools.send('Target.setAutoAttach', attach, sessionId).catch(() => undefined)
    await devtools.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }, sessionId).catch(() => undefined)
    await release(sessionId)
  }
  const attached = async (params: Fields, parent: string | undefined): Promise<void> => {
    if (params.targetInfo.type === 'page') await attachPage(params.sessionId, params.targetInfo)
    else await attachInner(params.sessionId, parent)
  }
  const detached = (sessionId: string): void => {
    const entry = pages.get(sessionId)
    pages.delete(sessionId)
    owners.delete(sessionId)
    for (const listener of entry?.gone ?? []) listener()
  }

  devtools.onEvent((event) => {
    if (event.method === 'Target.attachedToTarget')
      attached(event.params, event.sessionId).catch((error) => say(String(error)))
    else if (event.method === 'Target.detachedFromTarget') detached(event.params.sessionId)
    else for (const listener of entryOf(event.sessionId)?.events ?? []) listener(event)
  })
  devtools.onClose(() => {
    for (const sessionId of [...pages.keys()]) detached(sessionId)
  })
  await devtools.send('Target.setAutoAttach', { ...attach, filter: onlyPages })

  return {
    open: (prepare) => {
      opened += 1
      const url = blankAddress(opened)
      const { promise, resolve } = Promise.withResolvers<Page>()
      awaited.set(url, { prepare, resolve })
      opening.add(promise)
      void promise.then(() => opening.delete(promise))
      chromium.openWindow(url)
      return promise
    },
    onUninvited: (listener) => {
      uninvited = listener
    },
  }
}
