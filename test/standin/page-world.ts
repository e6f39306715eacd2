// The two scripts that each document gets before its own: the page's side of the bridge, and the preload script's
// isolated world. They travel as source text, so each function uses nothing from outside but its arguments.

import type { Chord } from './accelerator.ts'
import type { createBridge } from './bridge.ts'
import type { BytesAsText, Codec } from './codec.ts'

/** The page's own world: puts in what the preload script exposes, frozen, and reports windows that the page opens. */
export const pageWorld = (secret: string, makeBridge: typeof createBridge): void => {
  if (window.top !== window) return
  const bridge = makeBridge(`${secret}:up`, `${secret}:down`)
  const freeze = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
    for (const item of Object.values(value)) freeze(item)
    return Object.freeze(value)
  }
  bridge.onOther((message) => {
    if (message.kind !== 'expose') return
    Object.defineProperty(window, message.key, { value: freeze(bridge.unpack(message.value)), enumerable: true })
  })
  const open = (url = '', name = '', features = ''): null => {
    const target = String(url) === '' ? 'about:blank' : new URL(String(url), document.baseURI).href
    bridge.send({ kind: 'open', value: bridge.pack({ url: target, name: String(name), features: String(features) }) })
    return null
  }
  Object.defineProperty(window, 'open', { value: open, writable: true, configurable: true })
}

export type WorldConfig = {
  readonly secret: string
  /** Name of the function with which this world reaches the app. */
  readonly binding: string
  readonly chords: readonly Chord[]
  readonly versions: { readonly [name: string]: string | undefined }
  readonly platform: string
}
/** What the isolated world tells the app. */
export type Upward =
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly args: string }
  | { readonly kind: 'chord'; readonly index: number }
  | { readonly kind: 'navigate'; readonly url: string }
  | { readonly kind: 'resize' }
  | {
      readonly kind: 'context-menu'
      readonly x: number
      readonly y: number
      readonly selectionText: string
      readonly isEditable: boolean
    }
  | { readonly kind: 'title'; readonly title: string }
  | { readonly kind: 'open'; readonly url: string; readonly name: string; readonly features: string }
  | { readonly kind: 'preload-error'; readonly message: string; readonly stack: string }
/** What the app tells the isolated world, through the function `standinReceive` that only this world has. */
export type Downward =
  | { readonly kind: 'answer'; readonly id: number; readonly ok: boolean; readonly value: string }
  | { readonly kind: 'event'; readonly channel: string; readonly args: string }
  | { readonly kind: 'chords'; readonly chords: readonly Chord[] }

/** The preload script's world: the part of `electron` that a sandboxed preload script may use, and what Electron does around a page. */
export const preloadWorld = (
  config: WorldConfig,
  makeBridge: typeof createBridge,
  makeCodec: (bytes: BytesAsText) => Codec,
  preload: (require: unknown, process: unknown, exports: object, module: object) => void,
): void => {
  if (window.top !== window || location.hostname.startsWith('blank.')) return
  const world = globalThis as unknown as Record<string, (text: string) => void>
  const up = world[config.binding] as (text: string) => void
  const post = (message: Upward): void => up(JSON.stringify(message))
  const codec = makeCodec({
    toText: (bytes) => (bytes as unknown as { toBase64(): string }).toBase64(),
    fromText: (text) => (Uint8Array as unknown as { fromBase64(text: string): Uint8Array }).fromBase64(text),
  })
  const bridge = makeBridge(`${config.secret}:down`, `${config.secret}:up`)
  bridge.onOther((message) => {
    if (message.kind === 'open')
      post({ kind: 'open', ...(bridge.unpack(message.value) as { url: string; name: string; features: string }) })
  })

  type Listener = (event: unknown, ...args: unknown[]) => void
  const listeners = new Map<string, { readonly listener: Listener; readonly once: boolean }[]>()
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let last = 0
  let chords = config.chords
  const add = (channel: string, listener: Listener, once: boolean): object => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }])
    return ipcRenderer
  }
  const remove = (channel: string, listener: Listener): object => {
    listeners.set(
      channel,
      (listeners.get(channel) ?? []).filter((entry) => entry.listener !== listener),
    )
    return ipcRenderer
  }
  const refuse = (label: string, members: object): object =>
    new Proxy(members, {
      get(target, key) {
        if (typeof key === 'symbol' || Reflect.has(target, key)) return Reflect.get(target, key)
        throw new Error(`The stand-in for Electron does not provide ${label}.${key} in a preload script.`)
      },
    })
  const ipcRenderer = refuse('ipcRenderer', {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        last += 1
        waiting.set(last, { resolve, reject })
        post({ kind: 'invoke', id: last, channel, args: codec.encode(args) })
      }),
    on: (channel: string, listener: Listener) => add(channel, listener, false),
    addListener: (channel: string, listener: Listener) => add(channel, listener, false),
    once: (channel: string, listener: Listener) => add(channel, listener, true),
    off: remove,
    removeListener: remove,
    removeAllListeners: (channel: string) => {
      listeners.delete(channel)
      return ipcRenderer
    },
  })
  const contextBridge = refuse('contextBridge', {
    exposeInMainWorld: (key: string, api: unknown) => bridge.send({ kind: 'expose', key, value: bridge.pack(api) }),
  })

  const deliver = (channel: string, args: readonly unknown[]): void => {
    const entries = listeners.get(channel) ?? []
    listeners.set(
      channel,
      entries.filter((entry) => !entry.once),
    )
    for (const { listener } of entries) listener({ sender: ipcRenderer, ports: [] }, ...args)
  }
  const answer = (message: Extract<Downward, { kind: 'answer' }>): void => {
    const promise = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.ok) promise?.resolve(codec.decode(message.value))
    else promise?.reject(new Error(message.value))
  }
  world.standinReceive = (text) => {
    const message = JSON.parse(text) as Downward
    if (message.kind === 'answer') answer(message)
    else if (message.kind === 'event') deliver(message.channel, codec.decode(message.args) as unknown[])
    else chords = message.chords
  }

  // Menu keys: Electron's menu gets what the page did not keep for itself.
  const chordOf = (event: KeyboardEvent): number =>
    chords.findIndex(
      (chord) =>
        chord.control === event.ctrlKey &&
        chord.alt === event.altKey &&
        chord.meta === event.metaKey &&
        (chord.shift === event.shiftKey || chord.anyShift) &&
        (chord.key === event.key.toLowerCase() || chord.code === event.code),
    )
  const answered = new WeakSet<Event>()
  const press = (event: KeyboardEvent): void => {
    const index = answered.has(event) || event.defaultPrevented ? -1 : chordOf(event)
    if (index < 0) return
    answered.add(event)
    event.preventDefault()
    post({ kind: 'chord', index })
  }
  window.addEventListener('keydown', press)
  // A page that stops the event from bubbling has not refused it.
  window.addEventListener('keydown', (event) => void setTimeout(press, 0, event), { capture: true })

  // Chromium would ask the system to open these, or refuse them before the app is asked.
  const loadable = ['https:', 'http:', 'about:', 'blob:']
  const navigation = (window as unknown as { readonly navigation: EventTarget }).navigation
  navigation.addEventListener('navigate', (event) => {
    const { url } = (event as unknown as { readonly destination: { readonly url: string } }).destination
    if (!event.cancelable || loadable.includes(new URL(url).protocol)) return
    event.preventDefault()
    post({ kind: 'navigate', url })
  })

  // Chromium's own menu has no place in an app; Electron leaves it to the app to show one.
  window.addEventListener('contextmenu', (event) => {
    if (event.defaultPrevented) return
    event.preventDefault()
    const field = event.target instanceof Element ? event.target.closest('input, textarea, [contenteditable]') : null
    const selectionText = String(window.getSelection() ?? '')
    post({ kind: 'context-menu', x: event.clientX, y: event.clientY, selectionText, isEditable: field !== null })
  })
  window.addEventListener('resize', () => post({ kind: 'resize' }))
  const tellTitle = (): void => post({ kind: 'title', title: document.title })
  window.addEventListener('DOMContentLoaded', () => {
    tellTitle()
    new MutationObserver(tellTitle).observe(document.head, { childList: true, characterData: true, subtree: true })
  })

  const electron = refuse('electron', { contextBridge, ipcRenderer })
  const require = (name: string): unknown => {
    if (name === 'electron') return electron
    throw new Error(`module not found: ${name}`)
  }
  const process = {
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    platform: config.platform,
    versions: config.versions,
    argv: [],
    env: {},
  }
  const module = { exports: {} }
  try {
    preload(require, process, module.exports, module)
  } catch (error) {
    const { message, stack } = error as Error
    console.error(`Unable to load preload script: ${stack}`)
    post({ kind: 'preload-error', message, stack: stack ?? '' })
  }
}
