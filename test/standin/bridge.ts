// The bridge between the two worlds of a document: the preload script's and the page's own. It travels as source text, so
// it uses nothing from outside but its arguments.

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
