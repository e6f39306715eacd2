// The two scripts that each document gets before its own: the page's side of the bridge, and the preload script's
// isolated world. They travel as source text, so each function uses nothing from outside but its arguments.
import type { BytesAsText, Codec } from './codec.ts'
import type { Chord } from './accelerator.ts'

type Packed =
  | { readonly v: unknown }
  | { readonly f: number }
  | { readonly p: number }
  | { readonly e: readonly [string, string] }
  | { readonly a: readonly Packed[] }
  | { readonly o: { readonly [key: string]: Packed } }
type Message =
  | { readonly kind: 'call'; readonly id: number; readonly args: Packed }
  | { readonly kind: 'reply' | 'settle'; readonly id: number; readonly ok: boolean; readonly value: Packed }
  | { readonly kind: 'expose'; readonly key: string; readonly value: Packed }
  | { readonly kind: 'open'; readonly value: Packed }
export type Bridge = {
  readonly pack: (value: unknown) => Packed
  readonly unpack: (packed: Packed) => unknown
  readonly send: (message: Message) => void
  readonly onOther: (listener: (message: Message) => void) => void
}

/**
 * One end of the bridge between two worlds of a document. A message travels as an event whose detail Chromium clones;
 * dispatching is synchronous, so a call has its answer before it returns. Functions and promises stay on their side
 * under a number.
 */
export const createBridge = (outgoing: string, incoming: string): Bridge => {
  const fire = document.dispatchEvent.bind(document)
  const Detail = CustomEvent
  const functions: ((...args: unknown[]) => unknown)[] = []
  const numbers = new WeakMap<object, number>()
  const foreign = new Map<number, (...args: unknown[]) => unknown>()
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: unknown) => void }>()
  let reply: Message | null = null
  let other: (message: Message) => void = () => undefined
  let promises = 0
  const send = (message: Message): void => void fire(new Detail(outgoing, { detail: message }))

  const packFunction = (value: (...args: unknown[]) => unknown): Packed => {
    const known = numbers.get(value)
    if (known !== undefined) return { f: known }
    numbers.set(value, functions.push(value) - 1)
    return { f: functions.length - 1 }
  }
  const packPromise = (value: Promise<unknown>): Packed => {
    promises += 1
    const id = promises
    value.then(
      (result) => send({ kind: 'settle', id, ok: true, value: pack(result) }),
      (error) => send({ kind: 'settle', id, ok: false, value: pack(error) }),
    )
    return { p: id }
  }
  const pack = (value: unknown): Packed => {
    if (typeof value === 'function') return packFunction(value as (...args: unknown[]) => unknown)
    if (typeof value === 'symbol') throw new Error('An object could not be cloned.')
    if (typeof value !== 'object' || value === null) return { v: value }
    if (value instanceof Promise) return packPromise(value)
    if (value instanceof Error) return { e: [value.name, value.message] }
    if (Array.isArray(value)) return { a: value.map(pack) }
    if (Object.prototype.toString.call(value) !== '[object Object]') return { v: value }
    return { o: Object.fromEntries(Object.entries(value).map(([key, item]) => [key, pack(item)])) }
  }
  const call = (id: number, args: readonly unknown[]): unknown => {
    reply = null
    send({ kind: 'call', id, args: pack(args) })
    const answer = reply as Message | null
    if (answer?.kind !== 'reply') throw new Error('The other world did not answer.')
    if (answer.ok) return unpack(answer.value)
    throw unpack(answer.value)
  }
  const unpackFunction = (id: number): unknown => {
    const known = foreign.get(id)
    if (known !== undefined) return known
    const made = (...args: unknown[]): unknown => call(id, args)
    foreign.set(id, made)
    return made
  }
  const unpack = (packed: Packed): unknown => {
    if ('v' in packed) return packed.v
    if ('f' in packed) return unpackFunction(packed.f)
    if ('a' in packed) return packed.a.map(unpack)
    if ('e' in packed) return Object.assign(new Error(packed.e[1]), { name: packed.e[0] })
    if ('p' in packed) return new Promise((resolve, reject) => waiting.set(packed.p, { resolve, reject }))
    return Object.fromEntries(Object.entries(packed.o).map(([key, item]) => [key, unpack(item)]))
  }
  const run = (id: number, args: Packed): void => {
    try {
      const value = functions[id]?.(...(unpack(args) as unknown[]))
      send({ kind: 'reply', id, ok: true, value: pack(value) })
    } catch (error) {
      send({ kind: 'reply', id, ok: false, value: pack(error) })
    }
  }
  const settle = (id: number, ok: boolean, value: Packed): void => {
    const promise = waiting.get(id)
    waiting.delete(id)
    if (ok) promise?.resolve(unpack(value))
    else promise?.reject(unpack(value))
  }
  document.addEventListener(incoming, (event) => {
    const message = (event as CustomEvent<Message>).detail
    if (message.kind === 'call') run(message.id, message.args)
    else if (message.kind === 'reply') reply = message
    else if (message.kind === 'settle') settle(message.id, message.ok, message.value)
    else other(message)
  })
  return {
    pack,
    unpack,
    send,
    onOther: (listener) => {
      other = listener
    },
  }
}

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
    if (message.kind === 'open') post({ kind: 'open', ...(bridge.unpack(message.value) as { url: string; name: string; features: string }) })
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
    listeners.set(channel, (listeners.get(channel) ?? []).filter((entry) => entry.listener !== listener))
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
    listeners.set(channel, entries.filter((entry) => !entry.once))
    for (const { listener } of entries) listener({ sender: ipcRenderer, ports: [] }, ...args)
  }
  const answer = (message: Extract<Downward, { kind: 'answer' }>): void => {
    const promise = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.ok) promise?.resolve(codec.decode(message.value))
    else promise?.reject(new Error(message.value))
  }
  world['standinReceive'] = (text) => {
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
  const process = { type: 'renderer', sandboxed: true, contextIsolated: true, platform: config.platform, versions: config.versions, argv: [], env: {} }
  const module = { exports: {} }
  try {
    preload(require, process, module.exports, module)
  } catch (error) {
    const { message, stack } = error as Error
    console.error(`Unable to load preload script: ${stack}`)
    post({ kind: 'preload-error', message, stack: stack ?? '' })
  }
}
