// What the stand-in gives out refuses everything it does not have: a missing method must fail loudly here, not differ
// silently from Electron.
import { EventEmitter } from 'node:events'

// Names that Node, promises and test tools look up on any object without meaning to use them.
const asked = new Set(['then', 'toJSON', 'constructor', 'prototype', 'name', 'length', 'default', '__esModule'])

/** Thrown for whatever of Electron the stand-in has not got. */
export const notProvided = (name: string): Error =>
  new Error(`The stand-in for Electron does not provide ${name}. Add it under test/standin if the app needs it.`)

/**
 * Wraps an object so that reading a property it has not got throws. Symbols and names that any object may be asked for
 * stay readable; writing is allowed, since tests replace dialogs that way.
 */
export const provided = <Value extends object>(label: string, value: Value): Value =>
  new Proxy(value, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || Reflect.has(target, key) || asked.has(key))
        return Reflect.get(target, key, receiver)
      throw notProvided(`${label}.${key}`)
    },
  })

/** An event emitter that knows its events; listening to any other throws. */
export class KnownEvents extends EventEmitter {
  readonly #label: string
  readonly #known: ReadonlySet<string>

  constructor(label: string, known: readonly string[]) {
    super()
    this.#label = label
    this.#known = new Set([...known, 'newListener', 'removeListener'])
    for (const name of ['on', 'once', 'addListener', 'prependListener', 'prependOnceListener'] as const) {
      const original = EventEmitter.prototype[name]
      const checked = (event: string | symbol, listener: (...args: unknown[]) => void): this => {
        this.#check(event)
        original.call(this, event, listener)
        return this
      }
      Object.defineProperty(this, name, { value: checked })
    }
  }

  #check(event: string | symbol): void {
    if (typeof event === 'string' && !this.#known.has(event)) throw notProvided(`${this.#label}: event '${event}'`)
  }
}

/** An emitter that throws on unknown events, with the given members, refusing every other member. */
export const emitterWith = <Members extends object>(
  label: string,
  events: readonly string[],
  members: Members,
): KnownEvents & Members => {
  const emitter = new KnownEvents(label, events)
  Object.defineProperties(emitter, Object.getOwnPropertyDescriptors(members))
  return provided(label, emitter as KnownEvents & Members)
}

/** An event as Electron hands it to listeners, with what was asked of it. */
export type AppEvent<Fields extends object = object> = Fields & {
  readonly preventDefault: () => void
  readonly defaultPrevented: boolean
}

/** Makes an event whose default can be prevented. */
export const appEvent = <Fields extends object>(fields: Fields): AppEvent<Fields> => {
  let prevented = false
  const event = {
    ...fields,
    preventDefault: () => {
      prevented = true
    },
    defaultPrevented: false,
  }
  Object.defineProperty(event, 'defaultPrevented', { get: () => prevented })
  return event
}

/** Something that can be called with `new` and has the given static members, refusing all others. */
export const constructible = <Arguments extends readonly unknown[], Made extends object, Statics extends object>(
  label: string,
  make: (...args: Arguments) => Made,
  statics: Statics,
): Statics & (new (...args: Arguments) => Made) => {
  // A constructor in Electron may give back an object of another making; a class here could not.
  const target = Object.assign(class {}, statics)
  const constructed = new Proxy(target, { construct: (_target, args) => make(...(args as unknown as Arguments)) })
  return provided(label, constructed) as unknown as Statics & (new (...args: Arguments) => Made)
}
